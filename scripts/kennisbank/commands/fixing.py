"""`kennisbank check --fix`: the entry files of a library are mended where no value changes."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kennisbank.commands.shown_lines import difference
from kennisbank.entries import KINDS
from kennisbank.entries.repairing import repair
from kennisbank.problems import Problem
from kennisbank.reading.text_file import decode, read_bytes
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.replacing import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kennisbank.entries.base import Entry


class Fixed(NamedTuple):
    """A file that is not as it should be: what it should be, and in Dutch what that mends."""

    path: PurePosixPath
    before: str
    text: str
    mended: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What was mended, on one line."""
        return f"{self.path}: {', '.join(self.mended)}"

    @property
    def difference(self) -> str:
        """The lines that change."""
        return difference(self.before, self.text, self.path, self.path)


def fixes(root: Path) -> Iterator[Fixed]:
    """Yield each entry file to mend; what cannot be read wholly is left to the check."""
    for kind in KINDS:
        for file in sorted((root / kind.folder).glob("*.yml")):
            if fixed := _fixed(root, PurePosixPath(kind.folder, file.name), kind):
                yield fixed


def mend(root: Path, fixed: Fixed) -> None:
    """Put the mended text in the place of the file, in one step."""
    replace_file(root / fixed.path, fixed.text.encode())


def _fixed(root: Path, path: PurePosixPath, kind: type[Entry]) -> Fixed | None:
    data = read_bytes(root, path)
    text = data if isinstance(data, Problem) else decode(data, path)
    document = None if isinstance(text, Problem) else read_yaml(path, text)[0]
    if isinstance(data, Problem) or document is None:
        return None
    mended = repair(kind, document)
    if mended.text.encode() == data:
        return None
    ends = ("regeleinden",) if document.text.encode() != data else ()
    return Fixed(path, data.decode("utf-8-sig"), mended.text, (*ends, *mended.mended))
