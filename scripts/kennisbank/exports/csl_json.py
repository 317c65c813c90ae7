"""Works become CSL-JSON, the form that reference managers and citation engines share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kennisbank.citations.item import Item

# CSL has no word for "and others"; BibTeX says it with a last name, and so do its converters.
OTHERS = {"literal": "others"}
_FIRST = ("id", "type", "title", "author", "editor", "translator", "issued", "status")


def csl_json(items: Iterable[Item]) -> list[dict[str, Any]]:
    """Return the items as the schema of CSL-JSON wants them: nothing of ours beside its names."""
    return [_item(item) for item in items]


def role_with_others(item: Item) -> str:
    """Return whose names end with "and others", or nothing where all are named."""
    if not item.get("others"):
        return ""
    return "editor" if item.get("editor") and not item.get("author") else "author"


def _item(item: Item) -> dict[str, Any]:
    found = {name: value for name, value in item.items() if name != "others"}
    if role := role_with_others(item):
        found[role] = [*found.get(role, ()), OTHERS]
    names = [*_FIRST, *sorted(found.keys() - set(_FIRST))]
    return {name: found[name] for name in names if name in found}
