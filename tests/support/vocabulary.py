"""JSON-LD becomes what the vocabulary of schema.org does not know: types, names and values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

# Its models take seconds each to be made; the tables that they are made from are enough here.
from schema_org.registry import CLASS_METADATA, PROPERTY_BY_SCHEMA, ancestry

if TYPE_CHECKING:
    from collections.abc import Iterator

# How a value that is no thing is written, by the kinds of value that a property takes.
_WRITTEN = {
    "Text": re.compile(r".", re.DOTALL),
    "URL": re.compile(r"https?://\S+"),
    "Date": re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?"),
    "DateTime": re.compile(r"\d{4}-\d\d-\d\dT.*"),
}
_NUMBERS = {"Number", "Integer"}
# Says how a program fills in an action; the vocabulary describes it in words only.
_ANNOTATION = "-input"


def strange(data: dict[str, Any], place: str = "") -> Iterator[str]:
    """Yield the place of each type, property or value that the vocabulary does not have."""
    name = data.get("@type", "")
    if name not in CLASS_METADATA:
        yield f"{place}@type={name}"
        return
    types = {name, *ancestry(name)}
    for key, value in data.items():
        here = f"{place}{name}.{key}"
        if key.startswith("@") or key.endswith(_ANNOTATION):
            continue
        known = PROPERTY_BY_SCHEMA.get(key)
        if not known or known.superseded_by or not types & set(known.domains):
            yield here
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _strange_value(one, set(known.ranges), here)


def _strange_value(value: object, ranges: set[str], place: str) -> Iterator[str]:
    if isinstance(value, dict):
        name = value.get("@type", "")
        above = {name, *ancestry(name)} if name in CLASS_METADATA else set()
        if not ranges & above:
            yield f"{place}: {name}"
        yield from strange(value, f"{place} > ")
    elif isinstance(value, str):
        if not any(_WRITTEN[one].match(value) for one in ranges & _WRITTEN.keys()):
            yield f"{place}: {value}"
    elif not ranges & _NUMBERS:
        yield f"{place}: {value}"
