"""BibTeX text becomes CSL-JSON items, read as a library reads it."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

import yaml

from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from running import REPOSITORY

if TYPE_CHECKING:
    from kennisbank.sources.csl_item import CslItem

LIBRARY = (REPOSITORY / "references.bib").read_text(encoding="utf-8")
# In C it is read in a tenth of the time.
CASES: list[dict[str, Any]] = yaml.load(
    (REPOSITORY / "tests" / "unit" / "sources" / "style" / "gold.yml").read_bytes(),
    yaml.CSafeLoader,
)
ENGLISH_CASES: list[dict[str, Any]] = yaml.load(
    (REPOSITORY / "tests" / "unit" / "sources" / "style" / "gold-en.yml").read_bytes(),
    yaml.CSafeLoader,
)
GOLD: dict[str, str] = {case["id"]: case["bib"] for case in CASES}


def items_in(text: str) -> dict[str, CslItem]:
    """Return the items of a .bib file by key; the file has nothing to complain about."""
    bibliography, problems = read_bibtex(PurePosixPath("references.bib"), text)
    assert problems == []
    return {key: csl_item(source) for key, source in bibliography.sources.items()}


def item(type_: str = "book", **values: Any) -> CslItem:  # noqa: ANN401 - as wide as an item
    """Return an item with these values; an underscore in a name stands for a hyphen."""
    named = {name.replace("_", "-"): value for name, value in values.items()}
    return cast("CslItem", {"id": "werk", "type": type_, "language": "nl-NL", **named})


@cache
def every_item() -> list[CslItem]:
    """Return the works of the library and of the cases."""
    return [one for text in (LIBRARY, *GOLD.values()) for one in items_in(text).values()]
