"""The benchmarks that people run by hand, over so little that they are done in a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import bench_references
from bench import write_markdown_twin
from generated import write_library

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_references_are_formatted_once(capsys: pytest.CaptureFixture[str]) -> None:
    """The first time each work is formatted, the second time none."""
    bench_references.measure(bench_references.bib_of(3), 3)
    told = capsys.readouterr().out

    assert told.startswith("3 works: read ")
    assert "(3 formatted), again" in told
    assert "(0 formatted)" in told


def test_plain_mkdocs_gets_the_same_texts(tmp_path: Path) -> None:
    """Each entry is a Markdown page with its texts, its sources and what is related to it."""
    write_library(tmp_path / "ours", 2)
    write_markdown_twin(tmp_path / "ours", tmp_path / "plain")
    pages = sorted((tmp_path / "plain" / "docs").glob("*/*.md"))
    text = (tmp_path / "plain" / "docs" / "methoden" / "methode-1.md").read_text(encoding="utf-8")

    assert len(pages) == 9
    assert "## Bronnen" in text
    assert "[[" not in text
    assert "[@" not in text
