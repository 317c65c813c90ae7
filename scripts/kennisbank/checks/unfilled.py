"""A new file's marked places have been filled in."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.fields.scaffold import MARKER
from kennisbank.fields.specs import Text
from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Rule

RULE = Rule(
    "unfilled",
    N_("A field still holds FILL-ME-IN, as in a new file."),
    N_("Replace FILL-ME-IN with your own text."),
)
MESSAGE = N_("this field still waits for your text.")
HINT = N_("Replace FILL-ME-IN. {title}: {help}")


def find(library: Library) -> Iterator[Problem]:
    """Yield each text in which the marker of a new file still stands."""
    for file, text in _waiting(library):
        place = file.document.location_of_text(text.key_path, text.text.index(_(MARKER)))
        hint = _(HINT, title=text.spec.title, help=text.spec.help)
        yield RULE.problem(place, _(MESSAGE), hint)


def places(library: Library) -> set[Location]:
    """Return where the values stand that wait for text: what else is wrong there follows from it.

    In quotes and blocks a value and its first character have different places.
    """
    starts = set()
    for file, text in _waiting(library):
        starts.add(file.document.location_of(text.key_path))
        starts.add(file.document.location_of_text(text.key_path, 0))
    return starts


def _waiting(library: Library) -> Iterator[tuple[EntryFile, Text]]:
    for file in library.files.values():
        if _(MARKER) in file.document.text:
            yield from ((file, text) for text in file.texts if _(MARKER) in text.text)
