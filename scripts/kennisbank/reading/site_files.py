"""Lists the pages to read under docs/, with a problem for what may not be published.

MkDocs publishes every file in docs/ as it is, so what is there must be of a kind that belongs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.messages import _, any_of
from kennisbank.problems import Location, Problem
from kennisbank.reading.images import IMAGE_LIMIT, IMAGES, image_fault, image_size, svg_fault
from kennisbank.reading.plain_files import is_there, plain_files
from kennisbank.reading.rules import BAD_FILE, TOO_LARGE
from kennisbank.reading.text_file import location_in, read_bytes, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kennisbank.reading.images import Size

DOCS = PurePosixPath("docs")
_OUTSIDE = re.compile(r"(?:url\(|@import)\s*['\"]?\s*(?:\w+:)?//", re.IGNORECASE)
# The nearest folder that is named here says which endings belong.
_BELONGS = {
    DOCS: {".md"},
    DOCS / "assets": {".svg", *IMAGES},
    DOCS / "assets" / "stylesheets": {".css"},
    DOCS / "assets" / "javascripts": {".js"},
    DOCS / "schemas": {".json"},
    DOCS / "development": {".md", ".csv", ".json"},
}


def site_pages(root: Path, problems: list[Problem]) -> list[PurePosixPath]:
    """Return the Markdown files under docs/; report every other file that does not belong there."""
    found = plain_files(root, DOCS, problems)
    problems += filter(None, (_problem(root, path) for path in found))
    return [path for path in found if path.suffix == ".md" and path.suffix in _endings(path)]


def docs_files(root: Path) -> frozenset[str]:
    """Return what lies in docs/ and is published as it is, by its path in the site."""
    found = (path for path in plain_files(root, DOCS, []) if path.suffix != ".md")
    return frozenset(path.relative_to(DOCS).as_posix() for path in found)


def image_sizes(root: Path, named: Iterable[str]) -> dict[str, Size]:
    """Return the size of each image in docs/assets/, by its path in the site, out of those named.

    What is wrong with a file is told where all files of docs/ are looked at.
    """
    found = {}
    for path in sorted(set(named)):
        file = DOCS / path
        if file.suffix in _BELONGS[DOCS / "assets"] and is_there(root, file):
            data = read_bytes(root, file, IMAGE_LIMIT)
            size = None if isinstance(data, Problem) else image_size(file.suffix, data)
            if size:
                found[path] = size
    return found


def _endings(path: PurePosixPath) -> set[str]:
    return next(_BELONGS[parent] for parent in path.parents if parent in _BELONGS)


def _problem(root: Path, path: PurePosixPath) -> Problem | None:
    endings = _endings(path)
    if path.suffix not in endings:
        hint = _("Only files that end in {endings} belong here.", endings=any_of(sorted(endings)))
        return BAD_FILE.problem(Location(path), _("does not belong in this folder."), hint)
    if path.suffix == ".md":
        return None
    return _image(root, path) if path.suffix in IMAGES else _text(root, path)


def _image(root: Path, path: PurePosixPath) -> Problem | None:
    data = read_bytes(root, path, IMAGE_LIMIT)
    if isinstance(data, Problem):
        too_large = data.code == TOO_LARGE.code
        return replace(data, hint=_("Make the image smaller.")) if too_large else data
    fault = image_fault(path.suffix, data)
    hint = _("Save it again with a drawing program, or leave it out.")
    return BAD_FILE.problem(Location(path), fault, hint) if fault else None


def _text(root: Path, path: PurePosixPath) -> Problem | None:
    text = read_text(root, path)
    if isinstance(text, Problem):
        return text
    if path.suffix == ".svg" and (fault := svg_fault(text)):
        hint = _("Save it in a drawing program as plain SVG without styles, or leave it out.")
        return BAD_FILE.problem(Location(path, fault.line), fault.message, hint)
    if path.suffix == ".css" and (found := _OUTSIDE.search(text)):
        hint = _("Put the file itself in docs/assets/.")
        message = _("fetches something from another site, which then sees who reads here.")
        return BAD_FILE.problem(location_in(text, found.start(), path), message, hint)
    return None
