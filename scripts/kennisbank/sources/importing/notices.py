"""Reads what registries say happened to a work: who retracted, corrected or replaced it.

The shapes are those of the REST API of Crossref (`updated-by`, `update-to`, `relation`, what
publishers assert of a change, and titles that begin with the notice) and of the API of OpenAlex
(`is_retracted`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kennisbank.sources.addresses import doi_in
from kennisbank.sources.importing.registry_text import first_in, text_of
from kennisbank.sources.status import Standing

CROSSREF, OPENALEX = "Crossref", "OpenAlex"


class Happening(StrEnum):
    """What a notice says of a work; the worst first."""

    RETRACTED = "retracted"
    PARTLY_RETRACTED = "partly-retracted"
    CONCERN = "concern"
    NEW_VERSION = "new-version"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    IS_NOTICE = "is-notice"


STANDING = {
    Happening.RETRACTED: Standing.RETRACTED,
    Happening.PARTLY_RETRACTED: Standing.CONCERN,
    Happening.CONCERN: Standing.CONCERN,
    Happening.NEW_VERSION: Standing.SUPERSEDED,
    Happening.PUBLISHED: Standing.SUPERSEDED,
    Happening.CORRECTED: Standing.CORRECTED,
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that happened to a work, who says so, and where that can be read."""

    happening: Happening
    registry: str
    doi: str = ""
    day: dt.date | None = None


_BY_TYPE = {
    Happening.RETRACTED: "retraction retracted withdrawal withdrawn removal removed "
    "crossmark_retraction",
    Happening.PARTLY_RETRACTED: "partial_retraction",
    Happening.CONCERN: "expression_of_concern concern",
    Happening.NEW_VERSION: "new_version new_edition",
    Happening.CORRECTED: "correction corrigendum erratum addendum clarification corrected_article "
    "publisher_correction author_correction corrigenda errata err",
}
_HAPPENINGS = {name: one for one, names in _BY_TYPE.items() for name in names.split()}
_UNDOING = frozenset(("reinstatement", "reinstated", "retraction_of_retraction"))
_UNDONE = frozenset((Happening.RETRACTED, Happening.PARTLY_RETRACTED, Happening.CONCERN))
# What publishers put before the title of a work itself. In small letters, only what no title of a
# study begins with: "Withdrawn: how people give up" is one.
_RETRACTED_TITLE = re.compile(
    r"\s*(?:[\[(]\s*(?:retracted|withdrawn|retraction)\b[^\])]*[\])]"
    r"|(?:retracted|withdrawn|removed)\s+(?:article|paper|chapter|manuscript)\b\s*[:.\-–—]"
    r"|retracted\s*:|(?-i:RETRACTED|WITHDRAWN|REMOVED)\b\s*[:.\-–—]|(?-i:TEMPORARY REMOVAL)\s*:)",
    re.IGNORECASE,
)
_CONCERN_TITLE = re.compile(r"\s*(?:editorial )?expression of concern\s*[:.\-–—]", re.IGNORECASE)
_NOTICE_TITLE = re.compile(
    r"\s*(?:retraction(?: note| notice)?|withdrawal(?: notice)?|notice of retraction|correction|"
    r"corrigendum|erratum|statement of retraction)\s*(?:to\b|of\b|for\b|[:.\-–—])",
    re.IGNORECASE,
)


def notices_of_crossref(
    record: Mapping[str, object], updates: Sequence[Mapping[str, object]], doi: str
) -> list[Notice]:
    """Return what the record of a work says happened to it, and the records that update it."""
    names = own_names(record, doi)
    updated = list(_mappings(record.get("update-to")))
    # A work that updates itself was changed in its place, and is no notice about another.
    own = [one for one in updated if _doi(one).casefold() in names]
    said = [*_updates(record.get("updated-by"), names), *_updates(own, names)]
    said += _from_others(updates, names)
    found = [*_standing(said), *_from_title(record), *_from_relations(record, names)]
    found += _from_assertions(record, names)
    if len(updated) > len(own) and not said:
        found.append(Notice(Happening.IS_NOTICE, CROSSREF, doi))
    return _each_once(found)


def own_names(record: Mapping[str, object], doi: str) -> dict[str, str]:
    """Return the DOIs of a work by their small letters: what was asked, and what it is called now.

    Where two works were made one, an old DOI is answered with the record of the other.
    """
    return {one.casefold(): one for one in (doi, _doi(record)) if one}


def _doi(said: Mapping[str, object]) -> str:
    return doi_in(text_of(said.get("DOI")))


