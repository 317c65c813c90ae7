"""The benchmarks that people run by hand, over so little that they are done in seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import bench_references
from asking import Question
from bench import compare_builds, measure_check
from bench_search import ask_theme, copy_templates_of_theme, opened, print_row
from generated import SMALL_CONFIG, write_small_library
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


def test_plain_mkdocs_builds_the_same_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each entry is a Markdown page with its texts, its sources and what is related to it."""
    compare_builds(tmp_path, 2, rounds=1)
    measure_check(tmp_path / "checked", 2)
    told = capsys.readouterr().out
    pages = sorted((tmp_path / "plain" / "docs").glob("*/*.md"))
    text = (tmp_path / "plain" / "docs" / "methoden" / "methode-1.md").read_text(encoding="utf-8")

    assert "build of 2 entries, median of 1, seconds\n  plain MkDocs" in told
    assert "kennisbank check of 2 entries: " in told
    assert len(pages) == 9
    assert "## Bronnen" in text
    assert "[[" not in text
    assert "[@" not in text


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
