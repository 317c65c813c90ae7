"""Writes values as JSON, the same bytes for the same values."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal


def json_text(value: object) -> str:
    """Return JSON on one line: with indentation Python leaves its fast way of writing it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def json_bytes(value: object) -> bytes:
    """Return the bytes of a file."""
    return f"{json_text(value)}\n".encode()


def json_script(receiver: str, name: str, value: object) -> bytes:
    """Return a file that hands its value to a script of ours, by name.

    A page that was opened from a disk may run such a file, and may not fetch one.
    """
    return f"{receiver}.receive({json_text(name)},{json_text(value)})\n".encode()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)
