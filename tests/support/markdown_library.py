"""Turns a folder of Markdown with front matter into the entries of a kind, by a table of names.

What the front matter does not say stays out: nothing is made up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from kennisbank.slug import slug

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def entries(folder: Path, names: Mapping[str, str], body: str) -> dict[str, dict[str, object]]:
    """Return the fields of an entry by its id; `names` gives our field for a key of theirs.

    `body` is the field that the text below the front matter goes to.
    """
    found = {}
    for file in sorted(folder.rglob("*.md")):
        head, text = _parts(file.read_text(encoding="utf-8"))
        fields = {ours: _value(head[theirs]) for theirs, ours in names.items() if head.get(theirs)}
        old = "/" + file.relative_to(folder).with_suffix("").as_posix() + "/"
        if text.strip():
            fields[body] = text.strip() + "\n"
        found[slug(file.stem)] = fields | {"redirect_from": [old]}
    return found


def _parts(text: str) -> tuple[dict[str, object], str]:
    if not text.startswith("---\n"):
        return {}, text
    head, _, body = text[4:].partition("\n---\n")
    return yaml.safe_load(head) or {}, body


def _value(value: object) -> object:
    """Return a value as our YAML has it: a list of texts, or a text."""
    return [str(one) for one in value] if isinstance(value, list) else str(value)


def write(root: Path, folder: str, found: Mapping[str, Mapping[str, object]]) -> None:
    """Write each entry to its file."""
    (root / folder).mkdir(parents=True, exist_ok=True)
    for name, fields in found.items():
        text = yaml.safe_dump(dict(fields), sort_keys=False, allow_unicode=True)
        (root / folder / f"{name}.yml").write_text(text, encoding="utf-8")
