"""A contribution as one text: entries and sources in fenced blocks, as the web form sends them.

    ```yaml practices/samen-koken.yml
    title: Samen koken
    ```

    ```bibtex
    @article{…}
    ```

Whoever wrote it is a stranger. What a block may name and how large all may be is decided here,
before anything in it is read as YAML or BibTeX.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from kennisbank.fields.text_rules import ID_LENGTHS, ID_PATTERN
from kennisbank.file_names import is_reserved
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kennisbank.fields.base import Entry

MOST_FILES = 20
RULE = Rule(
    "bad-bundle",
    N_("A contribution holds something that cannot be taken over."),
    N_("Send it from the form once more, or ask the editors."),
)
_YAML = re.compile(r"ya?ml\s+(?P<path>\S.*)", re.IGNORECASE)
_BIBTEX = re.compile(r"(?:bibtex|bib)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a contribution, and the line of the contribution on which it begins."""

    text: str
    line: int


@dataclass(frozen=True)
class Bundle:
    """New entries by their path, sources in BibTeX, and what cannot be taken over."""

    entries: dict[PurePosixPath, Block] = field(default_factory=dict)
    sources: tuple[Block, ...] = ()
    faults: tuple[Problem, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it to take over or to tell."""
        return not (self.entries or self.sources or self.faults)


def read_bundle(
    text: str, name: PurePosixPath, kinds: Sequence[type[Entry]], there: Collection[PurePosixPath]
) -> Bundle:
    """Return what a contribution holds; `there` are the entries that it may not overwrite."""
    folders = {kind.folder: kind for kind in kinds}
    entries: dict[PurePosixPath, Block] = {}
    sources: list[Block] = []
    faults: list[Problem] = []
    for token in MarkdownIt().parse(text.replace("\r\n", "\n")):
        if token.type != "fence" or not token.map:
            continue
        place = Location(name, token.map[0] + 1)
        block = Block(token.content, token.map[0] + 2)
        if _BIBTEX.fullmatch(token.info):
            sources.append(block)
        elif named := _YAML.fullmatch(token.info.strip()):
            path = PurePosixPath(named["path"])
            if fault := _fault_in(path, folders, entries, there):
                faults.append(RULE.problem(place, fault))
            else:
                entries[path] = block
    if len(entries) > MOST_FILES:
        message = _("holds more than {n} files.", n=MOST_FILES)
        faults.append(RULE.problem(Location(name), message))
    return Bundle(entries, tuple(sources), tuple(faults))


def _fault_in(
    path: PurePosixPath,
    folders: Collection[str],
    entries: Collection[PurePosixPath],
    there: Collection[PurePosixPath],
) -> str:
    """Return why a file cannot be taken over, or nothing."""
    shown = str(path)[:100]
    known = path.parent.as_posix() in folders and len(path.parts) == _DEPTH
    if not known or path.suffix != ".yml":
        return _("'{path}' is no place for an entry of this library.", path=shown)
    name = path.stem
    if not re.fullmatch(ID_PATTERN, name) or len(name) not in ID_LENGTHS or is_reserved(name):
        return _("'{name}' cannot be the name of a file.", name=name[:100])
    if path in there:
        return _("{path} is there already, and a contribution changes no file.", path=shown)
    return _("{path} is in it twice.", path=shown) if path in entries else ""


_DEPTH = 2
