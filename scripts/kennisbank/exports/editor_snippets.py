"""The library becomes the snippets that VS Code proposes inside a text: sources and entries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kennisbank.exports.editor_names import source_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library import Library

PATH = ".vscode/mentions.code-snippets"
_HEAD = "// Renewed by `kennisbank schema`; it may lag behind, since it forbids nothing.\n"


def snippet_files(library: Library) -> dict[str, str]:
    """Return the text of the one file by its path."""
    snippets = dict(_sources(library)) | dict(_entries(library))
    return {PATH: _HEAD + json.dumps(snippets, ensure_ascii=False, indent=2) + "\n"}


def _sources(library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    for key, (name, title) in sorted(source_names(library).items()):
        # Without brackets: VS Code closes those itself, and a sentence may name a source without.
        yield name, _snippet(f"@{key}", title)


def _entries(library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    labels = {kind.kind: kind.label.one for kind in library.kinds}
    for key, entry in sorted(library.entries.items()):
        yield f"{labels[key.kind]}: {entry.title}", _snippet(f"{key.kind}:{key.id}", entry.title)


def _snippet(text: str, description: str) -> dict[str, str]:
    return {"scope": "yaml,markdown", "prefix": text, "body": text, "description": description}
