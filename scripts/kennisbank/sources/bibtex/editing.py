"""Changes a field of a source in the text of a .bib file; nothing else in it changes."""

from __future__ import annotations

import re

from kennisbank.sources.source import Source


def with_field(text: str, source: Source, name: str, value: str) -> str:
    """Return the text with a field of a source set; an empty value takes the field away.

    Raises:
        ValueError: when the source or its field is not where the text says.
    """
    start = _start(text, source)
    if name in source.places:
        written = re.compile(
            rf"\b{re.escape(name)}\s*=\s*(?:{_BRACED}|\"[^\"]*\"|\w+)\s*,?[ \t]*", re.IGNORECASE
        )
        found = written.search(text, start)
        if found is None:
            raise ValueError(source.key)
        new = f"{name} = {{{value}}}," if value else ""
        return text[: found.start()] + new + text[found.end() :]
    if not value:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    return f"{text[:start]}{newline}  {name} = {{{value}}},{text[start:]}"


# A value in braces, with braces in it up to twice: titles protect words so.
_BRACED = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"


def _start(text: str, source: Source) -> int:
    """Return where the fields of a source begin: behind the comma after its key."""
    lines = text.splitlines(keepends=True)
    before = "".join(lines[: source.location.line - 1])
    head = re.compile(rf"@\s*\w+\s*[{{(]\s*{re.escape(source.key)}\s*,")
    if found := head.search(text, len(before)):
        return found.end()
    raise ValueError(source.key)
