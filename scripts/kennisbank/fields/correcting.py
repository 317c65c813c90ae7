"""Puts other words in the place of a sentence of an entry, in the text of its file."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from kennisbank.fields.base import Entry
from kennisbank.fields.specs import texts
from kennisbank.fields.writing import WIDTH, on_one_line
from kennisbank.reading.yaml_document import KeyPath, YamlDocument, read_yaml
from kennisbank.reading.yaml_layout import layout_of


def corrected(kind: type[Entry], document: YamlDocument, old: str, new: str) -> str | None:
    """Return the text of the file in which one sentence is another, and nothing else is.

    None where the old words do not stand in exactly one place of what people read, or where the
    file cannot hold the new ones in a way that leaves all other values as they were.
    """
    # The file and its value may break lines where a reader sees a space.
    pattern = re.compile(r"\s+".join(map(re.escape, old.split())))
    found = [
        (one.key_path, match, one.text)
        for one in texts(kind, document.value)
        if one.spec.field_type.is_read
        for match in pattern.finditer(one.text)
    ]
    if len(found) != 1:
        return None
    key_path, match, text = found[0]
    value = f"{text[: match.start()]}{new}{text[match.end() :]}"
    wanted = _with_value(document.value, key_path, value)
    for better in _candidates(document.text, pattern, new, text, value):
        after, _ = read_yaml(document.path, better)
        if after and after.value == wanted:
            return better
    return None


def _with_value(values: object, path: KeyPath, new: str) -> object:
    if not path:
        return new
    step, *rest = path
    if isinstance(values, dict):
        return {**values, step: _with_value(values[step], tuple(rest), new)}
    assert isinstance(values, tuple)  # noqa: S101 - a path leads through lists and groups only
    return tuple(
        _with_value(one, tuple(rest), new) if index == step else one
        for index, one in enumerate(values)
    )


def _candidates(
    text: str, pattern: re.Pattern[str], new: str, old_value: str, value: str
) -> Iterator[str]:
    """Yield ways to write it: lines broken as they were, in place, and between quotation marks."""
    for match in pattern.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end()) % (len(text) + 1)
        line = f"{text[start : match.start()]}{new}{text[match.end() : end]}"
        indent = " " * (len(line) - len(line.lstrip(" ")))
        broken = textwrap.wrap(
            line,
            WIDTH,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield "\n".join([text[:start].removesuffix("\n"), *broken]) + text[end:]
        yield f"{text[: match.start()]}{new}{text[match.end() :]}"
    for piece in layout_of(text).pieces:
        if piece.text == old_value:
            yield f"{text[: piece.start]}{on_one_line(value)}{text[piece.end :]}"
