"""What is not looked at again is what was clean, whatever changed in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from changing import CHANGES, TURNS, Changing, changing_library, differences
from kennisbank.checks import clean_texts
from kennisbank.kept_files import kept_file
from kennisbank.library import loading
from kennisbank.reading.unseen_text import Unseen, unseen_text
from kennisbank.workers import done_to_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kennisbank.reading.mentions import Written

ENOUGH = 60


def test_each_sort_of_change_gives_the_problems_of_a_whole_check(tmp_path: Path) -> None:
    """Files, sources, settings and versions change; a fault is told as often as it stands there."""
    library = changing_library(tmp_path, 4)
    library.problems(kept=True)
    seen = set()
    for names in TURNS:
        for name in names:
            CHANGES[name](library)
        found = library.problems(kept=True)
        assert found == library.problems(kept=False), names
        assert found == library.problems(kept=True), names
        seen |= {one.code for one in found}

    assert {"unused-field", "stray-mark"} & seen


def test_a_series_of_changes_by_chance(tmp_path: Path) -> None:
    """The order in which they come makes no difference."""
    assert list(differences(tmp_path, 5, 12, Changing.problems)) == []


def test_a_text_that_is_left_out_of_its_digest_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests above see that a fault goes untold."""
    plain = clean_texts.CleanTexts.texts

    def without_text(self: clean_texts.CleanTexts) -> object:
        return ((name, "") for name, _ in plain(self))

    monkeypatch.setattr(clean_texts.CleanTexts, "texts", without_text)
    assert next(differences(tmp_path, 5, ENOUGH, Changing.problems), None)


def test_only_what_changed_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clean text is read once by the rules on single texts, a text with a fault each time."""
    library = changing_library(tmp_path, 0)
    library.problems(kept=True)
    looked_at: list[str] = []

    def look(text: str, how: Written) -> Iterator[Unseen]:
        looked_at.append(text)
        return unseen_text(text, how)

    monkeypatch.setattr("kennisbank.checks.unseen_text.unseen_text", look)
    library.problems(kept=True)
    again = len(looked_at)
    method = tmp_path / "methods" / "coaching.yml"
    method.write_text(f"{method.read_text('utf-8')}# Een opmerking.\n", "utf-8")
    library.problems(kept=True)
    after_edit = len(looked_at) - again
    library.problems(kept=False)

    assert after_edit
    assert len(looked_at) > 3 * (again + after_edit)


@pytest.mark.parametrize("name", [clean_texts.FILE, loading.FILE])
@pytest.mark.parametrize("spoilt", [b"", b"half", b"x" * 3_000_000])
def test_what_was_kept_is_made_again_when_it_is_damaged(
    tmp_path: Path, name: str, spoilt: bytes
) -> None:
    """Without a word."""
    library = changing_library(tmp_path, 0)
    problems = library.problems(kept=True)
    file = kept_file(tmp_path, name)
    assert file
    whole = file.read_bytes()
    file.write_bytes(spoilt or whole[:-7])

    assert library.problems(kept=True) == problems
    assert file.read_bytes() == whole


def test_programs_that_work_at_once_share_what_is_kept(tmp_path: Path) -> None:
    """Each replaces a file whole, so that none reads half of what another writes."""
    library = changing_library(tmp_path, 6)
    for _ in range(2):
        for _ in range(5):
            library.change()

        def both(_: int) -> tuple[object, object]:
            return library.problems(kept=True), library.pages(kept=True)

        found = done_to_all(both, range(4), fewest=0, processes=4)
        plain = library.problems(kept=False), library.pages(kept=False)
        assert found == [plain] * 4
        assert both(0) == plain
