"""A site is the same wherever it is built, and whole whenever the building stops."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from generated import write_small_library
from running import ENVIRONMENT, REPOSITORY, mkdocs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.build
HOME = "---\ntitle: Nieuw\ndescription: Later\n---\n\n{}\n"
KILLS = 3
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
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "4711",
        "LC_ALL": "C",
    }
    done = mkdocs("build", "--strict", folder=root, **settings)
    assert done.returncode == 0, done.stderr
    first, second = files_of(built_site), files_of(root / "site")

    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_killed_build_leaves_the_old_site(tmp_path: Path) -> None:
    """Until the new site is whole, the old one is there; the next build cleans up."""
    root = write_small_library(tmp_path)
    started = time.monotonic()
    assert mkdocs("build", folder=root).returncode == 0
    span = time.monotonic() - started
    before = files_of(root / "site")
    (root / "docs" / "index.md").write_text(
        "---\ntitle: Nieuw\ndescription: Later\n---\n\nAnders.\n"
    )
    for number in range(KILLS):
        command = [sys.executable, "-m", "mkdocs", "build"]
        build = subprocess.Popen(
            command, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        # From the moment that MkDocs has been read; the last ones while files are written.
        time.sleep(span * (0.5 + 0.5 * (number + random.random()) / KILLS))  # noqa: S311 - no secret
        build.kill()
        build.wait()
        if files_of(root / "site") != before:
            break
    after = files_of(root / "site")
    assert mkdocs("build", folder=root).returncode == 0

    assert after in (before, files_of(root / "site"))
    assert files_of(root / "site") != before
    assert not [path.name for path in root.iterdir() if path.name.startswith(".site")]


def test_a_strict_build_that_fails_at_the_end_leaves_the_old_site(tmp_path: Path) -> None:
    """MkDocs counts its own warnings only after the last file; that is no site either."""
    root = write_small_library(tmp_path)
    cited = "; ".join(f"@bron{number}" for number in range(40))
    (root / "docs" / "index.md").write_text(HOME.format(f"Alle bronnen [{cited}]."))
    assert mkdocs("build", "--strict", folder=root).returncode == 0
    before = files_of(root / "site")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("[index.md", "[index.md, weg.md"))
    done = mkdocs("build", "--strict", folder=root)

    assert done.returncode == 1
    assert "weg.md" in done.stderr
    assert files_of(root / "site") == before
    assert not [path.name for path in root.iterdir() if path.name.startswith(".site")]
