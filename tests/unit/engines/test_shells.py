"""Pages that differ only in what they say get one shell of the theme, rendered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config import load_config
from mkdocs.structure.files import File

from generated import write_small_library
from kennisbank.build import entry_pages
from kennisbank.engines.mkdocs.pages import DataPage
from kennisbank.library.loading import load_library
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.source_pages import source_pages

if TYPE_CHECKING:
    from pathlib import Path


def test_all_entries_and_sources_of_one_look_share_a_shell(tmp_path: Path) -> None:
    """The theme takes longer for a page than we do for a source, so none may go through it."""
    config = load_config(config_file_path=None, site_name="Klein", docs_dir=str(tmp_path))
    context = RenderContext(load_library(write_small_library(tmp_path))[0], Repository())
    pages = [
        *entry_pages(context),
        *(page for page in source_pages(context) if page.address.count("/") > 1),
    ]
    made = [
        DataPage(
            page, File(page.file.as_posix(), None, "site", use_directory_urls=True), config, {}
        )
        for page in pages
    ]
    shared = {page.shared_shell for page in made}

    assert len(made) > 9
    assert None not in shared
    assert {section for section, _ in filter(None, shared)} >= {"method", "source"}
    assert len(shared) < len(made) / 2
