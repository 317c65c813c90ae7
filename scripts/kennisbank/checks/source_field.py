"""A source has a title, its fields have the names they should have, and their LaTeX can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.sources.bibtex.latex import plain_text
from kennisbank.sources.fields import is_set_aside, misspelt
from kennisbank.sources.source import Bibliography, Source
from kennisbank.suggestions import QUESTION

RULE = Rule(
    "source-field",
    N_("A source has no title, a field with a wrong name, or text that cannot be read."),
    N_("Correct the name of the field, or write the text in plain letters."),
)
_TITLES = ("title", "booktitle", "maintitle", "shorttitle")
# LaTeX has no say in these.
_NEVER_READ = frozenset(("doi", "url", "urldate", "eprint", "archiveurl", "isbn", "issn"))
# What Crossref and catalogues put around words; other signs between < and > may be meant.
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|scp|span)>", re.IGNORECASE)
_COMMAND = re.compile(r"\\[A-Za-z]+")


def find(library: Library) -> Iterator[Problem]:
    """Yield what would silently be missing from a reference, or stand in it as code."""
    yield from problems_in(library.bibliography)


def problems_in(bibliography: Bibliography) -> Iterator[Problem]:
    """Yield the same for sources that belong to no library."""
    for source in bibliography.all_sources:
        # Of a work that others only mention, the title may be all that is not known.
        known = next(filter(None, map(source.fields.get, _TITLES)), "")
        if not known and source.fields.get("recordstate") != "as-cited":
            message = _("'{key}' has no title.", key=source.key)
            yield RULE.problem(source.location, message, _("Add: title = {The title},"))
        elif known and not any(map(str.isalnum, plain_text(known))):
            message = _("the title of '{key}' has no words: {title}.", key=source.key, title=known)
            yield RULE.problem(source.location, message, _("Write the title of the work."))
        yield from _misspelt(source)
        yield from _unreadable(source)


def _misspelt(source: Source) -> Iterator[Problem]:
    for name, near in misspelt(source).items():
        message = _(
            "in '{key}', the field '{name}' has a name that does not count.",
            key=source.key,
            name=name,
        )
        yield RULE.problem(source.place_of(name), message, _(QUESTION, word=near))


def _unreadable(source: Source) -> Iterator[Problem]:
    for name in source.places:
        raw = "" if name in _NEVER_READ or is_set_aside(source, name) else source.fields[name]
        for code, hint in _code_in(raw):
            message = _(
                "in '{key}', '{code}' in the field '{name}' cannot be read.",
                key=source.key,
                code=code,
                name=name,
            )
            yield RULE.problem(source.place_of(name), message, hint)


def _code_in(raw: str) -> Iterator[tuple[str, str]]:
    """Yield what readers would see as code, and what to do about it."""
    shown = plain_text(raw) if "\\" in raw or "<" in raw else ""
    if found := next((one for one in _COMMAND.findall(raw) if one in shown), ""):
        yield found, _("Write in plain letters what must be there.")
    if tag := _TAG.search(shown):
        yield tag[0], _("Leave out the signs: in a source there is no italic or bold.")
