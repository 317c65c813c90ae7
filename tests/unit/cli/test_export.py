"""`kennisbank export` writes a whole folder or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commanding import run
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

TERM = """\
title: Leercultuur
summary: Hoe gewoon het is om te leren.
reviewed: 2026-11-24
definition: Leren hoort erbij.
"""
CONFIG = """\
site_name: !ENV [KENNISBANK_TEST_NAME, Klein]
plugins: [{kennisbank: {repository: "https://voorbeeld.nl/bron/", date: 2026-12-01}}]
nav: [index.md]
"""
HOME = "---\ntitle: Start\ndescription: Een begin\n---\n\nOver [[term:leercultuur]].\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a library with a home page and one valid term."""
    files = {"terms/leercultuur.yml": TERM, "docs/index.md": HOME, "mkdocs.yml": CONFIG}
    return write_files(tmp_path, files)


def test_export_writes_pages_files_and_settings(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page knows its repository; a setting comes from the environment; own files go along."""
    monkeypatch.setenv("KENNISBANK_TEST_NAME", "Groot")
    (root / "docs" / "assets" / "stylesheets").mkdir(parents=True)
    (root / "docs" / "assets" / "stylesheets" / "a.css").write_text("a {}", encoding="utf-8")
    (root / "docs" / ".verborgen").write_text("x", encoding="utf-8")
    result = run("export", root / "map", "--root", root)
    page = (root / "map" / "docs" / "begrippen" / "leercultuur" / "index.md").read_text("utf-8")
    settings = (root / "map" / "mkdocs.yml").read_text("utf-8")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f"staan in {root / 'map'}, klaar voor een andere generator.\n")
    assert "https://voorbeeld.nl/bron/blob/main/terms/leercultuur.yml" in page
    assert "site_name: Groot" in settings
    assert (root / "map" / "docs" / "assets" / "stylesheets" / "a.css").read_text("utf-8") == "a {}"
    assert not (root / "map" / "docs" / ".verborgen").exists()


def test_export_again_replaces_only_what_it_wrote_itself(root: Path) -> None:
    """What an engine built from the folder may go; a page of someone else stops the export."""
    run("export", root / "map", "--root", root)
    (root / "map" / "site").mkdir()
    (root / "map" / "site" / "index.html").write_text("gebouwd", encoding="utf-8")
    (root / "docs" / "index.md").write_text(HOME.replace("Start", "Begin"), encoding="utf-8")
    again = run("export", root / "map", "--root", root)
    left = (root / "map" / "site").exists()
    (root / "map" / "docs" / "eigen.md").write_text("van mij", encoding="utf-8")
    refused = run("export", root / "map", "--root", root)

    assert again.exit_code == 0
    assert "Begin" in (root / "map" / "docs" / "index.md").read_text(encoding="utf-8")
    assert not left
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "MAP klopt niet: in 'map' staat 'docs/eigen.md', en dat zette" in refused.stderr
    assert (root / "map" / "docs" / "eigen.md").read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize("place", ["van-een-ander", "terms", "terms/map", "koppeling", "brief.txt"])
def test_export_to_a_folder_that_is_not_its_own_is_refused(root: Path, place: str) -> None:
    """A folder of someone else, one of the library, a link or a file stays as it was."""
    other = root / "van-een-ander"
    other.mkdir()
    (other / "brief.txt").write_text("Beste", encoding="utf-8")
    (root / "brief.txt").write_text("Beste", encoding="utf-8")
    (root / "koppeling").symlink_to(other)
    result = run("export", root / place, "--root", root)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "MAP klopt niet: " in result.stderr
    assert [path.name for path in other.iterdir()] == ["brief.txt"]
    assert [path.name for path in (root / "terms").iterdir()] == ["leercultuur.yml"]


def test_export_of_a_faulty_library_writes_nothing(root: Path) -> None:
    """The mistake is named with its place, as `kennisbank check` does."""
    (root / "terms" / "leercultuur.yml").write_text(TERM.replace("reviewed", "reviewd"), "utf-8")
    result = run("export", root / "map", "--root", root)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "terms/leercultuur.yml:3:1: unknown-field:" in result.stderr
    assert result.stderr.endswith("Er is niets geschreven.\n")
    assert not (root / "map").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "staat geen mkdocs.yml."),
        ("a: [", "mkdocs.yml is niet te lezen: while parsing a flow node"),
        ("a: !!python/name:os.system", "mkdocs.yml is niet te lezen: could not determine"),
        ("- a", "mkdocs.yml moet uit namen met waarden bestaan."),
    ],
)
def test_export_without_readable_settings_is_wrong_use(
    root: Path, text: str | None, message: str
) -> None:
    """The message names the file; nothing is written."""
    (root / "mkdocs.yml").unlink()
    if text is not None:
        (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    result = run("export", root / "map", "--root", root)

    assert result.exit_code == 2
    assert message in result.stderr
    assert not (root / "map").exists()


def test_export_counts_up_to_the_day_of_the_environment(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH goes before the day in mkdocs.yml; nonsense is wrong use."""
    told = []
    for epoch in ("", "1798761600"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        run("export", root / "map", "--root", root)
        page = (root / "map" / "docs" / "onderhoud" / "index.md").read_text("utf-8")
        told.append(page.split("gerekend is tot ")[1].split(".")[0])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gisteren")
    result = run("export", root / "map", "--root", root)

    assert told == ["1 december 2026", "1 januari 2027"]
    assert result.exit_code == 2
    assert "'SOURCE_DATE_EPOCH' is 'gisteren'" in result.stderr
