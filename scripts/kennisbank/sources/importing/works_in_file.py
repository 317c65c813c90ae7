"""Reads the works in a file of another program: CSL-JSON, RIS or BibTeX."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem
from kennisbank.reading.text_file import is_utf16
from kennisbank.sources.addresses import doi_in
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY, bib_text
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.formats.bibtex import latex_text
from kennisbank.sources.importing import csl_records, ris_records
from kennisbank.sources.importing.adding import new_key
from kennisbank.sources.importing.registry import item_of
from kennisbank.sources.importing.registry_text import text_of
from kennisbank.sources.name_parsing import is_others, name_of
from kennisbank.sources.source import ADDRESS_KEY, Bibliography, Source

# More works than a library of evidence has.
MOST_WORKS = 20_000
# Another format than those three, by its first signs, and what to do about it.
_OTHER_FORMATS = {
    r"\s*PMID ?- ": N_("this is a list of PubMed. Open it in Zotero, and export it as RIS."),
    r"\s*%0 ": N_("this is a list of EndNote. Export it from there as RIS."),
    r"\s*<(?:\?xml|xml|records|html|!doctype)": N_(
        "this is XML or a web page. Export the list as RIS, BibTeX or CSL-JSON."
    ),
    r"\s*FN .*\n(?:.*\n)*?PT ": N_(
        "this is a list of Web of Science as plain text. Export it as RIS or BibTeX."
    ),
}


@dataclass(frozen=True, slots=True)
class WorksInFile:
    """The works, and what could not be taken over, in sentences for people."""

    items: tuple[CslItem, ...]
    messages: tuple[str, ...] = ()
    # The works as sources, with the place of each field: a line, or of JSON which work it is.
    bibliography: Bibliography = field(default_factory=lambda: Bibliography({}))
    place: str = N_("line {line}: {message}")


def works_in(data: bytes) -> WorksInFile:
    """Return the works in a file, whatever its name; its first signs say what it is."""
    if is_utf16(data):
        return WorksInFile((), (_("this file is no UTF-8. Save it again as UTF-8."),))
    text, _problems = bib_text(data, BIBLIOGRAPHY)
    if text.lstrip().startswith(("[", "{")):
        return _in_json(text)
    if ris_records.IS_RIS.search(text):
        return _in_ris(text)
    for signs, message in _OTHER_FORMATS.items():
        if re.match(signs, text, re.IGNORECASE):
            return WorksInFile((), (_(message),))
    if "@" in text:
        return _in_bibtex(text)
    return WorksInFile((), (_("this is no CSL-JSON, RIS or BibTeX."),))


def _in_json(text: str) -> WorksInFile:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return WorksInFile((), (_("this JSON is cut off or cannot be read."),))
    found = _Found(place=N_("work {line}: {message}"))
    for number, row in enumerate(_rows(said), start=1):
        if not isinstance(row, dict):
            found.messages.append(_("number {n} is no work and is left out.", n=number))
        elif _is_of_crossref(row):
            found.add_item(item_of(row, doi_in(text_of(row.get("DOI")))), number)
        elif text_of(row.get("type")) not in _NO_WORKS:
            type_, fields = csl_records.fields_of(row)
            found.add(type_, fields, dict.fromkeys(fields, number), number)
    return found.works()


def _rows(said: object) -> list[object]:
    """Return the records: a list, or what an object of a web API holds."""
    for name in ("message", "items"):
        said = said.get(name, said) if isinstance(said, dict) else said
    return said if isinstance(said, list) else [said]


# Crossref keeps these beside each work; its records have ways of their own.
_OF_CROSSREF = ("indexed", "member", "prefix")
# What Zotero keeps beside works.
_NO_WORKS = frozenset(("note", "attachment", "annotation"))


def _is_of_crossref(row: Mapping[str, object]) -> bool:
    return any(name in row for name in _OF_CROSSREF)


def _in_ris(text: str) -> WorksInFile:
    found = _Found()
    for record in ris_records.ris_records(text):
        type_, fields, lines = ris_records.fields_of(record)
        found.add(type_, fields, lines, record.line)
        found.messages += _people(record)
        if not record.ended:
            message = _("this record has no end (ER). Is the file whole?")
            found.messages.append(_(found.place, line=record.line, message=message))
    return found.works()


def sources_in_ris(text: str) -> Bibliography:
    """Return the works in RIS under the keys that their ID gives them, with the lines of fields."""
    found: dict[str, Source] = {}
    for record in ris_records.ris_records(text):
        type_, fields, lines = ris_records.fields_of(record)
        places = {name: Location(BIBLIOGRAPHY, line) for name, line in lines.items()}
        place = Location(BIBLIOGRAPHY, record.line)
        source = Source(record.first("ID"), type_, fields, place, places)
        found.setdefault(source.key, source)
    addressed = {key: one for key, one in found.items() if ADDRESS_KEY.fullmatch(key)}
    others = {key: one for key, one in found.items() if key not in addressed}
    return Bibliography(addressed, others=others)


def _people(record: ris_records.RisRecord) -> Iterator[str]:
    """Ask after each name without a comma: an organisation to RIS, and by its looks a person."""
    for tag, text, line in record.rows:
        is_asked = tag in ris_records.AUTHORS and "," not in text and not is_others(text)
        name = name_of(latex_text(text)) if is_asked else None
        if name and name.given:
            message = _(
                "'{name}' is taken for an organisation. If it is a person, write '{person}'.",
                name=text,
                person=f"{name.surname}, {name.given}",
            )
            yield _("line {line}: {message}", line=line, message=message)


@dataclass
class _Found:
    """The works of a file while they are found."""

    items: list[CslItem] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    place: str = N_("line {line}: {message}")

    def add(self, type_: str, fields: dict[str, str], lines: Mapping[str, int], line: int) -> None:
        """Take in a record under the key that it would get."""
        places = {name: Location(BIBLIOGRAPHY, one) for name, one in lines.items()}
        source = Source("", type_, fields, Location(BIBLIOGRAPHY, line), places)
        item = csl_item(source)
        if self.add_item(item, line):
            tries = (new_key(item, ()), f"{new_key(item, ())}-{len(self.items)}")
            key = next(one for one in tries if one not in self.sources)
            self.sources[key] = Source(key, type_, fields, source.location, places)

    def add_item(self, item: CslItem, line: int) -> bool:
        """Take in a work, if it has a title."""
        if len(self.items) >= MOST_WORKS:
            message = _("only the first {n} works were read.", n=MOST_WORKS)
            self.messages += [message] if message not in self.messages else []
            return False
        if not item.get("title"):
            message = _("this work has no title and is left out.")
            self.messages.append(_(self.place, line=line, message=message))
            return False
        self.items.append(item)
        return True

    def works(self) -> WorksInFile:
        """Return what was found."""
        bibliography = Bibliography(self.sources)
        return WorksInFile(tuple(self.items), tuple(self.messages), bibliography, self.place)


def _in_bibtex(text: str) -> WorksInFile:
    bibliography, problems = read_bibtex(BIBLIOGRAPHY, text)
    messages = [
        _("line {line}: {message}", line=one.location.line, message=one.message)
        for one in problems
        if not _is_about_key(one, bibliography)
    ]
    items = tuple(csl_item(one) for one in bibliography.all_sources[:MOST_WORKS])
    return WorksInFile(items, tuple(messages), bibliography)


def _is_about_key(problem: Problem, bibliography: Bibliography) -> bool:
    """A key that cannot be an address does not matter: each new work gets another one."""
    return any(
        problem.location == source.location and f"'{key[:80]}'" in problem.message
        for key, source in bibliography.others.items()
    )
