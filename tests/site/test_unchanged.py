"""A build makes nothing when nothing changed; else the site is that of a build without memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generated import write_small_library
from kennisbank.kept_files import kept_file
from running import mkdocs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.build
# What a build says that makes nothing.
STANDS = "KENNISBANK_CACHE=off"


def site_of(root: Path, name: str = "site") -> dict[str, bytes]:
    """Return every file of a site."""
    site = root / name
    return {
        str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def built(root: Path, *options: str, **settings: str) -> bool:
    """Build a library, and return whether its site stood already."""
    done = mkdocs("build", *options, folder=root, **settings)
    assert done.returncode == 0, done.stderr
    return STANDS in done.stderr


def write_clean_library(root: Path) -> Path:
    """Write a small library of which nothing is to be told, and return its folder."""
    write_small_library(root)
    texts = "".join(path.read_text(encoding="utf-8") for path in root.glob("m*/*.yml"))
    sources = (root / "references.bib").read_text(encoding="utf-8").split("@article")
    cited = [one for one in sources[1:] if f"@{one[1 : one.index(',')]}," in texts]
    (root / "references.bib").write_text("".join(f"@article{one}" for one in cited), "utf-8")
    return root


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    """The site stays to the byte; when that was touched or an entry changes, it is made."""
    root = write_clean_library(tmp_path)
    assert not built(root)
    before = site_of(root)
    assert built(root)
    assert site_of(root) == before
    (root / "site" / "index.html").write_text("x", encoding="utf-8")
    assert not built(root)
    assert site_of(root) == before
    method = root / "methods" / "methode-1.yml"
    method.write_text(method.read_text("utf-8").replace("Methode 1 ", "Anders "), "utf-8")

    assert not built(root)
    changed = site_of(root)
    assert changed != before
    assert not built(root, KENNISBANK_CACHE="off")
    assert site_of(root) == changed
    assert set(root.glob(".site-*")) == set()


def test_a_build_that_had_something_to_say_says_it_again(tmp_path: Path) -> None:
    """A warning is not lost because nothing changed."""
    root = write_clean_library(tmp_path)
    with (root / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@book{los, title = {Niemand}, year = {2001}}\n")

    for _ in range(2):
        done = mkdocs("build", folder=root)
        assert "unused-source" in done.stderr
        assert STANDS not in done.stderr


def test_what_was_kept_is_not_believed_when_anything_is_off(tmp_path: Path) -> None:
    """A list that was cut off, or that lies, leads to a build of everything."""
    root = write_clean_library(tmp_path)
    assert not built(root)
    folder = kept_file(root, "x")
    assert folder
    [file] = folder.parent.glob("site-*")
    whole = file.read_bytes()
    for content in (whole[:-1], whole[:32] + json.dumps([]).encode()):
        file.write_bytes(content)
        assert not built(root)
        assert file.read_bytes() == whole
    assert built(root)
