"""Readers see all that was written: no limit or rule of the parser drops a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.messages import N_
from kennisbank.problems import Rule
from kennisbank.reading.mentions import Written
from kennisbank.reading.unseen_text import unseen_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "unseen-text",
    N_("A part of the text is lost or changes, because of the markup around it."),
    N_("Make the markup simpler: fewer levels, and as many cells in each row of a table."),
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each place in an entry or a page where readers do not see what was written."""
    for file in library.files.values():
        for text in file.texts:
            if written := text.spec.field_type.written:
                for one in unseen_text(text.text, written):
                    place = file.document.location_of_text(text.key_path, one.start)
                    yield RULE.problem(place, one.what, one.hint)
    for page in library.pages:
        for one in unseen_text(page.body, Written.PAGE):
            yield RULE.problem(page.location_of_text((), one.start), one.what, one.hint)
