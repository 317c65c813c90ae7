"""`kennisbank build` gives the site of a folder, or says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config import load_config

from commanding import run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_library_is_built_once_it_is_right(tmp_path: Path) -> None:
    """A problem is told and nothing is built; after that the site is where it was asked for."""
    root, site = tmp_path / "words", tmp_path / "out"
    run("init", root, "--preset", "glossary", "--language", "en")
    # MkDocs gives the plugin of this preview to the next build in the same program.
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.on_config(config)
    term = next((root / "terms").glob("*.yml"))
    good = term.read_text(encoding="utf-8")
    term.write_text(good.replace("summary:", "sumary:"), encoding="utf-8")
    refused = run("build", "--root", root, "--site", site)

    assert refused.exit_code == 1
    assert not site.exists()
    term.write_text(good, encoding="utf-8")
    built = run("build", "--root", root, "--site", site)
    assert built.exit_code == 0, built.output
    assert "Built: " in built.output
    assert (site / "terms" / term.stem / "index.html").is_file()
