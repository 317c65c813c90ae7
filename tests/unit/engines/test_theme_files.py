"""The theme's files are found without a walk through its hidden icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config import load_config
from mkdocs.structure.files import Files

from kennisbank.engines.mkdocs.dressing import dress

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig


def test_the_site_gets_the_same_files_of_the_theme(tmp_path: Path) -> None:
    """Those in a folder of the library's own too, but for what is hidden; icons can be printed."""
    own = tmp_path / "eigen"
    (own / "beeld" / ".weg").mkdir(parents=True)
    for name in ("beeld/a.svg", "beeld/.weg/b.svg", ".c.svg"):
        (own / name).write_text("<svg/>", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    config = load_config(
        config_file_path=str(tmp_path / "mkdocs.yml"),
        site_name="Klein",
        docs_dir=str(tmp_path / "docs"),
        theme={"name": "material", "custom_dir": str(own)},
    )
    walked = _files_of_theme(config)
    dress(config)
    environment = config.theme.get_env()
    found = _files_of_theme(config)

    assert found >= walked
    assert {one for one in found - walked if not one.startswith("assets/")} == set()
    assert "beeld/a.svg" in found
    assert len(environment.list_templates()) < 1_000
    assert environment.get_template(".icons/material/magnify.svg").render().startswith("<svg")


def _files_of_theme(config: MkDocsConfig) -> set[str]:
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return {file.src_uri for file in files}
