"""Finds addresses on the web in a text, and tells which lead elsewhere than they seem to.

A reader judges an address by the name of its site. Letters of another script that look like ours,
a name in front of an @, and the address of one site as the words of a link to another all fool
that reader.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kennisbank.messages import _

_ADDRESS = re.compile(r"https?://(?P<site>[^\s<>\"'`|\\/?#()\[\]{}]+)", re.IGNORECASE)
# The words of a link are an address of their own, with or without its beginning.
_NAMED = re.compile(
    r"\[(?:https?://)?(?:www\.)?(?P<shown>[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})(?:[/?#][^\[\]\s]*)?\]"
    r"\(<?https?://(?:www\.)?(?P<site>[^\s<>\"'`|\\/?#()]+)",
    re.IGNORECASE,
)
_TOPS = ("be", "com", "de", "edu", "eu", "fr", "gov", "info", "io", "net", "nl", "nu", "org", "uk")
_CODED = "xn--"
# Latin letters of Europe that nobody takes for another: no dotless i, no long s.
_LAST_LATIN = 0x17F
_LIKE_OTHERS = frozenset("ıĸŉſ")
# Whole alphabets with letters that look like ours; a Chinese name fools nobody.
_LOOKALIKES = frozenset(
    (
        "LATIN",
        "COMBINING",
        "CYRILLIC",
        "GREEK",
        "COPTIC",
        "ARMENIAN",
        "CHEROKEE",
        "LISU",
        "GEORGIAN",
        "OSAGE",
    )
)


def misleading_addresses(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each address in prose that misleads, and what is wrong with it."""
    for found in _ADDRESS.finditer(text):
        fault = site_fault(found["site"])
        if "@" in found["site"]:
            fault = _(
                "before the @ seems to stand a site; the address goes to what stands after it."
            )
        if fault:
            yield found.start(), fault
    for found in _NAMED.finditer(text):
        shown, site = found["shown"].casefold(), found["site"].casefold()
        # The name of a file, such as verslag.docx, is no site.
        if shown != site and shown.rpartition(".")[2] in (*_TOPS, site.rpartition(".")[2]):
            yield (
                found.start(),
                _(
                    "here stands {shown}, but the link goes to {site}.",
                    shown=found["shown"],
                    site=site,
                ),
            )


def address_fault(address: str) -> str:
    """Return why an address that stands by itself misleads, or nothing."""
    found = _ADDRESS.match(address)
    return site_fault(found["site"].rpartition("@")[2]) if found else ""


def site_fault(site: str) -> str:
    """Return why the name of a site is not what it seems, or nothing."""
    name = site.rpartition(":")[0] if site.rpartition(":")[2].isdecimal() else site
    if "%" in name:
        return _("the name of the site holds characters as code.")
    for label in name.split("."):
        if strange := _strange(label):
            code = f"U+{ord(strange):04X}"
            return _(
                "'{label}' holds a character that looks like another one: {strange} ({code}).",
                label=label,
                strange=strange,
                code=code,
            )
    return ""


def _strange(label: str) -> str:
    """Return the first sign of a part of a name that fools readers, or nothing."""
    if label.casefold().startswith(_CODED):
        try:
            label = label[len(_CODED) :].encode().decode("punycode")
        except (UnicodeError, ValueError, OverflowError):
            return label[0]
    if label.isascii():
        return ""
    plain = unicodedata.normalize("NFC", label)
    folded = unicodedata.normalize("NFKC", plain)
    if folded != plain:
        return next(a for a in plain if unicodedata.normalize("NFKC", a) != a)
    return next(filter(_is_strange, plain), "")


def _is_strange(sign: str) -> bool:
    alphabet = unicodedata.name(sign, "?").split()[0]
    if sign.isascii() or (ord(sign) <= _LAST_LATIN and alphabet == "LATIN"):
        return sign in _LIKE_OTHERS
    # A sign that is no letter, such as a slash of mathematics, may stand for one that ends a name.
    return alphabet in _LOOKALIKES or unicodedata.category(sign)[0] not in {"L", "M", "N"}
