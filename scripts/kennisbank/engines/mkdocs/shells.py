"""Pages get the shell that they share: the theme's page, rendered once for all in its place."""

from __future__ import annotations

import copy
from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context

from kennisbank.engines.mkdocs.dressing import dressed_for
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
    from collections.abc import Hashable

    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

_FEWEST = 5


def give_shells(
    files: Files, env: Environment, config: MkDocsConfig, navigation: Navigation
) -> None:
    """Let MkDocs render each page that shares a shell with the template made of it."""
    named = set(map(id, navigation.pages))
    sharing: dict[Hashable, list[DataPage]] = defaultdict(list)
    for page in [file.page for file in files.documentation_pages()]:
        if isinstance(page, DataPage) and id(page) not in named and (key := page.shares_shell):
            sharing[key].append(page)
    for pages in sharing.values():
        # To make a shell costs as much as to print a few pages.
        if len(pages) >= _FEWEST and (shell := _shell(pages[0], files, env, config, navigation)):
            for page in pages:
                page.meta["template"] = shell


def _shell(
    page: DataPage, files: Files, env: Environment, config: MkDocsConfig, navigation: Navigation
) -> Template | None:
    marked = _marked(page)
    context = get_context(navigation, files, config, marked)
    context["config"] = dressed_for(config, page.styles)
    rendered = env.get_template("main.html").render(context)
    shell = shell_of(rendered, len(marked.toc.items[0].children))
    return template_of(shell, env) if shell else None


def _marked(page: DataPage) -> DataPage:
    """Return a page that has marks in the places where pages differ."""
    sample = copy.copy(page)
    sample.title, sample.canonical_url, sample.content = TITLE, ADDRESS, CONTENT
    if page.canonical_url is None:
        sample.canonical_url = None
    sample.meta = {**page.meta, "title": TITLE, "description": DESCRIPTION}
    # Two of them show what the theme puts between.
    sample.toc = contents(TITLE, [Heading(HEADING_ID, HEADING)] * (2 * bool(page.headings)))
    return sample
