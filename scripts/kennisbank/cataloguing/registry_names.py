"""The people and organisations that a registry names become names of a CSL-JSON item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.cataloguing.registry_text import text_of

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
    prefix, family = _divided(f"{dropped} {parts['non-dropping-particle']} {parts['family']}")
    if not family:
        return {"literal": parts["given"]} if parts["given"] else {}
    parts |= {"non-dropping-particle": prefix, "family": family}
    return {part: text for part, text in parts.items() if text}


def _divided(surname: str) -> tuple[str, str]:
    """Return the prefix and the rest; most registries put "van der Weide" in one field."""
    words = surname.split()
    small = [word.lstrip("'’")[:1].islower() for word in words]
    start = small.index(False) if False in small else 0
    return " ".join(words[:start]), " ".join(words[start:])
