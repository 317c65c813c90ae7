"""Looks at the bytes of an image or drawing for what may not be published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from kennisbank.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator


IMAGE_LIMIT = 500_000
# What each kind of image starts with, as its name says nothing; and how EXIF is marked in it.
_KINDS = {
    ".png": (b"\x89PNG\r\n\x1a\n", b"eXIf"),
    ".jpg": (b"\xff\xd8\xff", b"Exif\x00\x00"),
    ".jpeg": (b"\xff\xd8\xff", b"Exif\x00\x00"),
    ".webp": (b"RIFF", b"EXIF"),
}
IMAGES = frozenset(_KINDS)


def image_fault(suffix: str, data: bytes) -> str:
    """Return what is wrong with an image, as a sentence; empty when nothing is."""
    start, camera = _KINDS[suffix]
    if not data.startswith(start) or (suffix == ".webp" and data[8:12] != b"WEBP"):
        return _("is no image of the kind {suffix}.", suffix=suffix)
    # Where and with what a picture was taken is nobody's business.
    return _("holds data of the camera (EXIF), such as the place.") if camera in data else ""


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
_OWN_URL = re.compile(r"url\(\s*['\"]?#([\w-]+)['\"]?\s*\)")
_DECLARATION = re.compile(r"\A<\?xml\s[^?>]*\?>")
# Any other would let a browser read other signs than we did.
_UTF8 = re.compile(r"^(?!.*encoding)|encoding\s*=\s*['\"]utf-?8['\"]", re.IGNORECASE | re.DOTALL)


class SvgFault(NamedTuple):
    """What is wrong with a drawing, as a sentence, and the line it is on."""

    message: str
    line: int = 1


def svg_fault(text: str) -> SvgFault | None:
    """Return the first thing that is wrong with a drawing, or nothing."""
    for name in ("<!DOCTYPE", "<!ENTITY"):
        if name in text:
            line = text.count("\n", 0, text.index(name)) + 1
            return SvgFault(_("has a DOCTYPE, which is not allowed here."), line)
    declared = _DECLARATION.match(text)
    if declared and not _UTF8.search(declared[0]):
        return SvgFault(_("says in its first line that it is not UTF-8. Remove that line."))
    body = _DECLARATION.sub("", text)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        return SvgFault(_("is no valid SVG drawing."), error.lineno or 1)
    except ValueError:
        return SvgFault(_("is no valid SVG drawing."))
    return next(_faults(root), None)


def _faults(root: etree._Element) -> Iterator[SvgFault]:
    if root.tag != f"{_SVG}svg":
        yield SvgFault(_("is no valid SVG drawing."))
    if root.getprevious() is not None or root.getnext() is not None:
        yield SvgFault(_("has an instruction (<?…?>), which is not allowed here."))
    for one in root.iter():
        line = one.sourceline or 1
        name = one.tag.removeprefix(_SVG) if isinstance(one.tag, str) else "?"
        if name not in _TAGS:
            yield SvgFault(
                _("uses <{name}>, which is not allowed in a drawing.", name=_plain(name)), line
            )
        for attribute, value in one.items():
            if fault := _attribute_fault(attribute, value):
                yield SvgFault(fault, line)
    yield from _layers(root)


def _attribute_fault(name: str, value: str) -> str:
    if name in {"href", _XLINK}:
        return "" if value.startswith("#") else _("refers to something outside the drawing.")
    if name not in _ATTRIBUTES and name != _LANGUAGE:
        return _("uses '{name}', which is not allowed in a drawing.", name=_plain(name))
    outside = "url(" in _OWN_URL.sub("", value).casefold() or "\\" in value
    return _("refers to something outside the drawing.") if outside else ""


def _layers(root: etree._Element) -> Iterator[SvgFault]:
    """Yield each part that is shown again and shows others again: ten of those take for ever."""
    named = {target for one in root.iter() for target in _targets(one)}
    for part in (one for one in root.iter() if one.get("id") in named):
        if any(_targets(inner) for inner in part.iterdescendants()):
            message = _("uses '{id}' again, and something else again within it.", id=part.get("id"))
            yield SvgFault(message, part.sourceline or 1)


def _targets(one: etree._Element) -> list[str]:
    """Return the ids that an element names in its attributes."""
    named = [value[1:] for name, value in one.items() if name in {"href", _XLINK}]
    return named + [url for value in one.values() for url in _OWN_URL.findall(value)]


def _plain(name: str) -> str:
    """Return the name of a tag or attribute without the address of what it belongs to."""
    return name.rpartition("}")[2]
