"""A contribution as one text: entries and sources in fenced blocks, as the web form sends them.

    ```yaml practices/samen-koken.yml
    title: Samen koken
    ```

    ```bibtex
    @article{…}
    ```

    ```ris
    TY  - JOUR
    ```

    ```diff practices/samen-eten.yml
    - Een zin van die pagina.
    + Liever zo.
    ```

Whoever wrote it is a stranger. What a block may name and how large all may be is decided here,
before anything in it is read as YAML or BibTeX.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from markdown_it import MarkdownIt

from kennisbank.fields.base import Entry
from kennisbank.fields.text_rules import ID_LENGTHS, ID_PATTERN
from kennisbank.file_names import is_reserved
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Rule

MOST_FILES = 20
RULE = Rule(
    "bad-bundle",
    N_("A contribution holds something that cannot be taken over."),
    N_("Send it from the form once more, or ask the editors."),
)
_YAML = re.compile(r"ya?ml\s+(?P<path>\S.*)", re.IGNORECASE)
_DIFF = re.compile(r"diff\s+(?P<path>\S.*)", re.IGNORECASE)
_SOURCES = re.compile(r"(?:bibtex|bib|ris)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a contribution, and the line of the contribution on which it begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Correction:
    """Words in the file of an entry, those that somebody would rather read, and their line."""

    path: PurePosixPath
    old: str
    new: str
    line: int


@dataclass(frozen=True)
class Bundle:
    """New entries by path, sources, small corrections, and what cannot be taken over."""

    entries: dict[PurePosixPath, Block] = field(default_factory=dict)
    sources: tuple[Block, ...] = ()
    corrections: tuple[Correction, ...] = ()
    faults: tuple[Problem, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it to take over or to tell."""
        return not (self.entries or self.sources or self.corrections or self.faults)


def read_bundle(
    text: str, name: PurePosixPath, kinds: Sequence[type[Entry]], there: Collection[PurePosixPath]
) -> Bundle:
    """Return what a contribution holds; `there` are the entries that it may not overwrite."""
    folders = {kind.folder: kind for kind in kinds}
    entries: dict[PurePosixPath, Block] = {}
    sources: list[Block] = []
    corrections: list[Correction] = []
    faults: list[Problem] = []
    for token in MarkdownIt().parse(text.replace("\r\n", "\n")):
        if token.type != "fence" or not token.map:
            continue
        place = Location(name, token.map[0] + 1)
        block = Block(token.content, token.map[0] + 2)
        if _SOURCES.fullmatch(token.info):
            sources.append(block)
        elif named := _DIFF.fullmatch(token.info.strip()):
            corrected = _correction(PurePosixPath(named["path"]), block)
            if fault := _fault_of(corrected, there):
                faults.append(RULE.problem(place, fault))
            else:
                corrections.append(corrected)
        elif named := _YAML.fullmatch(token.info.strip()):
            path = PurePosixPath(named["path"])
            if fault := _fault_in(path, folders, entries, there):
                faults.append(RULE.problem(place, fault))
            else:
                entries[path] = block
    if max(len(entries), len(corrections)) > MOST_FILES:
        message = _("holds more than {n} files.", n=MOST_FILES)
        faults.append(RULE.problem(Location(name), message))
    return Bundle(entries, tuple(sources), tuple(corrections), tuple(faults))


def _correction(path: PurePosixPath, block: Block) -> Correction:
    """Return what lines behind a minus and a plus say, each on one line."""
    lines = block.text.split("\n")
    old, new = (
        " ".join(" ".join(one[1:] for one in lines if one[:1] == sign).split()) for sign in "-+"
    )
    return Correction(path, old, new, block.line)


def _fault_of(one: Correction, there: Collection[PurePosixPath]) -> str:
    """Return why a correction cannot be made, or nothing."""
    if one.path not in there:
        return _("there is no file '{path}' to change.", path=str(one.path)[:100])
    if not one.old or not one.new or one.old == one.new:
        return _("a correction has what stands there behind a minus, and the new words behind a +.")
    return ""


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
