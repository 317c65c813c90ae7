"""The first sentence of every module becomes the architecture page."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = REPOSITORY / "scripts" / "kennisbank"
# The order in which data goes through the program; a test holds that imports point up this list.
LAYERS = (
    (
        "atomic",
        "build_folder",
        "csv_text",
        "days",
        "file_names",
        "ingredients",
        "invisible_characters",
        "kept_content",
        "kept_files",
        "locales",
        "locking",
        "messages",
        "os_errors",
        "plain_json",
        "problems",
        "routes",
        "slug",
        "suggestions",
        "workers",
    ),
    ("reading",),
    ("fields",),
    ("config",),
    ("sources",),
    ("library",),
    ("evidence",),
    ("tools",),
    ("checks",),
    ("theme",),
    ("pages",),
    ("outputs",),
    ("forms",),
    ("build", "preview", "site_links"),
    ("engines",),
    ("cli", "__main__"),
)
_HEAD = """\
---
title: Architecture
description: How data goes through the generator, printed from the first sentence of each module.
---

Data goes one way, and problems travel beside it: each step returns what it could make *and* the
problems it met. Only `cli/` prints, exits or reads the clock; only
`sources/importing/doi_lookup.py` asks the network; only `engines/mkdocs/` knows MkDocs. A module
imports only from its own layer and from those above it, never in a circle.

This page is printed by `make renew` from the modules themselves; a test fails when it is stale.
"""


def architecture_page() -> str:
    """Return the Markdown of docs/development/architecture.md."""
    parts = [_HEAD]
    for number, layer in enumerate(LAYERS, start=1):
        parts.append(f"\n## Layer {number}: {', '.join(layer)}\n")
        for name in layer:
            parts += [f"- `{label}`: {sentence}" for label, sentence in _sentences(name)]
    return "\n".join(parts) + "\n"


def _sentences(name: str) -> list[tuple[str, str]]:
    folder = PACKAGE / name
    files = sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{name}.py"]
    return [(_label(file), first_sentence(file)) for file in files if file.exists()]


def _label(file: Path) -> str:
    path = file.relative_to(PACKAGE)
    return f"{path.parent}/" if path.name == "__init__.py" else str(path)


@cache
def tree_of(file: Path) -> ast.Module:
    """Return the code of a module, which more than one test goes through."""
    return ast.parse(file.read_text(encoding="utf-8"))


def first_sentence(file: Path) -> str:
    """Return the first paragraph of a module's docstring, on one line."""
    docstring = ast.get_docstring(tree_of(file)) or ""
    return " ".join(docstring.split("\n\n")[0].split())
