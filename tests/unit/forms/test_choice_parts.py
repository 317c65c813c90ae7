"""The choices of the web form, in files that none of outgrows its reader."""

from __future__ import annotations

from kennisbank.forms.form_data import MOST_ROWS, choice_parts


def test_few_choices_are_one_file() -> None:
    """A small library has what it always had, and the count of its files."""
    choices = {"entries": [["method", "ruilen", "Ruilen"]], "sources": [], "old": []}

    assert [*choice_parts(choices)] == [("choices", {**choices, "files": 1})]
    assert [*choice_parts({"entries": []})] == [("choices", {"entries": [], "files": 1})]


def test_many_choices_come_in_more_files_in_their_order() -> None:
    """Each row stands in one of them; the first file says how many to ask for."""
    entries = [["method", f"m-{number}", f"M {number}"] for number in range(MOST_ROWS + 1)]
    sources = [["jansen2020", "Jansen", "Jansen", "2020", "Werk"]]
    parts = dict(choice_parts({"entries": entries, "sources": sources}))

    assert parts == {
        "choices": {"entries": entries[:MOST_ROWS], "sources": [], "files": 2},
        "choices-2": {"entries": entries[MOST_ROWS:], "sources": sources},
    }
