"""The addresses elsewhere that a library names are found whole, once, with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kennisbank.library.loading import load_library
from kennisbank.outputs.external_links import outside_addresses

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "title: Leercultuur\nsummary: Hoe gewoon het is om te leren.\nreviewed: 2026-11-24\n"
SOURCES = """\
@online{tno,
  title = {Leren},
  url = {https://voorbeeld.nl/leren-},
  archiveurl = {https://archief.voorbeeld.nl/1},
}
@article{jansen,
  title = {Werken},
  doi = {10.1002/(SICI)1097<1::AID>3.0.CO;2-Y},
}
"""


def found(root: Path) -> list[tuple[str, list[str], tuple[str, ...]]]:
    """Return the addresses that a folder names, with places as text."""
    library, _ = load_library(root)
    return [
        (one.url, [str(place) for place in one.places], one.archived)
        for one in outside_addresses(library, root)
    ]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder for a library with one term."""
    (tmp_path / "terms").mkdir()
    (tmp_path / "docs").mkdir()
    return tmp_path


def test_sources_entries_and_pages_name_addresses(root: Path) -> None:
    """An address is in the list once; a DOI is one too; the copy in an archive stands beside."""
    text = f"{HEAD}definition: Zie <https://voorbeeld.nl/leren-> en [a](https://a.nl/x_(y)).\n"
    page = "---\ntitle: Over\ndescription: Iets\n---\n\nKijk op https://a.nl/b?c=d, of `http://e.nl`.\n"
    (root / "references.bib").write_text(SOURCES, encoding="utf-8")
    (root / "terms" / "leercultuur.yml").write_text(text, encoding="utf-8")
    (root / "docs" / "over.md").write_text(page, encoding="utf-8")

    assert found(root) == [
        ("http://e.nl", ["docs/over.md:6:33"], ()),
        ("https://a.nl/b?c=d", ["docs/over.md:6:9"], ()),
        ("https://a.nl/x_(y)", ["terms/leercultuur.yml:4:54"], ()),
        ("https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3.0.CO;2-Y", ["references.bib:8:3"], ()),
        (
            "https://voorbeeld.nl/leren-",
            ["references.bib:3:3", "terms/leercultuur.yml:4:18"],
            ("https://archief.voorbeeld.nl/1",),
        ),
    ]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("(https://a.nl/b)", ["https://a.nl/b"]),
        ("https://a.nl/b_(c)_d.", ["https://a.nl/b_(c)_d"]),
        ("[x](https://a.nl/b).", ["https://a.nl/b"]),
        ("**https://a.nl/b**", ["https://a.nl/b"]),
        ("https://doi.org/… is een voorbeeld", []),
        ("HTTPS://A.nl/b", ["HTTPS://A.nl/b"]),
        ("ftp://a.nl javascript:alert(1) //a.nl mailto:a@b.nl", []),
    ],
)
def test_the_sentence_around_an_address_is_no_part_of_it(
    root: Path, text: str, addresses: list[str]
) -> None:
    """Brackets, full stops and emphasis stay behind; other schemes are no web addresses."""
    page = f"---\ntitle: Over\ndescription: Iets\n---\n\n{text}\n"
    (root / "docs" / "over.md").write_text(page, encoding="utf-8")

    assert [url for url, *_ in found(root)] == addresses
