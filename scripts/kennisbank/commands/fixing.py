"""`kennisbank check --fix`: the entry files of a library are mended where no value changes."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kennisbank.commands.shown_lines import difference
from kennisbank.entries import KINDS
from kennisbank.entries.repairing import repair
from kennisbank.problems import Problem
from kennisbank.reading.plain_files import names_in
from kennisbank.reading.text_file import decode, read_bytes
from kennisbank.reading.yaml_document import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kennisbank.atomic import Edit
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
        # What is no plain file or lies behind a link, the check reports.
        for path, is_folder in names_in(root, PurePosixPath(kind.folder), []):
            if path.suffix == ".yml" and not is_folder and (fixed := _fixed(root, path, kind)):
                yield fixed


def mend(edit: Edit, fixed: Fixed) -> None:
    """Put the mended text in the place of the file, in one step."""
    edit.replace({fixed.path: fixed.text.encode()})


def clean(edit: Edit) -> None:
    """Remove what commands left among the entries when they were killed."""
    for kind in KINDS:
        edit.clean(PurePosixPath(kind.folder))


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
