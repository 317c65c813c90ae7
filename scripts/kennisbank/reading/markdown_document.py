"""Reads a page written by hand: its title, description and body, with their place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from kennisbank.invisible_characters import says_nothing
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import PAGE_HEAD
from kennisbank.reading.text_file import location_in
from kennisbank.reading.yaml_document import KeyPath, YamlDocument, read_yaml

_FIELDS = ("title", "description")
_LONGEST = 300
_HINT = N_("Start with '---', then 'title: …' and 'description: …', then '---' again.")
_HEAD = re.compile(r"---\n(?P<head>.*?\n)---\n", re.DOTALL)


@dataclass(frozen=True)
class MarkdownDocument:
    """One hand-written page; `body_start` counts the characters before the body."""

    path: PurePosixPath
    text: str = field(repr=False)
    title: str
    description: str
    body_start: int
    head: YamlDocument = field(repr=False)

    @property
    def body(self) -> str:
        """The Markdown under the head."""
        return self.text[self.body_start :]

    def location_of_text(self, key_path: KeyPath, offset: int) -> Location:
        """Return the place in the file of one character of a value in the head, or of the body."""
        if key_path:
            return self.head.location_of_text(key_path, offset)
        return location_in(self.text, self.body_start + offset, self.path)


def read_markdown(path: PurePosixPath, text: str) -> tuple[MarkdownDocument | None, list[Problem]]:
    """Return the page, or none with the reasons why its head cannot be read."""
    match = _HEAD.match(text)
    if not match:
        return None, [
            PAGE_HEAD.problem(Location(path), _("the head of the page is missing."), _(_HINT))
        ]
    head, problems = read_yaml(path, "\n" + match["head"], _(_HINT))
    if head is None:
        return None, problems
    if faults := list(_faults(head)):
        return None, faults
    title, description = (str(head.value[name]) for name in _FIELDS)
    return MarkdownDocument(path, text, title, description, match.end(), head), []


def _faults(head: YamlDocument) -> Iterator[Problem]:
    texts = [one for name in _FIELDS if isinstance(one := head.value.get(name), str)]
    if len(texts) < len(_FIELDS) or any(map(says_nothing, texts)):
        message = _("the head needs a title and a description.")
        yield PAGE_HEAD.problem(Location(head.path), message)
        return
    for name in head.value:
        place = head.location_of((name,), of_key=True)
        if name not in _FIELDS:
            message = _("'{name}' does not belong in the head of a page.", name=name)
            yield PAGE_HEAD.problem(place, message, _("Remove that line."))
        elif "\n" in texts[_FIELDS.index(name)] or len(texts[_FIELDS.index(name)]) > _LONGEST:
            message = _(
                "'{name}' is longer than a line of {limit} characters.", name=name, limit=_LONGEST
            )
            yield PAGE_HEAD.problem(place, message, _("Make it one short line."))
