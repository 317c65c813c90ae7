"""A page written by hand becomes its title, description and body, with their place in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import PAGE_HEAD
from kennisbank.reading.text_file import location_in
from kennisbank.reading.yaml_document import KeyPath, YamlDocument, read_yaml

if TYPE_CHECKING:
    from pathlib import PurePosixPath

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
        hint = "Begin met '---', dan 'title: …' en 'description: …', dan weer '---'."
        return None, [PAGE_HEAD.problem(Location(path), "de kop van de pagina ontbreekt.", hint)]
    head, problems = read_yaml(path, "\n" + match["head"])
    if head is None:
        return None, problems
    values = [head.value.get(name) for name in ("title", "description")]
    title, description = (one if isinstance(one, str) else "" for one in values)
    if not title or not description:
        message = "de kop heeft een titel (title) en een omschrijving (description) nodig."
        return None, [PAGE_HEAD.problem(Location(path), message)]
    return MarkdownDocument(path, text, title, description, match.end(), head), []
