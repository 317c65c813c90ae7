"""Whatever a site is made of is looked at before a build takes it for made."""

from __future__ import annotations

import os
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from generated import write_small_library
from kennisbank.build import build_site
from kennisbank.engines.mkdocs import KennisbankPlugin
from kennisbank.engines.mkdocs.unchanged import ingredients_of, is_knowable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kennisbank.ingredients import Ingredients

KINDS = ("methods", "mechanisms")


def ingredients(root: Path) -> Ingredients:
    """Return what the site of a library is made of, as a build looks at it."""
    config = load_config(str(root / "mkdocs.yml"))
    plugin = config.plugins["kennisbank"]
    assert isinstance(plugin, KennisbankPlugin)
    found = ingredients_of(config, plugin.config)
    found.take(KINDS)
    return found


def appended(name: str, text: str = "#") -> Callable[[Path], object]:
    """Return what puts a text behind a file, which is made when it is not there."""

    def change(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "an entry": appended("methods/methode-1.yml"),
    "a new entry": appended("methods/nieuw.yml"),
    "no entry any more": lambda root: (root / "methods" / "methode-8.yml").unlink(),
    "another name": lambda root: (root / "methods" / "methode-7.yml").rename(
        root / "methods/x.yml"
    ),
    "a hidden file among entries": appended("methods/.x"),
    "a link": lambda root: (root / "methods" / "y.yml").symlink_to("x.yml"),
    "an entry in the wrong folder": appended("elders/methode.yml"),
    "sources": appended("references.bib"),
    "a page": appended("docs/index.md"),
    "an image": appended("docs/beeld/x.svg"),
    "the audit": appended("docs/development/audit.json"),
    "settings": appended("mkdocs.yml", "\nsite_description: Anders\n"),
    "kinds": appended("kennisbank.yml"),
    "the scale": appended("rating.yml"),
    "words that mean the same": appended("synonyms.yml"),
    "retired pages": appended("retired.yml"),
    "published addresses": appended("addresses.txt"),
    "a template": appended("eigen/main.html"),
    "an icon": appended("eigen/.icons/x.svg"),
    "a template of the library": appended("overrides/partials/x.html"),
    "what an earlier version kept": appended(".cache/x"),
}


def test_each_change_is_one_of_what_the_site_is_made_of(tmp_path: Path) -> None:
    """And as long as nothing changes, nothing seems to."""
    root = write_small_library(tmp_path)
    seen = {ingredients(root).digest}
    assert {ingredients(root).digest} == seen
    for name, change in CHANGES.items():
        change(root)
        digest = ingredients(root).digest
        assert digest not in seen, name
        seen.add(digest)

    assert {ingredients(root).digest} <= seen


@pytest.mark.parametrize("name", ["SOURCE_DATE_EPOCH", "KENNISBANK_REPOSITORY"])
def test_so_is_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Settings that come from there, and the day up to which ages are counted."""
    root = write_small_library(tmp_path)
    before = ingredients(root).digest
    monkeypatch.setenv(name, "1700000000")

    assert ingredients(root).digest != before


def test_what_is_written_during_a_build_is_noticed(tmp_path: Path) -> None:
    """Also when it is put back to what it was: the build may have read the other text."""
    root = write_small_library(tmp_path)
    found = ingredients(root)
    assert found.have_stayed()
    file = root / "methods" / "methode-1.yml"
    text, state = file.read_bytes(), file.stat()
    file.write_bytes(text + b"#")
    file.write_bytes(text)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))

    assert not found.have_stayed()


@pytest.mark.parametrize("setting", ["hooks: [haak.py]", "plugins: [kennisbank, search]"])
def test_of_the_code_of_others_nothing_is_known(tmp_path: Path, setting: str) -> None:
    """What a hook or another plugin reads, nobody can tell."""
    root = write_small_library(tmp_path)
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "haak.py").write_text("", encoding="utf-8")
    assert is_knowable(load_config(str(root / "mkdocs.yml")))
    name = setting.partition(":")[0]
    rows = [row for row in text.splitlines() if row.partition(":")[0] != name]
    (root / "mkdocs.yml").write_text("\n".join([*rows, setting]), encoding="utf-8")

    assert not is_knowable(load_config(str(root / "mkdocs.yml")))


def test_all_that_a_build_reads_is_looked_at(tmp_path: Path) -> None:
    """Python tells of each file that it opens; one that nobody looks at would go stale."""
    root = write_small_library(tmp_path)
    for name in ("synonyms.yml", "retired.yml", "rating.yml", "addresses.txt", "docs/x.svg"):
        (root / name).touch()
    read: set[str] = set()
    listens = True

    def listen(event: str, given: tuple[object, ...]) -> None:
        if listens and event == "open" and isinstance(given[0], str | os.PathLike):
            read.add(os.path.basename(given[0]))  # noqa: PTH119 - folders are opened step by step

    sys.addaudithook(listen)
    build_site(root)
    listens = False
    known = {PurePath(path).name for path in ingredients(root).paths()}
    ours = {path.name for path in root.rglob("*") if path.is_file()}

    assert {"methode-1.yml", "references.bib", "index.md", "rating.yml"} <= read
    assert read & ours <= known
