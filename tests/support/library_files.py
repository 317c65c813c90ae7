"""Texts by their path become the files of a library, and a library what the check says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.checks import check_library
from kennisbank.library.loading import load_library
from kennisbank.pages.context import NOWHERE, SiteMetadata
from kennisbank.preview import Memory, Preview

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kennisbank.problems import Problem


def write_files(root: Path, files: Mapping[str, str]) -> Path:
    """Write files into a folder, and return it."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def html_at(root: Path, address: str, imprint: SiteMetadata = NOWHERE) -> str:
    """Return a page of a library without making the others; a build makes the same."""
    page = Preview(root, Memory(), imprint=imprint).page(address)
    assert page
    return page.html


def problems_in(root: Path) -> list[Problem]:
    """Return all that is wrong in a library, by place."""
    library, problems = load_library(root)
    return sorted([*problems, *check_library(library)])
