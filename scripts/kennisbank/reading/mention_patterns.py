"""The patterns of citations and links in prose, and what a match of each stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A key has plain letters only; one that looks like it with others is reported with its whole name.
_KEY = r"[^\W_](?:[\w:.-]*\w)?"
_LOCATOR = r"[^;@\[\]]{1,80}"
_ITEM = rf"-?@{_KEY}(?:,{_LOCATOR})?"
# "zie ook @a", "1990, geciteerd in @a": words before a key, a few and no more than words.
_WORDS = r"(?:[\w.,:'’/-]{1,40}[ \n]){1,10}"
# How a bracket starts that holds a citation.
CITES = rf"\s*(?:{_WORDS})?-?@"
_NEXT_ITEMS = rf"(?:\s*;\s*(?:{_WORDS})?{_ITEM})*"
# Each way starts with its own sign: from there the engine of Python looks, five times as fast.
# With words in front, it may also be what a link is called.
CITATION = re.compile(
    rf"\[\s*(?P<cluster>{_ITEM}{_NEXT_ITEMS})\s*\]"
    rf"|\[(?P<worded>(?=\w){_WORDS}{_ITEM}{_NEXT_ITEMS})\s*\](?![(\[])"
    rf"|@(?<![\w@/.:+-]@)(?P<narrative>{_KEY})"
    r"(?: \[(?P<where>[^\[\]@;`<>\\\n]{1,80})\](?![(\[:]))?"
)
ENTRY_LINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]{0,140})(?:\|(?P<label>[^\[\]\n]{1,200}))?\]\]")
ONE_ITEM = re.compile(
    rf"(?P<before>{_WORDS})?(?P<bare>-)?@(?P<key>{_KEY})(?:,\s*(?P<locator>{_LOCATOR}))?"
)
# "[@a, @b]" and "(@a)": brackets around a mention that was meant to stand between them.
_OPENED = re.compile(r"\[[^\[\]\n]{0,200}$|\((?:zie\s+(?:ook\s+)?)?$", re.IGNORECASE)
_CLOSED = {"[": re.compile(r"[^\[\]\n]{0,200}\](?![\](\[])"), "(": re.compile(r"[^()\n]{0,200}\)")}
_NEAR = 201
# A link from one hand-written page to another names its file, as editors and GitHub do.
PAGE_LINK = re.compile(r"(?<=\]\()(?P<path>[^()\s:#]+\.md)(?=[#)])")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to the file of a hand-written page, relative to the page that links."""

    path: str
    start: int


@dataclass(frozen=True, slots=True)
class CitedWork:
    """One key in a citation; `start` is its place in the text.

    `before` are the words in front of it; of a bare one the author stands in the sentence.
    """

    key: str
    locator: str
    start: int
    before: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of one or more sources: between brackets, or as part of the sentence.

    `enclosed` tells that a mention in the sentence has brackets around it all the same.
    """

    works: tuple[CitedWork, ...]
    narrative: bool = False
    enclosed: bool = False


@dataclass(frozen=True, slots=True)
class EntryLink:
    """A link to an entry as it stands in the text; kind and id are empty when it is malformed."""

    kind: str
    id: str
    label: str
    start: int


def citation_of(match: re.Match[str]) -> Citation:
    """Return the citation that a match of CITATION stands for."""
    if match["narrative"]:
        start = match.start("narrative") - 1
        work = CitedWork(match["narrative"], (match["where"] or "").strip(), start)
        return Citation((work,), narrative=True, enclosed=_is_enclosed(match))
    name = "cluster" if match["cluster"] else "worded"
    items = ONE_ITEM.finditer(match.string, match.start(name), match.end(name))
    return Citation(tuple(_work_of(item) for item in items))


def _work_of(item: re.Match[str]) -> CitedWork:
    before, locator = ((item[name] or "").strip() for name in ("before", "locator"))
    start = item.start("key") - 1
    return CitedWork(item["key"], locator, start, before, bare=bool(item["bare"]))


def _is_enclosed(match: re.Match[str]) -> bool:
    opened = _OPENED.search(match.string[max(0, match.start() - _NEAR) : match.start()])
    return bool(opened and _CLOSED[opened[0][0]].match(match.string, match.end()))


def entry_link_of(match: re.Match[str]) -> EntryLink:
    """Return the link that a match of ENTRY_LINK stands for."""
    kind, colon, identifier = match["target"].strip().partition(":")
    if not colon:
        kind = identifier = ""
    return EntryLink(
        kind.strip(), identifier.strip(), (match["label"] or "").strip(), match.start()
    )
