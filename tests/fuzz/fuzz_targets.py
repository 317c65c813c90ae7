"""Any bytes go through each reader; what comes out keeps the promises that the reader makes."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kennisbank.checks import check_library
from kennisbank.checks.readability.sentences import sentences_of
from kennisbank.cli.output import as_github, as_json, as_text
from kennisbank.fields.validation import validate
from kennisbank.invisible_characters import HIDDEN
from kennisbank.library.library import Library
from kennisbank.library.loading import load_library
from kennisbank.outputs.data import source_files
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.prose_context import ProseContext
from kennisbank.problems import Problem
from kennisbank.reading.markdown_document import read_markdown
from kennisbank.reading.mentions import (
    Written,
    find_citations,
    find_entry_links,
    find_page_links,
    without_mentions,
)
from kennisbank.reading.text_file import decode
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.sources.addresses import doi_in
from kennisbank.sources.bibtex.file import bib_text
from kennisbank.sources.bibtex.latex import plain_text
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.date_parsing import date_of
from kennisbank.sources.name_parsing import names_of
from kennisbank.sources.works import works_of
from our_kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PATH = PurePosixPath("terms/a.yml")
BIB = PurePosixPath("references.bib")
LONGEST = 20_000


def entry(data: bytes) -> None:
    """A file of an entry gives values with a place, or problems with a place."""
    text = decode(data, PATH)
    if isinstance(text, Problem):
        return reported([text], "")
    document, problems = read_yaml(PATH, text)
    reported(problems, text)
    if document is None:
        assert problems
        return None
    for kind in KINDS:
        found, faults = validate(kind, document.value)
        assert (found is None) == bool(faults)
        for fault in faults:
            place = document.location_of(fault.key_path)
            assert 1 <= place.line <= text.count("\n") + 1
    for name, value in document.value.items():
        if isinstance(value, str) and value:
            document.location_of_text((name,), len(value) // 2)
    return None


def page(data: bytes) -> None:
    """A page written by hand gives a title and a body, or problems."""
    text = decode(data, PurePosixPath("docs/a.md"))
    if isinstance(text, Problem):
        return
    document, problems = read_markdown(PurePosixPath("docs/a.md"), text)
    assert (document is None) == bool(problems)
    reported(problems, text)


def bibliography(data: bytes) -> None:
    """A .bib file gives sources with a reference and every export, or problems."""
    text, problems = bib_text(data, BIB)
    found, more = read_bibtex(BIB, text)
    reported([*problems, *more], text)
    library = Library(KINDS, {}, frozenset(), found)
    reported(check_library(library), text)
    works = works_of(found.sources)
    for work in works.values():
        _harmless(work.reference)
        _harmless(work.form.in_sentence)
    for content in source_files(library, works).values():
        content.decode()


def prose(data: bytes) -> None:
    """Markdown becomes HTML in which nothing runs; the check sees the citations of the page."""
    text = _text(data)
    context = _layout()
    _harmless(context.prose.block(text, ProseContext("methoden/a/")))
    _harmless(context.prose.inline(text, ProseContext("methoden/a/")))
    _harmless(context.prose.page(text, ProseContext("over/a/", folder=PurePosixPath("docs/over"))))
    find_page_links(text)
    without_mentions(text)
    list(sentences_of(text))


def mentions(data: bytes) -> None:
    """What the page shows as an unknown source or entry, the check has seen, and nothing else."""
    text, prose, reading = _text(data), _layout().prose, ProseContext("methoden/a/")
    ways = {Written.LINE: prose.inline, Written.BLOCKS: prose.block, Written.PAGE: prose.page}
    for written, shown in ways.items():
        html = shown(text, reading)
        works = [work for one in find_citations(text, written) for work in one.works]
        links = find_entry_links(text, written)
        assert html.count('class="kb-missing">[bron onbekend: ') == len(works)
        assert html.count('class="kb-missing">[pagina onbekend: ') == len(links)
        assert all(text.startswith(f"@{work.key}", work.start) for work in works)
        assert all(text.startswith("[[", link.start) for link in links)


def fields(data: bytes) -> None:
    """A DOI, a date, names and LaTeX of a registry or a .bib file become plain values."""
    text = _text(data)
    doi = doi_in(text)
    assert doi == doi_in(doi)
    assert not set(doi) & set('"{}\\ \n')
    date_of(text)
    names = names_of(text)
    assert all(name.surname or name.given for name in names.known)
    assert "\n" not in plain_text(text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (entry, page, bibliography, prose, mentions, fields)
}
# What a browser takes for the scheme of an address; it skips what stands before it.
_SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.\t\n\r-]*):", re.IGNORECASE)
_ALLOWED = {
    *("href", "class", "id", "data-card", "start", "tabindex", "role", "aria-label", "title", "rel")
}
_TAGS = {
    *("p", "ul", "ol", "li", "strong", "em", "a", "i", "code", "pre", "blockquote", "br", "span"),
    *("h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "div"),
}


class _Harmless(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS
        for name, value in attrs:
            assert name in _ALLOWED
            scheme = _SCHEME.match(value or "") if name == "href" else None
            assert not scheme or scheme[1].casefold() in {"http", "https", "mailto"}


def _harmless(html: str) -> None:
    _Harmless().feed(html)


def _text(data: bytes) -> str:
    return HIDDEN.sub("", data.decode("utf-8", "ignore").replace("\r\n", "\n"))[:LONGEST]


def reported(problems: Iterable[Problem], text: str) -> None:
    """Each form of a report is safe for whoever reads it."""
    found = list(problems)
    lines = text.split("\n")
    reports = [
        as_text(found, lambda _, number: "".join(lines[number - 1 : number])),
        as_github(found),
        as_json(found),
    ]
    for report in reports:
        assert not HIDDEN.search(report.replace("\x1b[", ""))
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file="))
        for line in reports[1].split("\n")
        if line
    )


@cache
def _layout() -> RenderContext:
    with TemporaryDirectory() as folder:
        library, _ = load_library(Path(folder))
    return RenderContext(library, Repository())
