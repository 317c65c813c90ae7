"""The benchmarks that people run by hand, over so little that they are done in seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import bench_references
from asking import Question
from bench import table, write_markdown_twin
from bench_search import ask_theme, copy_templates_of_theme, opened, print_row
from generated import SMALL_CONFIG, write_library, write_small_library
from running import mkdocs

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_references_are_formatted_once(capsys: pytest.CaptureFixture[str]) -> None:
    """The first time each work is formatted, the second time none."""
    bench_references.measure(bench_references.bib_of(3), 3)
    told = capsys.readouterr().out

    assert told.startswith("3 works: read ")
    assert "(3 formatted), again" in told
    assert "(0 formatted)" in told


def test_what_others_build_is_what_readers_see(tmp_path: Path) -> None:
    """Each entry is a Markdown page with its texts, its sources and what is related to it."""
    write_library(tmp_path / "ours", 2)
    write_markdown_twin(tmp_path / "ours", tmp_path / "twin")
    pages = sorted((tmp_path / "twin").glob("*/*.md"))
    text = (tmp_path / "twin" / "methoden" / "methode-1.md").read_text(encoding="utf-8")

    assert len(pages) == 9
    assert "## Bronnen" in text
    assert "[[" not in text
    assert "[@" not in text


def test_a_table_has_a_row_for_all_that_is_installed(tmp_path: Path) -> None:
    """With seconds, memory and files; an edit is seen at the address of its page."""
    told = table(tmp_path, 3, rounds=1)

    assert told.startswith("## 3 entries\n")
    for name in ("MkDocs + Material", "kennisbank, cold", "kennisbank, again", "kennisbank check"):
        assert f"\n| {name} | " in told
    assert "Save → visible: kennisbank " in told


@pytest.mark.browser
def test_the_search_of_the_theme_is_asked_as_people_do(
    tmp_path: Path, browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    """It finds a method by its title, and its figures stand beside ours."""
    root = write_small_library(tmp_path)
    copy_templates_of_theme(root / "eigen")
    config = SMALL_CONFIG.replace("plugins: [", "plugins: [search, ")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = mkdocs("build", "--quiet", folder=root)
    assert done.returncode == 0, done.stderr
    with opened(browser, root / "site", "", width=1280) as page:
        found = ask_theme(page, "Methode 3")
    asked = [Question("exact", "Methode 3", ("methoden/methode-3/",))]
    print_row("exact", asked, [["methoden/methode-3/"]], [found])

    assert "methoden/methode-3/" in found
    assert capsys.readouterr().out.startswith("exact              1   1.000  1.000")
