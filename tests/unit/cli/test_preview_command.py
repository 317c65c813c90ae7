"""`kennisbank preview`: a page of what is written so far."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from commanding import run
from evidence_library import method, write_evidence
from library_files import write_files


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library with a method, of a user with a folder of one's own for what is kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    root = tmp_path / "library"
    write_evidence(root, ruilen=method("Ruilen"))
    write_files(root, {"mkdocs.yml": "site_name: Proef\n"})
    return root


def page_of(said: str) -> str:
    """Return the page that a command wrote and told of."""
    return Path(unquote(urlsplit(said.strip()).path)).read_text(encoding="utf-8")


def test_a_half_filled_entry_shows_what_is_written_and_marks_the_rest(library: Path) -> None:
    """A file of two lines has a page already; each field that must come is named on it."""
    write_files(library, {"methods/delen.yml": "title: Werk <b>delen</b>\neffort: reusachtig\n"})
    result = run("preview", library / "methods" / "delen.yml", "--root", library)
    html = page_of(result.output)

    assert result.exit_code == 0
    assert "<title>Werk &lt;b&gt;delen&lt;/b&gt;</title>" in html
    assert "[nog te schrijven: Samenvatting]" in html
    assert "[nog te schrijven: Aanpak]" in html
    assert "<script" not in html


def test_a_whole_entry_shows_as_on_the_site(library: Path) -> None:
    """Nothing is marked on it."""
    html = page_of(run("preview", library / "methods" / "ruilen.yml", "--root", library).output)

    assert '<h1 id="titel">Ruilen</h1>' in html
    assert "nog te schrijven" not in html


def test_what_is_no_entry_is_told(library: Path) -> None:
    """A file that cannot be read says where; a file of something else says that it is none."""
    write_files(library, {"methods/stuk.yml": "title: [\n", "references.bib": ""})
    broken = run("preview", library / "methods" / "stuk.yml", "--root", library)
    other = run("preview", library / "references.bib", "--root", library)

    assert (broken.exit_code, other.exit_code) == (1, 1)
    assert broken.output.startswith("methods/stuk.yml:")
    assert "is geen onderwerp van deze bibliotheek" in other.output
