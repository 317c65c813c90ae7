"""Pages get the shell that they share: the theme's page, rendered once for all in its place.

A theme takes milliseconds for each page to print the same header and footer again. Pages of one
folder and place share everything but their title, description, address, contents and content.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from kennisbank.engines.mkdocs.dressing import dressed_for
from kennisbank.engines.mkdocs.pages import DataPage, contents
from kennisbank.pages.page import Heading

# Letters only: no theme escapes, trims or changes them.
TITLE, DESCRIPTION, ADDRESS, HEADING_ID, HEADING = (
    f"xqkb{word}qx" for word in ("title", "about", "address", "anchor", "heading")
)
# The theme adds a heading of its own to content that has none.
CONTENT = "<h1>xqkbcontentqx</h1>"
_VALUES = {
    TITLE: "page.title",
    DESCRIPTION: "page.meta.description",
    ADDRESS: "page.canonical_url",
    CONTENT: "page.content",
    HEADING_ID: "heading.id",
    HEADING: "heading.title",
}
_MARK = re.compile("|".join(_VALUES))
_HEADING_ITEM = re.compile(rf"<li(?:(?!<li).)*?{HEADING_ID}.*?</li>", re.DOTALL)
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


@dataclass(frozen=True)
class Shell:
    """The source of a template, and the pieces of the theme's page that it puts in between."""

    source: str
    pieces: tuple[str, ...]


def shell_of(rendered: str, headings: int) -> Shell | None:
    """Return the shell of a page that was rendered with marks, and with two or no marked headings.

    A theme that shows headings in another way than as a list has none.
    """
    pieces: list[str] = []
    items = list(_HEADING_ITEM.finditer(rendered))
    if len(items) != headings:
        return None
    if not items:
        return Shell(_source(rendered, pieces), tuple(pieces))
    first, second = items
    before = _source(rendered[: first.start()], pieces)
    one = _source(first.group(), pieces)
    between = _source(rendered[first.end() : second.start()], pieces)
    after = _source(rendered[second.end() :], pieces)
    rest = f"{{% if not loop.last %}}{between}{{% endif %}}"
    loop = f"{{% for heading in page.headings %}}{one}{rest}{{% endfor %}}"
    return Shell(before + loop + after, tuple(pieces))


def template_of(shell: Shell, env: Environment) -> Template:
    """Return the template that renders a page in the shell."""
    return env.from_string(shell.source, globals={"pieces": shell.pieces})


def _source(rendered: str, pieces: list[str]) -> str:
    parts, done = [], 0
    for mark in _MARK.finditer(rendered):
        parts += [_piece(rendered[done : mark.start()], pieces), f"{{{{ {_VALUES[mark[0]]} }}}}"]
        done = mark.end()
    return "".join([*parts, _piece(rendered[done:], pieces)])


def _piece(text: str, pieces: list[str]) -> str:
    pieces.append(text)
    return f"{{{{ pieces[{len(pieces) - 1}] }}}}"