def notices_of_openalex(record: Mapping[str, object]) -> list[Notice]:
    """Return what OpenAlex says of a work."""
    retracted = record.get("is_retracted") is True
    return [Notice(Happening.RETRACTED, OPENALEX)] if retracted else []


def _updates(
    said: object, names: Collection[str]
) -> Iterator[tuple[str, Notice | None, dt.date | None]]:
    """Yield type, notice and day of each update that a record of the work itself names."""
    for one in _mappings(said):
        notice = _doi(one)
        # A work that names itself was changed in its place.
        yield _update(one, "" if notice.casefold() in names else notice)


def _from_others(
    updates: Iterable[Mapping[str, object]], names: Collection[str]
) -> Iterator[tuple[str, Notice | None, dt.date | None]]:
    for record in updates:
        for one in _mappings(record.get("update-to")):
            if _doi(one).casefold() in names:
                yield _update(one, _doi(record))


def _update(said: Mapping[str, object], doi: str) -> tuple[str, Notice | None, dt.date | None]:
    name = _type_name(first_in(said, ("type", "label")))
    day = _day(said.get("updated"))
    happening = _HAPPENINGS.get(name)
    return name, Notice(happening, CROSSREF, doi, day) if happening else None, day


def _type_name(text: str) -> str:
    return re.sub(r"[\s-]+", "_", text.strip().casefold())


def _standing(said: Iterable[tuple[str, Notice | None, dt.date | None]]) -> Iterator[Notice]:
    """Yield the notices that still hold: a reinstatement takes back what was said before it."""
    rows = list(said)
    undone = [day or dt.date.max for name, _, day in rows if name in _UNDOING]
    for _, notice, day in rows:
        taken_back = any((day or dt.date.min) <= one for one in undone)
        if notice and not (notice.happening in _UNDONE and taken_back):
            yield notice


def _from_title(record: Mapping[str, object]) -> Iterator[Notice]:
    title = text_of(record.get("title"))
    if _RETRACTED_TITLE.match(title):
        yield Notice(Happening.RETRACTED, CROSSREF)
    elif _CONCERN_TITLE.match(title):
        yield Notice(Happening.CONCERN, CROSSREF)
    elif _NOTICE_TITLE.match(title):
        yield Notice(Happening.IS_NOTICE, CROSSREF)


_RELATIONS = {
    "is-preprint-of": Happening.PUBLISHED,
    "is-replaced-by": Happening.NEW_VERSION,
}


# As Springer Nature deposits a change of a work, with a sentence about it.
_CHANGE, _ABOUT_IT = "change_type", "change_details"
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def _from_assertions(record: Mapping[str, object], names: Collection[str]) -> Iterator[Notice]:
    rows = [
        (_type_name(text_of(one.get("name"))), text_of(one.get("value")))
        for one in _mappings(record.get("assertion"))
    ]
    found = [doi_in(doi) for name, text in rows if name == _ABOUT_IT for doi in _DOI.findall(text)]
    others = [doi for doi in found if doi.casefold() not in names]
    # Which of several sentences belongs to which change, nobody says.
    doi = others[0] if len(others) == 1 else ""
    for name, text in rows:
        if name == _CHANGE and (happening := _HAPPENINGS.get(_type_name(text))):
            yield Notice(happening, CROSSREF, doi)


def _from_relations(record: Mapping[str, object], names: Collection[str]) -> Iterator[Notice]:
    relations = record.get("relation")
    for name, happening in _RELATIONS.items():
        for one in _mappings(relations.get(name) if isinstance(relations, dict) else None):
            other = doi_in(text_of(one.get("id")))
            if other and other.casefold() not in names:
                yield Notice(happening, CROSSREF, other)


def _each_once(found: Iterable[Notice]) -> list[Notice]:
    """Return the notices, the worst first, without what another says with its DOI."""
    order = list(Happening)
    kept: list[Notice] = []
    for one in sorted(found, key=lambda one: (order.index(one.happening), not one.doi)):
        same = [other for other in kept if other.happening == one.happening]
        if not any(not one.doi or other.doi.casefold() == one.doi.casefold() for other in same):
            kept.append(one)
    return kept


def _mappings(said: object) -> list[Mapping[str, object]]:
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []


def _day(said: object) -> dt.date | None:
    parts = said.get("date-parts") if isinstance(said, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    numbers = [one for one in first if type(one) is int] if isinstance(first, list) else []
    if not numbers:
        return None
    try:
        return dt.date(*([*numbers, 1, 1])[:3])
    except (ValueError, OverflowError):
        return None
