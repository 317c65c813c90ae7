"""Formats references as HTML by citeproc-py and our CSL style, each work by itself."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from lxml import etree
from markupsafe import Markup

from kennisbank.messages import language
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.style import formatter
from kennisbank.sources.style.display import display_item

# The engine writes ids in small letters, so ours would not come back.
_ID = "werk"
_NEVER = "archive_location"
_OLD_NAMES = {"container-author": "composer", "event-title": "event"}


def reference_html(item: CslItem, letter: str = "") -> Markup:
    """Return the reference of one work, safe to print; letter is its year letter or nothing."""
    shown = display_item(item, letter) | {"id": _ID}
    source = CiteProcJSON([shown])
    bibliography = CitationStylesBibliography(_style(language()), source, formatter)
    bibliography.register(Citation([CitationItem(_ID)]))
    (marked,) = bibliography.bibliography()
    return formatter.finished(str(marked))


def style_text(language: str = "nl") -> str:
    """Return the style for a language: as it stands in its file, or with another order of days.

    A language without words in the file has those of English.
    """
    style = files("kennisbank.sources.style").joinpath("apa-nl.csl").read_text(encoding="utf-8")
    if language == "nl":
        return style
    style = style.replace('default-locale="nl-NL"', 'default-locale="en-US"')
    style = style.replace("APA 7 in het Nederlands, Bibliotheek leercultuur", "APA 7")
    style = style.replace("urn:x-kennisbank:apa-nl", "urn:x-kennisbank:apa-en")
    style = style.replace(_DUTCH_DAY, _ENGLISH_DAY).replace(_DUTCH_LOOKED, _ENGLISH_LOOKED)
    # Only in Dutch does a prefix get a capital where the surname comes first.
    return style.replace(_CAPITAL, "")


_DUTCH_DAY = '<date-part name="day"/><date-part name="month"/></date>'
_ENGLISH_DAY = '<date-part name="month"/><date-part name="day"/></date>'
_DUTCH_LOOKED = '<date-part name="day" prefix="op "/><date-part name="month"/>'
_ENGLISH_LOOKED = '<date-part name="month"/><date-part name="day" suffix=","/>'
_CAPITAL = '<name-part name="family" text-case="capitalize-first"/>'


@cache
def _style(language: str) -> Any:  # noqa: ANN401 - the engine has no types
    text = _for_this_engine(style_text(language))
    return CitationStylesStyle(BytesIO(text), validate=False)


def _for_this_engine(text: str) -> bytes:
    """Return the style without what display.py has done, in the words of CSL 1.0.1.

    The engine would shorten Th. to T. and give danah boyd a capital, prints a date in words once
    for each time it is asked for, and finds no names under a role of two words.
    """
    root = etree.fromstring(text.encode())
    for name in root.iter("{*}name"):
        name.attrib.pop("initialize-with", None)
        for part in list(name):
            name.remove(part)
    for element in root.iter("{*}text", "{*}names"):
        variable = element.get("variable", "")
        element.attrib.update({"variable": _OLD_NAMES[variable]} if variable in _OLD_NAMES else {})
        if variable == "DOI":
            # Here it is a whole address, between the marks that make a link.
            del element.attrib["prefix"]
        if element.get("macro") == "day":
            element.attrib.clear()
            element.set("value", "")
    for branch in root.iterfind(".//{*}macro[@name='access']//{*}else-if[@variable='issued']"):
        # Here "z.d." is a date in words, too, and there is a day of looking only beside it.
        branch.set("variable", _NEVER)
    return bytes(etree.tostring(root))
