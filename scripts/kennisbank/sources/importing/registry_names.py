"""Reads the names and dates in the answer of a registry."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kennisbank.sources.csl_item import CslDate, CslName, csl_name
from kennisbank.sources.formats.bibtex import latex_text
from kennisbank.sources.importing.registry_text import text_of
from kennisbank.sources.name_parsing import PREFIXES, name_of, prefix_and_family
from kennisbank.sources.names import Name

_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[AEIOUYÀ-Þ]")
# The t and s of 't Hart and 's Jacob.
_SMALL = PREFIXES | {"t", "s"}
_FEWEST_OF_A_NAME = 3


def as_surname(family: str) -> str:
    """Return the surname of a person with one capital: van der Berg, IJzerman, Jansen-de Vries."""
    return _WORD.sub(lambda word: _capitalised(word[0]), family) if family.isupper() else family


def as_given_name(given: str) -> str:
    """Return JAN as Jan; JP are initials."""
    return _WORD.sub(lambda word: _given(word[0]), given)


def _given(word: str) -> str:
    is_name = word.isupper() and len(word) >= _FEWEST_OF_A_NAME and _VOWEL.search(word)
    return _capitalised(word) if is_name else word


def _capitalised(word: str) -> str:
    small = word.lower()
    if small in _SMALL:
        return small
    start = 2 if small.startswith("ij") else 1
    return word[:start].upper() + small[start:]


# `issued` of Crossref is the first day online; the volume that is cited may be of a later year.
_NAMES = ("published-print", "issued", "published", "published-online", "posted")
_LIMITS = (9999, 12, 31)
_ISO = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


def date_in_answer(answer: Mapping[str, object], *, with_day: bool) -> CslDate:
    """Return a CSL date, or an empty one; `date-parts` without a year is no date."""
    found = (_parts(answer.get(name)) for name in _NAMES)
    parts = next((one for one in found if one), [])
    return {"date-parts": [parts if with_day else parts[:1]]} if parts else {}


def _parts(date: object) -> list[int]:
    if not isinstance(date, dict):
        return _from_text(text_of(date))
    rows = date.get("date-parts")
    first = rows[0] if isinstance(rows, list) and rows else None
    if isinstance(first, list) and (parts := _numbers(first)):
        return parts
    return _from_text(text_of(date.get("raw")) or text_of(date.get("literal")))


def _numbers(values: list[object]) -> list[int]:
    """Return year, month and day until one of them is missing or impossible."""
    numbers: list[int] = []
    for value, limit in zip(values, _LIMITS, strict=False):
        text = text_of(value)
        if not (text.isascii() and text.isdecimal() and len(text) <= len(str(limit))):
            break
        if not 0 < int(text) <= limit:
            break
        numbers.append(int(text))
    return numbers


def _from_text(text: str) -> list[int]:
    match = _ISO.match(text)
    return _numbers([part for part in match.groups() if part]) if match else []


PARTS_OF_NAME = ("family", "given", "suffix", "non-dropping-particle", "dropping-particle")


def names_in_answer(value: object) -> list[CslName]:
    """Return the names in their order; what names nobody is left out."""
    people = value if isinstance(value, list) else [value]
    return [name for one in people if isinstance(one, dict) and (name := _name(one))]


def _name(person: Mapping[str, object]) -> CslName | None:
    if whole := text_of(person.get("literal")) or text_of(person.get("name")):
        return {"literal": whole}
    family, given, suffix, prefix, dropped = (text_of(person.get(part)) for part in PARTS_OF_NAME)
    if not family:
        return {"literal": given} if given else None
    # Jr. or III; what has a comma would be read as the next name.
    suffix = "" if "," in suffix else suffix
    if given:
        family, given = as_surname(family), as_given_name(given)
    # A prefix that is dropped in some countries is never dropped in a Dutch list.
    surname = f"{dropped} {prefix} {family}".strip()
    # Registries put titles, prefixes and suffixes in any of these, as people do.
    read = name_of(latex_text(", ".join(filter(None, (surname, suffix, given)))))
    if not given or not read or read.literal:
        *front, last = surname.split()
        prefix, family = prefix_and_family(" ".join(front), last)
        read = Name(family, given, prefix, suffix)
    return csl_name(read)
