"""Markdown text becomes the citations and entry links that stand in it, with their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEY = r"[A-Za-z0-9](?:[A-Za-z0-9_:.-]*[A-Za-z0-9_])?"
_ITEM = rf"@{_KEY}(?:,[^;@\[\]]{{1,80}})?"
# The renderer uses the same two expressions, so that check and page never disagree.
CITATION = re.compile(
    rf"\[\s*(?P<cluster>{_ITEM}(?:\s*;\s*{_ITEM})*)\s*\]|(?<![\w@/.:+-])@(?P<narrative>{_KEY})"
)
ENTRY_LINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]{0,140})(?:\|(?P<label>[^\[\]\n]{1,200}))?\]\]")
ONE_ITEM = re.compile(rf"@(?P<key>{_KEY})(?:,\s*(?P<locator>[^;@\[\]]{{1,80}}))?")
# Read from left to right as markdown-it does: what starts first wins, and inside code, addresses,
# links and after a backslash there are no mentions.
# What starts a new block ends code that is still open.
_BLOCK = r"\n[ \t]*(?:\n|`{3}|~{3}|[-+*>](?=\s)|\d{1,9}[.)](?=\s))"
_SKIPPED = (
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*\n)|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    rf"|(?P<ticks>`+)(?!`)(?:(?!{_BLOCK}).)+?(?<!`)(?P=ticks)(?!`)|`+"
    r"|<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+)>"
    r"|\\[\[@\\`]"
)
_LINK = (
    r"\[(?:[^\[\]`<\\]|<(?![A-Za-z][^<>\s]*>)|\\.|`[^`]*`|`(?![^`]*`)|\[(?!\s*@|\[)[^\[\]`]*\])*\]"
    r"\(\s*(?:<[^<>\n]*>|[^\s()<>]*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
SCANNED = re.compile(
    rf"{_SKIPPED}|(?P<entry>{ENTRY_LINK.pattern})|(?P<citation>{CITATION.pattern})|{_LINK}",
    re.DOTALL | re.MULTILINE,
)
# A link from one hand-written page to another names its file, as editors and GitHub do.
_PAGE_LINK = re.compile(r"(?<=\]\()(?P<path>[^()\s:#]+\.md)(?=[#)])")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to the file of a hand-written page, relative to the page that links."""

    path: str
    start: int


@dataclass(frozen=True, slots=True)
class CitedWork:
    """One key in a citation; `start` is its place in the text."""

    key: str
    locator: str
    start: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of one or more sources: between brackets, or as part of the sentence."""

    works: tuple[CitedWork, ...]
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class EntryLink:
    """A link to an entry as it stands in the text; kind and id are empty when it is malformed."""

    kind: str
    id: str
    label: str
    start: int


def find_citations(markdown: str) -> list[Citation]:
    """Return the citations outside code, in order."""
    if "@" not in markdown:
        return []
    if _is_plain(markdown) and "[[" not in markdown:
        return [citation_of(match) for match in CITATION.finditer(markdown)]
    return [citation_of(match) for match in SCANNED.finditer(markdown) if match["citation"]]


def find_entry_links(markdown: str) -> list[EntryLink]:
    """Return the links to entries outside code, in order."""
    if "[[" not in markdown:
        return []
    if _is_plain(markdown):
        return [entry_link_of(match) for match in ENTRY_LINK.finditer(markdown)]
    return [entry_link_of(match) for match in SCANNED.finditer(markdown) if match["entry"]]


def _is_plain(markdown: str) -> bool:
    """Return whether there is nothing in which mentions do not count; most texts are plain."""
    return not any(mark in markdown for mark in ("`", "<", "\\", "~~~", "]("))


def find_page_links(markdown: str) -> list[PageLink]:
    """Return the links to other hand-written pages, in order."""
    return [PageLink(match["path"], match.start()) for match in _PAGE_LINK.finditer(markdown)]


def without_mentions(markdown: str) -> str:
    """Return a text without citations, and with the words of its links: for cards and lists."""
    linked = ENTRY_LINK.sub(
        lambda match: match["label"] or match["target"].split(":")[-1], markdown
    )
    return " ".join(CITATION.sub("", linked).replace(" .", ".").split())


def citation_of(match: re.Match[str]) -> Citation:
    """Return the citation that a match of CITATION stands for."""
    if match["narrative"]:
        work = CitedWork(match["narrative"], "", match.start("narrative") - 1)
        return Citation((work,), narrative=True)
    items = ONE_ITEM.finditer(match.string, match.start("cluster"), match.end("cluster"))
    return Citation(
        tuple(CitedWork(i["key"], (i["locator"] or "").strip(), i.start()) for i in items)
    )


def entry_link_of(match: re.Match[str]) -> EntryLink:
    """Return the link that a match of ENTRY_LINK stands for."""
    kind, colon, identifier = match["target"].strip().partition(":")
    if not colon:
        kind = identifier = ""
    return EntryLink(
        kind.strip(), identifier.strip(), (match["label"] or "").strip(), match.start()
    )
