"""The fields of a source that mean one thing become its text: the first that says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.reading.latex import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping


def first_text(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    """Return the text of the first of these fields that has any."""
    return next((text for name in names if (text := plain_text(fields.get(name, "")))), "")


def joined_title(fields: Mapping[str, str], title: str, subtitle: str) -> str:
    """Return a title with its subtitle behind a colon, or behind the title's own mark."""
    main, sub = plain_text(fields.get(title, "")), plain_text(fields.get(subtitle, ""))
    if not (main and sub):
        return main or sub
    return f"{main} {sub}" if main[-1] in "?!" else f"{main}: {sub}"
