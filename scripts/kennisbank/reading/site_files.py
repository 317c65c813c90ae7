"""The files under docs/ become the pages to read, and a problem for what may not be published.

MkDocs publishes every file in docs/ as it is, so what is there must be of a kind that belongs.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.problems import Location, Problem
from kennisbank.reading.images import IMAGE_LIMIT, IMAGES, image_fault
from kennisbank.reading.plain_files import plain_files
from kennisbank.reading.rules import BAD_FILE
from kennisbank.reading.svg import svg_fault
from kennisbank.reading.text_file import read_bytes, read_text

if TYPE_CHECKING:
    from pathlib import Path

DOCS = PurePosixPath("docs")
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


def _endings(path: PurePosixPath) -> set[str]:
    return next(_BELONGS[parent] for parent in path.parents if parent in _BELONGS)


def _problem(root: Path, path: PurePosixPath) -> Problem | None:
    endings = _endings(path)
    if path.suffix not in endings:
        hint = f"Hier horen alleen bestanden op {' of '.join(sorted(endings))}."
        return BAD_FILE.problem(Location(path), "hoort niet in deze map.", hint)
    fault = "" if path.suffix == ".md" else _fault(root, path)
    if not fault or isinstance(fault, Problem):
        return fault or None
    hint = "Bewaar het opnieuw met een tekenprogramma, of laat het weg."
    return BAD_FILE.problem(Location(path), fault, hint)


def _fault(root: Path, path: PurePosixPath) -> Problem | str:
    if path.suffix in IMAGES:
        data = read_bytes(root, path, IMAGE_LIMIT)
        return data if isinstance(data, Problem) else image_fault(path.suffix, data)
    text = read_text(root, path)
    if isinstance(text, Problem):
        return text
    return svg_fault(text) if path.suffix == ".svg" else ""
