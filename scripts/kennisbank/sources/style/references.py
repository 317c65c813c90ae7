"""Formats references as HTML by citeproc-py and our CSL style, each work by itself."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON

from kennisbank.sources.style import formatter
from kennisbank.sources.style.display import display_item

if TYPE_CHECKING:
    from markupsafe import Markup

    from kennisbank.sources.csl_item import Item


# The engine writes ids in small letters, so ours would not come back.
_ID = "werk"


def reference_html(item: Item, letter: str = "") -> Markup:
    """Return the reference of one work, safe to print; letter is its year letter or nothing."""
    shown = display_item(item, letter) | {"id": _ID}
    source = CiteProcJSON([shown])
    bibliography = CitationStylesBibliography(_style(), source, formatter)
    bibliography.register(Citation([CitationItem(_ID)]))
    (marked,) = bibliography.bibliography()
    return formatter.finished(str(marked))


def style_text() -> str:
    """Return the style as it stands in its file."""
    return files("kennisbank.sources.style").joinpath("apa-nl.csl").read_text(encoding="utf-8")


@cache
def _style() -> Any:  # noqa: ANN401 - the engine has no types
    path = files("kennisbank.sources.style").joinpath("apa-nl.csl")
    return CitationStylesStyle(str(path), validate=True)
