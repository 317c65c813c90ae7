"""What a preview makes when it is asked is what a build makes, and an edit reads one file again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generated import write_small_library
from kennisbank.build import build_site
from kennisbank.preview import Memory, Preview
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = REPOSITORY / "tests" / "examples" / "good" / "links-both-ways"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of nine methods."""
    return write_small_library(tmp_path)


def built(preview: Preview) -> tuple[set[str], set[str]]:
    """Return the addresses and paths of a build; what a preview gives there is the same."""
    site = build_site(preview.root)
    for page in site.pages:
        assert preview.page(page.address) == replace(page, linked_data={}), page.address
    for path, content in site.files.items():
        assert preview.file(path) == content, path
    return {page.address for page in site.pages}, set(site.files)


def test_every_page_and_file_is_that_of_a_build() -> None:
    """Whatever was asked before; only the linked data is for search engines, and left out."""
    addresses, paths = built(Preview(EXAMPLE, Memory()))

    assert {"", "methoden/een-method/", "bronnen/", "zoeken/"} <= addresses
    assert {"data/v1/library.json", "assets/search/core.js", "llms.txt"} <= paths


def test_after_each_kind_of_edit_it_is_that_of_a_build(library: Path) -> None:
    """An entry, a source, a page, a new and a removed entry: nothing of before is left."""
    memory = Memory()
    edits = (
        [
            ("methods/methode-2.yml", "title: Methode 2", "title: Anders"),
            ("docs/index.md", "Welkom.", "Welkom allemaal."),
        ],
        [
            ("references.bib", "{Werk 3}", "{Ander werk}"),
            ("methods/methode-4.yml", "effort: klein", "effort: reuze"),
        ],
    )
    assert Preview(library, memory).pages()
    for at_once in edits:
        for path, old, new in at_once:
            text = (library / path).read_text("utf-8")
            assert old in text
            (library / path).write_text(text.replace(old, new, 1), "utf-8")
        built(Preview(library, memory))
    (library / "methods" / "methode-2.yml").rename(library / "methods" / "nieuw.yml")
    addresses, _ = built(Preview(library, memory))

    assert "methoden/nieuw/" in addresses
    assert not {"methoden/methode-2/", "methoden/methode-4/"} & addresses


def test_only_a_changed_file_is_parsed_again(library: Path) -> None:
    """All other entries are the very objects that were read before."""
    memory = Memory()
    before = Preview(library, memory).context.library.files
    changed = library / "methods" / "methode-2.yml"
    changed.write_text(changed.read_text("utf-8").replace("title: M", "title: m"), "utf-8")
    after = Preview(library, memory).context.library.files

    assert [key.id for key in after if after[key] is not before[key]] == ["methode-2"]


def test_it_tells_what_a_build_tells(library: Path) -> None:
    """The problems are the same, those of dead links too."""
    page = library / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[Weg](nergens/)\n", "utf-8")
    bad = library / "methods" / "methode-1.yml"
    bad.write_text(bad.read_text("utf-8").replace("effort: klein", "effort: reuze"), "utf-8")
    told = Preview(library, Memory()).problems()

    assert told == build_site(library).problems
    assert {one.location.path.name for one in told} >= {"index.md", "methode-1.yml"}


def test_what_is_nowhere_is_nothing(library: Path) -> None:
    """Neither a page nor a file."""
    preview = Preview(library, Memory())

    assert preview.page("nergens/") is None
    assert preview.file("assets/nergens.js") is None
