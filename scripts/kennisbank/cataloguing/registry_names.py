"""The people and organisations that a registry names become names of a CSL-JSON item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.cataloguing.registry_text import text_of
from kennisbank.citations.name_parts import prefix_and_family

if TYPE_CHECKING:
    from kennisbank.citations.item import Item

_PARTS = ("family", "given", "non-dropping-particle", "suffix")


def names_in_answer(value: object) -> list[Item]:
    """Return the names in their order; what names nobody is left out."""
    people = value if isinstance(value, list) else [value]
    return [name for one in people if isinstance(one, dict) and (name := _name(one))]


def _name(person: Item) -> Item:
    if whole := text_of(person.get("literal")) or text_of(person.get("name")):
        return {"literal": whole}
    parts = {part: text_of(person.get(part)) for part in _PARTS}
    # A prefix that is dropped in some countries is never dropped in a Dutch list.
    dropped = text_of(person.get("dropping-particle"))
    # Most registries put "van der Weide" in one field.
    prefix, family = prefix_and_family(
        f"{dropped} {parts['non-dropping-particle']} {parts['family']}"
    )
    if not family:
        return {"literal": parts["given"]} if parts["given"] else {}
    # Jr. or III; what has a comma would be read as the next name.
    suffix = "" if "," in parts["suffix"] else parts["suffix"]
    parts |= {"non-dropping-particle": prefix, "family": family, "suffix": suffix}
    return {part: text for part, text in parts.items() if text}
