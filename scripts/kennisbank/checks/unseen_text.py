"""Readers see all that was written: no limit or rule of the parser drops a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisbank.fields.types import LineType
from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.reading.mentions import Written
from kennisbank.reading.unseen_text import unseen_text
from kennisbank.reading.yaml_nodes import BETWEEN_QUOTES, NOTHING_MORE

RULE = Rule(
    "unseen-text",
    N_("A part of the text is lost or changes, because of the markup around it."),
    N_("Make the markup simpler: fewer levels, and as many cells in each row of a table."),
)

# One space, as in "Cursus # 3". A remark has two before it, as yamllint asks, or its own line.
_BEHIND_TEXT = re.compile(r"(?<=\S )#[ \t]*[^\s#]")


def find(library: Library) -> Iterator[Problem]:
    """Yield each place in an entry or a page where readers do not see what was written."""
    for file in library.files.values():
        for text in file.texts:
            if written := text.spec.field_type.written:
                for one in unseen_text(text.text, written):
                    place = file.document.location_of_text(text.key_path, one.start)
                    yield RULE.problem(place, one.what, one.hint)
        yield from _behind_texts(file)
    for page in library.pages:
        for one in unseen_text(page.body, Written.PAGE):
            yield RULE.problem(page.location_of_text((), one.start), one.what, one.hint)


def _behind_texts(file: EntryFile) -> Iterator[Problem]:
    """Yield each place where YAML takes the rest of a line of text for a remark."""
    lines = file.document.text.split("\n") if " #" in file.document.text else []
    for text in file.texts if lines else ():
        type_ = text.spec.field_type
        if type_.written or isinstance(type_, LineType):
            # What stands behind the last sign of the text, wherever that is.
            place = file.document.location_of_text(text.key_path, len(text.text))
            if _BEHIND_TEXT.match(lines[place.line - 1], place.column - 1):
                yield RULE.problem(place, _(NOTHING_MORE), _(BETWEEN_QUOTES))
