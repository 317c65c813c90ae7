"""The places in a Markdown text where the parser drops or changes what was written.

Its limits and rules say nothing when they leave something out: lists and quotes that lie deeper
than it goes, cells beyond the columns of a table, words behind the signs that open code, and the
numbers of a list, of which only the first counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pygments.lexers import get_all_lexers  # type: ignore[import-untyped]  # has no types

from kennisbank.messages import _
from kennisbank.reading.markdown_dialect import markdown_parser
from kennisbank.reading.mention_patterns import ENTRY_LINK
from kennisbank.reading.mentions import Written

# Words in bold within italics within bold … that nobody means, and that a browser gives up on.
INLINE_DEPTH = 20
# Whatever can be lost begins with one of these, and most texts have none of them.
_TRIGGER = re.compile(r"^[ \t>*+\-.)\d]{5,}|^[ \t>*+-]*(?:```|~~~|\d+[.)])|\|", re.MULTILINE)
_MARKS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*")
_QUOTED = re.compile(r"[ \t>]*")
_BAR = re.compile(r"(?<!\\)\|")
_LANGUAGE = re.compile(r"[a-z0-9+#.-]{0,12}")
_EMPHASIS = re.compile(r"[*_]")
# Where a fence holds a drawing in code.
DRAWN = re.compile(
    r"^[ \t]*(?:`{3,}|~{3,})[ \t]*\{?[ \t]*(?:mermaid|plantuml|graphviz|dot|vega(?:-lite)?)\b",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Unseen:
    """What readers do not see as it was written: its place in the text, what it is, what to do."""

    start: int
    what: str
    hint: str


def unseen_text(markdown: str, written: Written = Written.BLOCKS) -> Iterator[Unseen]:
    """Yield each place where text is dropped or changed, of each sort the first in its part."""
    nested = len(_EMPHASIS.findall(markdown)) > INLINE_DEPTH
    if not nested and not _TRIGGER.search(markdown):
        return
    parser = _parser(headings=written is Written.PAGE)
    if written is Written.LINE:
        yield from _deep_emphasis(parser.parseInline(markdown), [0])
        return
    starts = [0, *accumulate(len(line) + 1 for line in markdown.split("\n"))]
    tokens = parser.parse(markdown)
    yield from _too_deep(tokens, markdown, starts, parser.options.maxNesting)
    yield from _deep_emphasis(tokens, starts)
    for token in tokens:
        if token.type == "fence":
            yield from _behind_fence(token, markdown, starts)
    yield from _extra_cells(tokens, markdown, starts)
    yield from _other_numbers(tokens, starts)


@cache
def _parser(*, headings: bool) -> MarkdownIt:
    return markdown_parser(headings=headings)


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _too_deep(
    tokens: Sequence[Token], markdown: str, starts: Sequence[int], limit: int
) -> Iterator[Unseen]:
    """Yield the first list or quote that lies so deep that the parser reads no further."""
    for token in tokens:
        holds = token.type in {"blockquote_open", "list_item_open"}
        if holds and token.level >= limit - 1:
            found = _MARKS.match(markdown, starts[_line(token)])
            place = found.end() if found else starts[_line(token)]
            what = _(
                "too many lists or quotes stand inside each other here; the text in them is lost."
            )
            yield Unseen(place, what, _("Use three levels at most."))
            return


def _deep_emphasis(tokens: Sequence[Token], starts: Sequence[int]) -> Iterator[Unseen]:
    for token in tokens:
        deepest = max((child.level for child in token.children or ()), default=0)
        if deepest > INLINE_DEPTH:
            what = _(
                "more than {limit} times bold or italic stand inside each other here.",
                limit=INLINE_DEPTH,
            )
            yield Unseen(starts[_line(token)], what, _("Remove asterisks or underscores."))


def _behind_fence(token: Token, markdown: str, starts: Sequence[int]) -> Iterator[Unseen]:
    # A drawing is told as such: what its language is, is not lost on anybody.
    if not _is_language(token.info.strip()) and not DRAWN.match(token.markup + token.info):
        place = markdown.find(token.markup, starts[_line(token)]) + len(token.markup)
        what = _("what stands after {mark} is lost.", mark=token.markup[:3])
        yield Unseen(place, what, _("Put it on the next line, or remove the signs before it."))


def _is_language(word: str) -> bool:
    """Return whether a word names a language of code, as a reader of the file would know it."""
    if not _LANGUAGE.fullmatch(word):
        return False
    return not word or any(word in aliases for _, aliases, *_ in get_all_lexers(plugins=False))


def _extra_cells(tokens: Sequence[Token], markdown: str, starts: Sequence[int]) -> Iterator[Unseen]:
    columns = 0
    for token in tokens:
        if token.type == "thead_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns:
            start, end = starts[_line(token)], starts[_line(token) + 1] - 1
            place = _beyond(markdown[start:end], columns)
            if place is not None:
                what = _(
                    "this row has more cells than the {columns} of the head; the rest is lost.",
                    columns=columns,
                )
                hint = _("Give each row as many cells. Write a | in the text as \\|.")
                yield Unseen(start + place, what, hint)
                columns = 0


def _beyond(row: str, columns: int) -> int | None:
    """Return where the first text beyond the last column starts."""
    # The bar before the words of a link ends no cell.
    row = ENTRY_LINK.sub(lambda link: link[0].replace("|", "_"), row)
    quoted = _QUOTED.match(row)
    start = quoted.end() if quoted else 0
    bars = [found.start() for found in _BAR.finditer(row, start)]
    inner = bars[1:] if bars and bars[0] == start else bars
    if len(inner) < columns:
        return None
    rest = row[inner[columns - 1] + 1 :]
    place = len(row) - len(rest.lstrip(" \t|"))
    return place if place < len(row) else None


def _other_numbers(tokens: Sequence[Token], starts: Sequence[int]) -> Iterator[Unseen]:
    """Yield the first number of each list that readers see as another; all the same is a habit."""
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            yield from _renumbered(lists.pop(), starts)


def _renumbered(items: Sequence[Token], starts: Sequence[int]) -> Iterator[Unseen]:
    written = [int(item.info) for item in items]
    if len(set(written)) == 1:
        return
    for shown, item in enumerate(items, start=written[0]):
        if int(item.info) != shown:
            what = _(
                "here stands number {written}; readers see {shown}.",
                written=int(item.info),
                shown=shown,
            )
            hint = _("Number the list without gaps. If it is no list, put a \\ before the point.")
            yield Unseen(starts[_line(item)], what, hint)
            return
