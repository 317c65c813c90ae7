"""The parts that JSON Schemas of exports are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

TEXT: dict[str, Any] = {"type": "string"}


def object_of(properties: dict[str, Any], optional: Iterable[str] = ()) -> dict[str, Any]:
    """Return the schema of an object with these properties, all required but the optional ones."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in properties if name not in set(optional)],
        "properties": properties,
    }


def list_of(items: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a list of one kind of thing."""
    return {"type": "array", "items": items}


def one_of(values: Iterable[object]) -> dict[str, Any]:
    """Return the schema of a value out of a closed list."""
    return {"enum": list(values)}
