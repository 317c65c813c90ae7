"""The HTML of our own pages becomes blocks: headings, paragraphs, items and tables of text."""

from __future__ import annotations

import re
from itertools import groupby, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

# A piece of text, or its look ("b" or "i") and the piece.
Run: TypeAlias = str | tuple[str, str]
Runs: TypeAlias = list[Run]
# What it is (h2, p, ul, ol, table …) and its runs; of a table rows of cells; of an item in a
# numbered list also its number.
Block: TypeAlias = tuple[str, Runs] | tuple[str, Runs, int] | tuple[str, list[list[Runs]]]

_LOOKS = {"strong": "b", "b": "b", "em": "i", "i": "i", "dt": "b"}
_TEXTS = frozenset({"p", "h2", "h3", "h4", "pre", "caption"})
_LISTS = frozenset({"ul", "ol"})
_BLOCKS = _TEXTS | _LISTS | {"dl", "table", "div"}
# On paper nobody follows a card, downloads a file or sees a drawing without its words.
_DRAWINGS = frozenset({"figcaption", "svg"})
_BLANKS = re.compile(r"[ \t\r\n]+")
_UNSEEN = ("aria-hidden", "hidden", "download")
_NO_TEXT = frozenset({"kb-grid", "kb-explained"})
_SAID = frozenset({"kb-opening", "kb-facts", "kb-section"})
_SAID_ELSEWHERE = "kb-sources"


def page_blocks(page: str) -> list[Block]:
    """Return what the sections of a page say; what is related and the sources stand elsewhere."""
    found: list[Block] = []
    for section in html.fromstring(page).iter("section"):
        names = section.get("class", "").split()
        if _SAID.isdisjoint(names) or _SAID_ELSEWHERE in names:
            continue
        blocks = list(_blocks(section))
        if any(not block[0].startswith("h") for block in blocks):
            found += blocks
    return found


def runs_of(fragment: str) -> Runs:
    """Return the text of a piece of HTML, with what is bold or italic."""
    return _runs(html.fragment_fromstring(fragment, create_parent="div"))


def _blocks(element: HtmlElement) -> Iterator[Block]:
    if _is_left_out(element):
        return
    if element.tag in _TEXTS:
        if runs := _runs(element):
            yield ("p" if element.tag in {"pre", "caption"} else element.tag, runs)
    elif element.tag in _LISTS:
        yield from _items(element)
    elif element.tag == "dl":
        yield from _definitions(element)
    elif element.tag == "table":
        yield from _table(element)
    else:
        for child in element:
            yield from _blocks(child)


def _is_left_out(element: HtmlElement) -> bool:
    if element.tag in _DRAWINGS or any(element.get(name) is not None for name in _UNSEEN):
        return True
    return not _NO_TEXT.isdisjoint(element.get("class", "").split())


def _items(element: HtmlElement) -> Iterator[Block]:
    """An item's first block is the item; what follows stands under it."""
    for number, item in enumerate(element, start=int(element.get("start", 1))):
        parts = [child for child in item if child.tag in _BLOCKS]
        head, *rest = parts or [item]
        if head.tag in _TEXTS or head is item:
            runs = _runs(head)
            yield ("ol", runs, number) if element.tag == "ol" else ("ul", runs)
        else:
            rest = parts
        for part in rest:
            yield from _blocks(part)


def _definitions(element: HtmlElement) -> Iterator[Block]:
    for name in element.iter("dt"):
        values = takewhile(lambda one: one.tag == "dd", name.itersiblings())
        said: Runs = []
        for value in values:
            said += [", ", *_runs(value)] if said else _runs(value)
        yield ("p", _joined([*_runs(name, "b"), ": ", *said]))


def _table(element: HtmlElement) -> Iterator[Block]:
    for caption in element.iterchildren("caption"):
        yield from _blocks(caption)
    rows = [[_runs(cell) for cell in row.xpath("./th | ./td")] for row in element.iter("tr")]
    yield ("table", rows)


def _runs(element: HtmlElement, look: str = "") -> Runs:
    return _joined(_pieces(element, look or _LOOKS.get(element.tag, "")))


def _pieces(element: HtmlElement, look: str) -> Iterator[Run]:
    if element.text:
        yield _run(element.text, look)
    for child in element:
        if not _is_left_out(child):
            # Blocks inside a cell or a value stand on one line.
            space = " " if child.tag in _BLOCKS or child.tag == "br" else ""
            yield from (_run(space, look), *_pieces(child, _LOOKS.get(child.tag, look)))
            yield _run(f"{_address(child)}{space}", look)
        if child.tail:
            yield _run(child.tail, look)


def _address(element: HtmlElement) -> str:
    """On paper a link to another site is its address, unless its text says that already."""
    target = element.get("href", "") if element.tag == "a" else ""
    outside = target.startswith("http") and target != element.text_content()
    return f" ({target})" if outside else ""


def _run(text: str, look: str) -> Run:
    return (look, text) if look else text


def _joined(pieces: Iterable[Run]) -> Runs:
    """Return the pieces with single spaces, none at either end, and equal neighbours as one."""
    runs: list[tuple[str, str]] = []
    written = (("", piece) if isinstance(piece, str) else piece for piece in pieces if piece)
    for look, texts in groupby(written, key=itemgetter(0)):
        text = _BLANKS.sub(" ", "".join(text for _, text in texts))
        if not runs or runs[-1][1].endswith(" "):
            text = text.lstrip(" ")
        if runs and runs[-1][0] == look:
            runs[-1] = (look, runs[-1][1] + text)
        elif text:
            runs.append((look, text))
    if runs:
        runs[-1] = (runs[-1][0], runs[-1][1].rstrip(" "))
    return [(look, text) if look else text for look, text in runs if text]
