"""Asks registries what became of a work, and compares their record with ours.

What was not answered is unknown, never sound. A registry that fails several times in a row is left
alone for the rest of the run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from kennisbank.messages import _
from kennisbank.sources.addresses import doi_in
from kennisbank.sources.csl_item import CslItem, publication
from kennisbank.sources.importing.doi_lookup import RegistryAnswer
from kennisbank.sources.importing.known_work import first_name, same_title
from kennisbank.sources.importing.notices import (
    CROSSREF,
    OPENALEX,
    Notice,
    notices_of_crossref,
    notices_of_openalex,
    own_names,
)
from kennisbank.sources.importing.registry import item_of
from kennisbank.sources.importing.registry_text import text_of
from kennisbank.sources.order import fold

Ask = Callable[[str], RegistryAnswer]

# A registry that is down costs its time limit for each question.
_PATIENCE = 3
_MOST_SYNTHESES = 10
_OPENALEX_ID = re.compile(r"https://openalex\.org/(W\d{1,12})")
_SYNTHESIS = re.compile(
    r"meta-?\s?analy|systematic(?:ally)? review|systematic literature|umbrella review|"
    r"scoping review|review of reviews|research synthesis|meta-?\s?synthesis|overzichtsstudie",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the registry says something else than we do."""

    name: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Watched:
    """What became of one work; `unknown` says which question was not answered, and why."""

    key: str
    doi: str
    notices: tuple[Notice, ...] = ()
    differences: tuple[Difference, ...] = ()
    unknown: tuple[str, ...] = ()
    # What OpenAlex calls the work; empty when it did not say.
    openalex: str = ""


@dataclass(frozen=True, slots=True)
class Synthesis:
    """A review that cites a work which one of our entries rests on."""

    doi: str
    title: str
    year: int


@dataclass
class Registries:
    """Where Crossref and OpenAlex are asked, by what, and which of them stopped answering."""

    ask: Ask
    crossref: str
    openalex: str
    _failures: dict[str, int] = field(default_factory=dict, init=False)

    def watch(self, key: str, doi: str, item: CslItem) -> Watched:
        """Return what both registries say of a work."""
        unknown: list[str] = []
        name = quote(doi, safe="/")
        record = self._mapping(CROSSREF, f"{self.crossref}/works/{name}", unknown, "message")
        updates = self._updates(record, doi, unknown) if record is not None else []
        said = self._mapping(
            OPENALEX, f"{self.openalex}/works/doi:{name}?select=id,is_retracted", unknown
        )
        if record is not None and not doi_in(text_of(record.get("DOI"))):
            unknown.append(f"{CROSSREF}: " + _("the answer says nothing about this work."))
        if said is not None and not isinstance(said.get("is_retracted"), bool):
            unknown.append(f"{OPENALEX}: " + _("the answer says nothing about this work."))
        crossref = notices_of_crossref(record or {}, updates, doi)
        confirmed = {one.happening for one in crossref}
        other = [one for one in notices_of_openalex(said or {}) if one.happening not in confirmed]
        found = _OPENALEX_ID.fullmatch(text_of((said or {}).get("id")))
        return Watched(
            key,
            doi,
            (*crossref, *other),
            tuple(differences(item, item_of(record, doi))) if record else (),
            tuple(unknown),
            found[1] if found else "",
        )

    def syntheses(self, openalex: str, since: int) -> list[Synthesis]:
        """Return the reviews since a year that cite a work, the newest first."""
        wishes = {
            "filter": f"cites:{openalex},type:article|review,from_publication_date:{since}-01-01",
            "search": "review OR meta-analysis",
            "sort": "publication_date:desc",
            "per-page": "50",
            "select": "doi,title,publication_year",
        }
        address = f"{self.openalex}/works?{urlencode(wishes, safe=':,|')}"
        said = self._mapping(OPENALEX, address, [])
        rows = (said or {}).get("results")
        found = (
            [_synthesis(row) for row in rows if isinstance(row, dict)]
            if isinstance(rows, list)
            else []
        )
        return [one for one in found if one][:_MOST_SYNTHESES]

    def _updates(
        self, record: Mapping[str, object], doi: str, unknown: list[str]
    ) -> list[Mapping[str, object]]:
        """Return the records that say they update a work, under any of its names."""
        names = own_names(record, doi).values()
        if any("," in name for name in names):
            # A comma parts the filters of a question, and nothing makes it part of one.
            message = _("with a comma in a DOI, nobody can be asked who updates the work.")
            unknown.append(f"{CROSSREF}: {message}")
        asked = (self._updates_of(name, unknown) for name in names if "," not in name)
        return [one for found in asked for one in found]

    def _updates_of(self, doi: str, unknown: list[str]) -> list[Mapping[str, object]]:
        wishes = urlencode(
            {"filter": f"updates:{doi}", "rows": 100, "select": "DOI,update-to"}, safe=":/,"
        )
        said = self._mapping(CROSSREF, f"{self.crossref}/works?{wishes}", unknown, "message")
        if said is None:
            return []
        items, total = said.get("items"), said.get("total-results")
        found: list[Mapping[str, object]] = [
            one for one in (items if isinstance(items, list) else ()) if isinstance(one, dict)
        ]
        if not isinstance(items, list) or (isinstance(total, int) and total > len(items)):
            unknown.append(f"{CROSSREF}: " + _("not all that updates this work was answered."))
        return found

    def _mapping(
        self, registry: str, address: str, unknown: list[str], inside: str = ""
    ) -> Mapping[str, object] | None:
        if self._failures.get(registry, 0) >= _PATIENCE:
            unknown.append(f"{registry}: " + _("not asked: it failed several times in a row."))
            return None
        answer = self.ask(address)
        said = _parsed(answer)
        value = said.get(inside) if inside and said is not None else said
        if isinstance(value, dict):
            self._failures[registry] = 0
            return value
        if not answer.unknown:
            self._failures[registry] = self._failures.get(registry, 0) + 1
        reason = answer.message or _("the answer is cut off or cannot be read.")
        unknown.append(f"{registry}: {reason}")
        return None


def _parsed(answer: RegistryAnswer) -> Mapping[str, object] | None:
    try:
        said = json.loads(answer.body) if answer.body else None
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _synthesis(row: Mapping[str, object]) -> Synthesis | None:
    title, year = text_of(row.get("title")), row.get("publication_year")
    if not _SYNTHESIS.search(title) or not isinstance(year, int):
        return None
    return Synthesis(doi_in(text_of(row.get("doi"))), title, year)


def differences(ours: CslItem, theirs: CslItem) -> Iterator[Difference]:
    """Yield each field of which both say something, and not the same.

    How a title or a name is written does not count, nor a dash between pages.
    """
    title, other = ours.get("title", ""), theirs.get("title", "")
    if title and other and not same_title(title, other):
        yield Difference("title", title, other)
    first, second = publication(ours).start, publication(theirs).start
    if first and second and first.year != second.year:
        yield Difference("year", str(first.year), str(second.year))
    names = [first_name(one) for one in (ours, theirs)]
    if all(names) and _folded(names[0]) != _folded(names[1]):
        yield Difference("author", *names)
    for name in ("container-title", "volume", "issue", "page", "number"):
        one, two = str(ours.get(name, "")), str(theirs.get(name, ""))
        if one and two and _folded(one) != _folded(two):
            yield Difference(name, one, two)


def _folded(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text.replace("&", "and")).removeprefix("the "))
