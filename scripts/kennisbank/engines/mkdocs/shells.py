"""Pages of entries get the shell that they share: the theme's page, rendered once for a section."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context

from kennisbank.engines.mkdocs.pages import DataPage, contents
from kennisbank.pages.page import Heading
from kennisbank.theme.shell import (
    ADDRESS,
    CONTENT,
    DESCRIPTION,
    HEADING,
    HEADING_ID,
    TITLE,
    shell_of,
    template_of,
)

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


def give_shells(
    files: Files, env: Environment, config: MkDocsConfig, navigation: Navigation
) -> None:
    """Let MkDocs render each page that shares a shell with the template made of it."""
    shells: dict[str, Template | None] = {}
    for page in [file.page for file in files.documentation_pages()]:
        if isinstance(page, DataPage) and (section := page.shell_section):
            if section not in shells:
                context = get_context(navigation, files, config, _marked(page))
                shell = shell_of(env.get_template("main.html").render(context))
                shells[section] = template_of(shell, env) if shell else None
            if shells[section]:
                page.meta["template"] = shells[section]


def _marked(page: DataPage) -> DataPage:
    """Return a page that has marks in the places where pages differ."""
    sample = copy.copy(page)
    sample.title, sample.canonical_url, sample.content = TITLE, ADDRESS, CONTENT
    if page.canonical_url is None:
        sample.canonical_url = None
    sample.meta = {**page.meta, "title": TITLE, "description": DESCRIPTION}
    sample.toc = contents(TITLE, [Heading(HEADING_ID, HEADING)] * 2)
    return sample
