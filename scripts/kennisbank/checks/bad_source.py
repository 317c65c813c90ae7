"""The fields of a source have values that a list of references can be made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kennisbank.messages import _
from kennisbank.problems import Rule
from kennisbank.sources.addresses import address_of, doi_in, doi_of
from kennisbank.sources.conversion import faulty_names
from kennisbank.sources.date_parsing import (
    accessed_date,
    accessed_field,
    event_date,
    has_odd_month,
    original_date,
    publication_date,
)
from kennisbank.sources.importing.new_entry import MARKER
from kennisbank.sources.labels import DESIGNS, STATES
from kennisbank.sources.name_parsing import IN_BRACKETS
from kennisbank.sources.status import DAY_FIELD, DOI_FIELD, FIELD, Standing, day_in
from kennisbank.sources.work_types import ENTRY_TYPES, KNOWN_ENTRY_TYPES
from kennisbank.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem
    from kennisbank.sources.source import Bibliography, Source

RULE = Rule(
    "bad-source",
    "Een veld van een bron heeft een waarde waar niets mee te doen is.",
    "Verbeter het veld: een naam, datum, DOI, webadres, soort, 'studydesign' of 'recordstate'.",
)
_CODES = {"studydesign": DESIGNS, "recordstate": STATES, FIELD: tuple(Standing)}
# A name before an @ in front makes an address look like that of another site.
_ADDRESS = re.compile(r"https?://(?![^/?#]*@)(?=[^/?#]*[^\W_])[^\s<>\"]+", re.IGNORECASE)

_NAMES = "Schrijf 'Jansen, Piet and Vos, An', en een organisatie tussen accolades: {{TNO}}."
_ROLES = "Zet redacteuren in het veld 'editor' en vertalers in 'translator', zonder '(red.)'."


class _Fault(NamedTuple):
    field: str
    message: str
    hint: str


def find(library: Library) -> Iterator[Problem]:
    """Yield each value that cannot be used; a field that still waits for text is no fault here."""
    yield from problems_in(library.bibliography)


def problems_in(bibliography: Bibliography) -> Iterator[Problem]:
    """Yield the same for sources that belong to no library."""
    for source in bibliography.all_sources:
        for fault in _faults(source):
            # What a source takes over from another is reported there, once.
            own = not fault.field or fault.field in source.places
            if own and MARKER not in source.fields.get(fault.field, ""):
                place = source.place_of(fault.field)
                yield RULE.problem(place, f"in '{source.key}' {fault.message}", fault.hint)


def faulty_fields(source: Source) -> set[str]:
    """Return the fields of a source with a value that cannot be used."""
    return {fault.field for fault in _faults(source)}


def _faults(source: Source) -> Iterator[_Fault]:
    if source.type not in KNOWN_ENTRY_TYPES:
        hint = did_you_mean(source.type, KNOWN_ENTRY_TYPES)
        message = f"is '@{source.type}' geen soort bron die hier bekend is."
        choice = ", ".join(f"@{name} ({what})" for name, what in ENTRY_TYPES.items())
        yield _Fault("", message, hint or f"Kies uit: {choice}.")
    for field, names in faulty_names(source):
        in_brackets = IN_BRACKETS.search(names.faults[0])
        yield _Fault(
            field,
            f"is '{names.faults[0]}' niet als naam te lezen.",
            _ROLES if in_brackets else _NAMES,
        )
    yield from _date_faults(source)
    yield from _address_faults(source)
    for field, known in _CODES.items():
        value = source.fields.get(field, "")
        if value and value not in known:
            hint = did_you_mean(value, known) or f"Kies uit: {', '.join(known)}."
            yield _Fault(field, f"bestaat {field} '{value}' niet.", hint)


def _date_faults(source: Source) -> Iterator[_Fault]:
    fields = source.fields
    dates = {
        "date" if fields.get("date") else "year": publication_date(fields),
        accessed_field(fields): accessed_date(fields),
        "eventdate": event_date(fields),
        "origdate" if fields.get("origdate") else "origyear": original_date(fields),
    }
    for field, date in dates.items():
        if date.faulty:
            hint = (
                "Schrijf een jaartal, of een datum als 2022-03-03. Is er geen, laat het veld weg."
            )
            yield _Fault(field, f"is '{date.text}' geen datum.", hint)
    if has_odd_month(fields):
        field, what = ("month", "maand") if fields.get("month", "").strip() else ("day", "dag")
        hint = "Schrijf het getal van de maand: 3."
        if field == "day":
            hint = "Zet de maand erbij."
        yield _Fault(field, f"is '{fields[field]}' geen {what}.", hint)


def _address_faults(source: Source) -> Iterator[_Fault]:
    doi = doi_of(source.fields.get("doi", ""))
    if doi_in(doi) != doi:
        hint = "Een DOI begint met 10. en een getal, zoals 10.1177/0018726719865604."
        if _ADDRESS.fullmatch(doi):
            hint = "Zet een webadres in het veld 'url'; een DOI begint met 10. en een getal."
        yield _Fault("doi", f"is '{doi}' geen DOI.", hint)
    notice = source.fields.get(DOI_FIELD, "").strip()
    if notice and not doi_in(notice):
        message = _("has a '{field}' that is no DOI: '{value}'.", field=DOI_FIELD, value=notice)
        yield _Fault(DOI_FIELD, message, _("Write the DOI of the notice, which begins with 10."))
    day = source.fields.get(DAY_FIELD, "").strip()
    if day and not day_in(day):
        message = _("has a '{field}' that is no day: '{value}'.", field=DAY_FIELD, value=day)
        yield _Fault(DAY_FIELD, message, _("Write the day like 2026-11-25."))
    for field in ("url", "archiveurl"):
        url = address_of(source.fields.get(field, ""))
        if url and not _ADDRESS.fullmatch(url):
            yield _Fault(field, f"is '{url}' geen webadres.", "Begin met https:// of http://.")
