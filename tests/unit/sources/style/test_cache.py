"""A reference is formatted once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kennisbank.build import CACHE, build_site
from kennisbank.kept_files import kept_file
from kennisbank.sources.style.cache import ReferenceCache
from library_files import problems_in

if TYPE_CHECKING:
    from pathlib import Path

    from kennisbank.sources.csl_item import CslItem

ITEM: CslItem = {
    "id": "a",
    "type": "book",
    "title": "<b>Leren</b>",
    "issued": {"date-parts": [[2020]]},
}


def test_what_was_formatted_before_is_not_formatted_again() -> None:
    """A second run with the text of the first formats nothing and gives the same."""
    first = ReferenceCache()
    html = first.reference(ITEM)
    second = ReferenceCache.from_text(first.to_text())

    assert second.reference(ITEM) == html == "<i>&lt;b&gt;Leren&lt;/b&gt;</i>. (2020)."
    assert (first.formatted, second.formatted) == (1, 0)
    assert (first.changed, second.changed) == (True, False)


def test_another_letter_or_title_is_another_reference() -> None:
    """A year letter that moves is formatted anew."""
    cache = ReferenceCache()

    assert "(2020a)" in cache.reference(ITEM, "a")
    assert "(2020b)" in cache.reference(ITEM, "b")
    assert cache.formatted == 2


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "[" * 100_000, '{"made_by": "iets anders", "references": {"x": "y"}}'],
)
def test_a_cache_that_is_damaged_or_old_is_empty(text: str) -> None:
    """What cannot be trusted is made again."""
    assert ReferenceCache.from_text(text) == ReferenceCache()


def test_a_warm_build_formats_nothing(tmp_path: Path) -> None:
    """The first build keeps the references of works for the second."""
    (tmp_path / "references.bib").write_text("@book{a, title = {Leren}}\n", encoding="utf-8")
    build_site(tmp_path)
    kept = kept_file(tmp_path, CACHE)
    assert kept
    before = kept.stat().st_mtime_ns
    build_site(tmp_path)

    assert len(json.loads(kept.read_text(encoding="utf-8"))["references"]) == 1
    assert kept.stat().st_mtime_ns == before


def test_a_cache_that_came_with_the_library_is_never_believed(tmp_path: Path) -> None:
    """Somebody sent the very file that a build would have left, with a script in each reference."""
    (tmp_path / "references.bib").write_text("@book{a, title = {Leren}}\n", encoding="utf-8")
    build_site(tmp_path)
    kept = kept_file(tmp_path, CACHE)
    assert kept
    made = json.loads(kept.read_text(encoding="utf-8"))
    script = "<script>alert(1)</script>"
    made["references"] = dict.fromkeys(made["references"], script)
    kept.unlink()
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "references.json").write_text(json.dumps(made), encoding="utf-8")
    site = build_site(tmp_path)

    assert not any(script in page.html for page in site.pages)
    told = [str(one) for one in site.problems if one.code == "bad-file"]
    assert [one.partition(" Haal")[0] for one in told] == [
        ".cache/references.json:1:1: bad-file: hoort niet in een bibliotheek en wordt niet gelezen."
    ]


@pytest.mark.parametrize("setting", ["LIBRARY", "LIBRARY/thuis", "~", "thuis", "./LIBRARY"])
def test_a_folder_of_the_user_inside_the_library_keeps_nothing(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home that is the checkout, or a setting that is no whole path, would be its sender's."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", setting.replace("LIBRARY", str(tmp_path)))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "references.bib").write_text("@book{a, title = {Leren}}\n", encoding="utf-8")
    build_site(tmp_path)

    assert kept_file(tmp_path, CACHE) is None
    assert [path.name for path in tmp_path.iterdir()] == ["references.bib"]


def test_two_libraries_keep_their_own(tmp_path: Path) -> None:
    """One does not throw away what the other made."""
    assert kept_file(tmp_path / "a", CACHE) != kept_file(tmp_path / "b", CACHE)


@pytest.mark.parametrize("kind", ["link", "file", "folder"])
def test_whatever_is_called_cache_in_a_library_is_a_problem(tmp_path: Path, kind: str) -> None:
    """A link is not followed, and nothing is left in a folder by that name."""
    place, elsewhere = tmp_path / "library" / ".cache", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.txt").touch()
    place.parent.mkdir()
    if kind == "link":
        place.symlink_to(elsewhere)
    elif kind == "file":
        place.touch()
    else:
        (place / "plugin").mkdir(parents=True)
        (place / "references.lock").touch()
    expected = [".cache/plugin", ".cache/references.lock"] if kind == "folder" else [".cache"]

    assert [str(one.location.path) for one in problems_in(place.parent)] == expected
