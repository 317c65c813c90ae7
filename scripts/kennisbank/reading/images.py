"""Looks at the bytes of an image or drawing for what may not be published."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from kennisbank.messages import _

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


class Size(NamedTuple):
    """How many pixels an image is wide and high."""

    width: int
    height: int


# A frame of a JPEG that says its size; the others are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:px)?")


def image_path(written: str) -> str:
    """Return the path in the site of an image as prose names it; empty for one elsewhere.

    It lies in docs/assets/, and is written as assets/drawing.png from whatever page.
    """
    path = written.removeprefix("/").removeprefix("docs/")
    parts = path.split("/")
    is_inside = parts[0] == "assets" and len(parts) > 1 and not {"", ".", ".."} & {*parts}
    return path if is_inside else ""


def image_size(suffix: str, data: bytes) -> Size | None:
    """Return the size that an image says it has, or nothing where it says none."""
    read = {".png": _png_size, ".webp": _webp_size, ".svg": _svg_size}.get(suffix, _jpeg_size)
    try:
        width, height = read(data)
    except (struct.error, ValueError, IndexError):
        return None
    return Size(width, height) if width > 0 and height > 0 else None


def _png_size(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    start = 2
    while True:
        mark, length = struct.unpack(">xBH", data[start : start + 4])
        if mark in _FRAMES:
            height, width = struct.unpack(">HH", data[start + 5 : start + 9])
            return width, height
        start += 2 + length


def _webp_size(data: bytes) -> tuple[int, int]:
    match data[12:16]:
        case b"VP8X":
            size = (int.from_bytes(data[start : start + 3], "little") for start in (24, 27))
            width, height = (one + 1 for one in size)
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case _:
            width, height = (one & 0x3FFF for one in struct.unpack("<HH", data[26:30]))
    return width, height


def _svg_size(data: bytes) -> tuple[int, int]:
    """Return what a drawing says itself, or else the size of the sheet it is drawn on."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise ValueError from None
    said = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if all(said):
        width, height = (float(one[1]) for one in said if one)
    else:
        _, _, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    return round(width), round(height)


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
