"""The people and organisations that a registry names become names of a CSL-JSON item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.cataloguing.capitals import as_given_name, as_surname
from kennisbank.cataloguing.registry_text import text_of
from kennisbank.citations.item_data import csl_name
from kennisbank.citations.name import Name
from kennisbank.citations.name_parts import name_of, prefix_and_family
from kennisbank.exports.latex_text import latex_text

if TYPE_CHECKING:
    from kennisbank.citations.item import Item

_PARTS = ("family", "given", "suffix", "non-dropping-particle", "dropping-particle")


def names_in_answer(value: object) -> list[Item]:
    """Return the names in their order; what names nobody is left out."""
    people = value if isinstance(value, list) else [value]
    return [name for one in people if isinstance(one, dict) and (name := _name(one))]


def _name(person: Item) -> Item:
    if whole := text_of(person.get("literal")) or text_of(person.get("name")):
        return {"literal": whole}
    family, given, suffix, prefix, dropped = (text_of(person.get(part)) for part in _PARTS)
    if not family:
        return {"literal": given} if given else {}
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
