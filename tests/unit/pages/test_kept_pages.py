"""A kept page is what it would be when it was made anew, whatever changed in between."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from changing import CHANGES, TURNS, changing_library
from kennisbank.kept_files import kept_file
from kennisbank.pages.asking import EVERYTHING, AskedContext, AskedSiteMap, Noted
from kennisbank.pages.kept_pages import _ANSWERS, FILE, digest_of

if TYPE_CHECKING:
    from pathlib import Path

    from changing import Changing

# A question in secret shows after a few changes.
ENOUGH = 60


def test_whatever_changes_kept_pages_are_those_made_anew(tmp_path: Path) -> None:
    """Each sort of change, on what an earlier build has seen; each week one by one, by chance."""
    library = changing_library(tmp_path, 2)
    library.pages(kept=True)
    for names in TURNS:
        for name in names:
            CHANGES[name](library)
        assert library.pages(kept=True) == library.pages(kept=False), names


@pytest.mark.parametrize(
    ("unnoted", "change", "seed"),
    [
        ("a key", "another name", 1),
        ("a day", "settings", 1),
        ("what is related", "a title", 3),
        ("where a source is used", "a title", 3),
    ],
)
def test_a_question_that_is_not_noted_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unnoted: str, change: str, seed: int
) -> None:
    """The test above sees a page go stale that asks for something in secret."""
    if unnoted == "a key":
        monkeypatch.setattr(Noted, "__getitem__", lambda self, key: self._plain[key])
    elif unnoted == "a day":
        monkeypatch.setattr(AskedContext, "day", property(lambda self: self._plain.day))
    elif unnoted == "where a source is used":
        monkeypatch.setitem(_ANSWERS, "usage", lambda *_: None)
    else:
        monkeypatch.setattr(AskedSiteMap, "related", lambda self, key: self._plain.related(key))
        monkeypatch.setattr(Noted, "__contains__", lambda self, key: key in self._plain)

    library = changing_library(tmp_path, seed)
    library.pages(kept=True)
    assert any(_is_stale(library, change) for _ in range(ENOUGH))


def _is_stale(library: Changing, change: str) -> bool:
    """Change one thing by chance; return whether what was kept is not what is made anew."""
    CHANGES[change](library)
    return library.pages(kept=True) != library.pages(kept=False)


def test_how_far_sources_are_checked_is_the_same_for_all_pages(tmp_path: Path) -> None:
    """The first source that says so changes the list at the foot of every page."""
    library = changing_library(tmp_path, 0)
    preset = files("kennisbank") / "presets" / "glossary" / "nl" / "kennisbank.yml"
    (tmp_path / "kennisbank.yml").write_bytes(preset.read_bytes())
    (tmp_path / "rating.yml").unlink()
    cited = "title: Toets\nsummary: Een toets.\ndefinition: >-\n  Een toets [@een].\n"
    (tmp_path / "terms").mkdir(exist_ok=True)
    (tmp_path / "terms" / "toets.yml").write_text(cited, "utf-8")
    sources = tmp_path / "references.bib"
    sources.write_text("@book{een, title = {Een}, year = 2001}\n@book{twee, title = {Twee}}\n")
    before = library.pages(kept=True)
    sources.write_text(sources.read_text().replace("{Twee}", "{Twee}, recordstate = {verified}"))

    assert library.pages(kept=True) == library.pages(kept=False) != before


def test_a_new_attribute_of_a_library_is_a_question_about_everything(tmp_path: Path) -> None:
    """Nobody has to think of it: a page that asks for one is made at every build."""
    library = changing_library(tmp_path, 0)
    notes, asked = library.asked()
    assert notes.take() == ()
    assert asked.library.pages
    assert notes.take() == (EVERYTHING,)
    assert asked.site_map.library.kinds
    assert notes.take() == ()
    made = library.pages(kept=False)
    assert len(asked.library.entries) == len([parts for parts in made if len(parts) > 1])
    assert notes.take() == (EVERYTHING,)


def test_a_change_makes_few_pages_again(tmp_path: Path) -> None:
    """Only what shows it; an instrument that counts with all entries is made each time."""
    library = changing_library(tmp_path, 0)
    library.pages(kept=True)
    assert set(library.made()) <= {("made_of_entry", "instrument", "rekenhulp")}
    text = (tmp_path / "methods" / "coaching.yml").read_text("utf-8")
    (tmp_path / "methods" / "coaching.yml").write_text(f"{text}# Een opmerking.\n", "utf-8")
    made = library.made()

    assert ("made_of_entry", "method", "coaching") in made
    assert ("made_of_entry", "statistic", "bevlogen-en-verbonden") not in made
    assert not any(name[0] == "made_of_source" for name in made)


@pytest.mark.parametrize("spoilt", [b"", b"half", b"x" * 3_000_000])
def test_what_was_kept_is_made_again_when_it_is_damaged(tmp_path: Path, spoilt: bytes) -> None:
    """Without a word."""
    library = changing_library(tmp_path, 0)
    pages = library.pages(kept=True)
    file = kept_file(tmp_path, FILE)
    assert file
    damaged = spoilt or file.read_bytes()[:-7]
    file.write_bytes(damaged)

    assert library.pages(kept=True) == pages
    assert file.read_bytes() != damaged


def test_values_that_nobody_described_never_seem_the_same() -> None:
    """An unknown object may hold anything."""
    assert digest_of({"a": [1, ("b", None)]}) == digest_of({"a": [1, ("b", None)]})
    assert digest_of({"a": 1}) != digest_of({"a": "1"})
    assert digest_of(object()) != digest_of(object())
    thing = object()
    assert digest_of([thing]) != digest_of([thing])
