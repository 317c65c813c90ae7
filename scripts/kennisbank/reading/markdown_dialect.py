"""The Markdown that contributors may write: one parser for pages and for checks."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, link

from kennisbank.reading.mention_patterns import CITATION, ENTRY_LINK, citation_of, entry_link_of

_BAR = re.compile(r"(?<!\\)\|")
# For private use, so no file that was read has it.
_HIDDEN_BAR = "\ue000"


def markdown_parser(
    *, headings: bool, images: bool = False, renderer: type[RendererHTML] = RendererHTML
) -> MarkdownIt:
    """Return a parser whose tokens know citations and links to entries.

    Fields of entries have headings and pictures only where their kind says so.

    The `meta` of such a token holds the mention; its place counts from the start of its block.
    """
    markdown = MarkdownIt("commonmark", {"html": False}, renderer_cls=renderer).enable("table")
    # Indented code and pictures are no part of the language as such; they hide mistakes.
    markdown.disable(["code", "image", "html_block", "html_inline", "hr", "reference"])
    if images:
        markdown.enable("image")
    if not headings:
        markdown.disable(["heading", "lheading"])
    markdown.core.ruler.before("block", "hide_bars", _hide_bars)
    markdown.core.ruler.after("block", "show_bars", _show_bars)
    markdown.inline.ruler.at("link", _link_rule)
    markdown.inline.ruler.before("link", "entry_link", _entry_link_rule)
    markdown.inline.ruler.before("link", "citation", _citation_rule)
    return markdown


def _hide_bars(state: StateCore) -> None:
    # In a table, the bar before the words of a link would end the cell.
    if "[[" in state.src and "|" in state.src:
        state.src = ENTRY_LINK.sub(lambda link: _BAR.sub(_HIDDEN_BAR, link[0]), state.src)


def _show_bars(state: StateCore) -> None:
    for token in state.tokens:
        token.content = token.content.replace(_HIDDEN_BAR, "|")


def _link_rule(state: StateInline, silent: bool) -> bool:
    """Read a link as the parser does, and note where in its block it begins."""
    start, before = state.pos, len(state.tokens)
    found = link(state, silent)
    if found and not silent:
        opened = next(one for one in state.tokens[before:] if one.type == "link_open")
        opened.meta["start"] = start
    return found


def _citation_rule(state: StateInline, silent: bool) -> bool:
    # A link inside a link is no HTML; the words of a link stay words.
    if state.linkLevel or state.src[state.pos] not in "[@":
        return False
    match = CITATION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"citation": citation_of(match)}
    state.pos = match.end()
    return True


def _entry_link_rule(state: StateInline, silent: bool) -> bool:
    if state.linkLevel or state.src[state.pos] != "[":
        return False
    match = ENTRY_LINK.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("entry_link", "", 0).meta = {"link": entry_link_of(match)}
    state.pos = match.end()
    return True
