"""The site of this library is the same wherever it is built."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from running import REPOSITORY, fresh_mkdocs

if TYPE_CHECKING:
    from pathlib import Path

# What is no part of a library: what was built and installed, and what a tool remembers.
NOT_COPIED = shutil.ignore_patterns(
    ".*", "dist", "node_modules", "site", "tests", "*.egg-info", "__pycache__"
)


def files_of(site: Path) -> dict[str, bytes]:
    """Return the content of every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_two_builds_are_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    """Another folder, time zone, hash seed, language and age of the files change no byte."""
    root = tmp_path / "een andere map"
    shutil.copytree(REPOSITORY, root, ignore=NOT_COPIED, copy_function=shutil.copy)
    settings = {
        "KENNISBANK_SITE_URL": "https://voorbeeld.nl/kb/",
        "KENNISBANK_REPOSITORY": "https://voorbeeld.nl/kb-bron",
        "KENNISBANK_OFFLINE": "true",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "4711",
        "LC_ALL": "C",
    }
    done = fresh_mkdocs("build", "--strict", folder=root, **settings)
    assert done.returncode == 0, done.stderr
    first, second = files_of(built_site), files_of(root / "site")

    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
