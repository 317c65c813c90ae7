"""Finds what is wrong with the links in a library; makes its pages only where there is a doubt."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kennisbank.library.library import Library
from kennisbank.pages.dead_links import plainly_alive
from kennisbank.problems import Problem
from kennisbank.reading.site_files import docs_files


def link_problems(root: Path, library: Library, known: Iterable[Problem]) -> list[Problem]:
    """Return what only the pages tell of the links in a library, beside the known problems."""
    if plainly_alive(library, docs_files(root)):
        return []
    # To read what makes pages takes a sixth of a check, and there is seldom a doubt.
    from kennisbank.build import build_site  # noqa: PLC0415

    told = set(known)
    return [one for one in build_site(root, library.kinds).problems if one not in told]
