"""A template of the theme's page, made once for all pages that differ only in their content.

A theme takes milliseconds for each page to print the same header and footer again. Pages of one
depth and place share everything but their title, description, address, contents and content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jinja2

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


def template_of(shell: Shell, environment: jinja2.Environment) -> jinja2.Template:
    """Return the template that renders a page in the shell."""
    return environment.from_string(shell.source, globals={"pieces": shell.pieces})


def _source(rendered: str, pieces: list[str]) -> str:
    parts, done = [], 0
    for mark in _MARK.finditer(rendered):
        parts += [_piece(rendered[done : mark.start()], pieces), f"{{{{ {_VALUES[mark[0]]} }}}}"]
        done = mark.end()
    return "".join([*parts, _piece(rendered[done:], pieces)])


def _piece(text: str, pieces: list[str]) -> str:
    pieces.append(text)
    return f"{{{{ pieces[{len(pieces) - 1}] }}}}"
