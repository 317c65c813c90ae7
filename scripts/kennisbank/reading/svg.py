"""The text of an SVG drawing becomes what keeps it from being published, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Shapes, text and what gives them colour: nothing that runs, moves, loads or holds HTML.
_TAGS = """
svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
linearGradient radialGradient stop clipPath mask pattern
""".split()  # noqa: SIM905 - words read better as a text
_ATTRIBUTES = """
id class viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points transform version
preserveAspectRatio fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color offset
stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternTransform
patternContentUnits clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits font-family
font-size font-weight text-anchor dominant-baseline role aria-hidden aria-label aria-labelledby
focusable lang
""".split()  # noqa: SIM905 - words read better as a text
# A reference within the drawing itself: url(#verloop).
_OWN_URL = re.compile(r"url\(\s*['\"]?#[\w-]+['\"]?\s*\)")
_DECLARATION = re.compile(r"\A<\?xml\s[^?>]*\?>")


def svg_fault(text: str) -> str:
    """Return what is wrong with a drawing, as a Dutch sentence; empty when nothing is."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return "heeft een DOCTYPE, en die mag hier niet."
    # The text was decoded already, so what the first line says of that has no say any more.
    body = _DECLARATION.sub("", text)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return "is geen geldige SVG-tekening."
    return next(_faults(root), "")


def _faults(root: etree._Element) -> Iterator[str]:
    if root.tag != f"{_SVG}svg":
        yield "is geen geldige SVG-tekening."
    if root.getprevious() is not None:
        yield "begint met een opdracht (<?…?>), en die mag hier niet."
    for one in root.iter():
        name = one.tag.removeprefix(_SVG) if isinstance(one.tag, str) else "?"
        if name not in _TAGS:
            yield f"gebruikt <{name}>, en dat mag niet in een tekening."
        for attribute, value in one.items():
            if fault := _attribute_fault(attribute, value):
                yield fault


def _attribute_fault(name: str, value: str) -> str:
    if name in {"href", _XLINK}:
        return "" if value.startswith("#") else "verwijst naar iets buiten de tekening."
    if name not in _ATTRIBUTES and name != _LANGUAGE:
        return f"gebruikt '{name}', en dat mag niet in een tekening."
    outside = "url(" in _OWN_URL.sub("", value).casefold() or "\\" in value
    return "verwijst naar iets buiten de tekening." if outside else ""
