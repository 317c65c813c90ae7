"""Writes works as CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kennisbank.sources.conversion import ROLES
from kennisbank.sources.csl_item import STILL, CslItem, Role

# CSL has no word for "and others"; BibTeX says it with a last name, and so do its converters.
OTHERS = {"literal": "others"}
DATE_VARIABLES = frozenset(("issued", "original-date", "accessed", "event-date"))
_FIRST = ("id", "type", "title", "author", "editor", "translator", "issued", "status")


def csl_json(items: Iterable[CslItem]) -> list[dict[str, Any]]:
    """Return the items as the schema of CSL-JSON wants them: nothing of ours beside its names."""
    return [_item(item) for item in items]


def has_others(item: CslItem, role: Role) -> bool:
    """Return whether the names of a role end with "and others"."""
    leading = "editor" if item.get("editor") and not item.get("author") else "author"
    return bool(item.get("others" if role == leading else f"{role}-others"))


def _item(item: CslItem) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: value for name, value in item.items() if not name.endswith("others")
    }
    for role in (role for role in ROLES if has_others(item, role)):
        found[role] = [*found.get(role, ()), OTHERS]
    for name in DATE_VARIABLES & found.keys():
        start, *end = found[name].get("date-parts", [[]])
        if end == [STILL]:
            # Other processors fail on an open end behind a day, and print one behind a year.
            found[name] = {**found[name], "date-parts": [start[:1], STILL]}
    names = [*_FIRST, *sorted(found.keys() - set(_FIRST))]
    return {name: found[name] for name in names if name in found}
