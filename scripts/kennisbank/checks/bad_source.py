"""The fields of a source have values that a list of references can be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
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
from kennisbank.sources.importing.adding import MARKER
from kennisbank.sources.labels import DESIGNS, STATES
from kennisbank.sources.name_parsing import IN_BRACKETS, is_nobody
from kennisbank.sources.source import Bibliography, Source
from kennisbank.sources.status import DAY_FIELD, DOI_FIELD, FIELD, Standing, day_in
from kennisbank.sources.work_types import ENTRY_TYPES, KNOWN_ENTRY_TYPES
from kennisbank.suggestions import did_you_mean

RULE = Rule(
    "bad-source",
    N_("A field of a source has a value that is of no use."),
    N_("Correct the field: a name, date, DOI, web address, type, 'studydesign' or 'recordstate'."),
)
_CODES = {"studydesign": DESIGNS, "recordstate": STATES, FIELD: tuple(Standing)}
# A name before an @ in front makes an address look like that of another site.
_ADDRESS = re.compile(r"https?://(?![^/?#]*@)(?=[^/?#]*[^\W_])[^\s<>\"]+", re.IGNORECASE)

_NAMES = N_("Write 'Jansen, Piet and Vos, An', and an organisation between braces: {{TNO}}.")
_NOBODY = N_("A program wrote this where it had no name. Write the name, or take it away.")
_ROLES = N_("Put editors in the field 'editor' and translators in 'translator', without '(ed.)'.")


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
            if own and _(MARKER) not in source.fields.get(fault.field, ""):
                place = source.place_of(fault.field)
                yield RULE.problem(place, fault.message, fault.hint)


def faulty_fields(source: Source) -> set[str]:
    """Return the fields of a source with a value that cannot be used."""
    return {fault.field for fault in _faults(source)}


def _faults(source: Source) -> Iterator[_Fault]:
    if source.type not in KNOWN_ENTRY_TYPES:
        hint = did_you_mean(source.type, KNOWN_ENTRY_TYPES)
        message = _(
            "in '{key}', '@{type}' is no type of source that is known here.",
            key=source.key,
            type=source.type,
        )
        choice = ", ".join(f"@{name} ({_(what)})" for name, what in ENTRY_TYPES.items())
        yield _Fault("", message, hint or _("Choose from: {words}.", words=choice))
    for field, names in faulty_names(source):
        in_brackets = IN_BRACKETS.search(names.faults[0])
        yield _Fault(
            field,
            _(
                "in '{key}', '{name}' cannot be read as a name.",
                key=source.key,
                name=names.faults[0],
            ),
            _(_NOBODY if is_nobody(names.faults[0]) else _ROLES if in_brackets else _NAMES),
        )
    yield from _date_faults(source)
    yield from _address_faults(source)
    for field, known in _CODES.items():
        value = source.fields.get(field, "")
        if value and value not in known:
            hint = did_you_mean(value, known) or _("Choose from: {words}.", words=", ".join(known))
            yield _Fault(
                field,
                _(
                    "in '{key}', {field} '{value}' does not exist.",
                    key=source.key,
                    field=field,
                    value=value,
                ),
                hint,
            )


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
            hint = _(
                "Write a year, or a date like 2022-03-03. If there is none, leave out the field."
            )
            yield _Fault(
                field, _("in '{key}', '{date}' is no date.", key=source.key, date=date.text), hint
            )
    if has_odd_month(fields):
        month, day = fields.get("month", ""), fields.get("day", "")
        if month.strip():
            message = _("in '{key}', '{month}' is no month.", key=source.key, month=month)
            yield _Fault("month", message, _("Write the number of the month: 3."))
        else:
            message = _("in '{key}', '{day}' is no day.", key=source.key, day=day)
            yield _Fault("day", message, _("Add the month."))


def _address_faults(source: Source) -> Iterator[_Fault]:
    doi = doi_of(source.fields.get("doi", ""))
    if doi_in(doi) != doi:
        hint = _("A DOI starts with 10. and a number, such as 10.1177/0018726719865604.")
        if _ADDRESS.fullmatch(doi):
            hint = _("Put a web address in the field 'url'; a DOI starts with 10. and a number.")
        yield _Fault("doi", _("in '{key}', '{doi}' is no DOI.", key=source.key, doi=doi), hint)
    notice = source.fields.get(DOI_FIELD, "").strip()
    if notice and not doi_in(notice):
        message = _(
            "in '{key}', '{value}' in the field '{field}' is no DOI.",
            key=source.key,
            value=notice,
            field=DOI_FIELD,
        )
        yield _Fault(DOI_FIELD, message, _("Write the DOI of the notice, which begins with 10."))
    day = source.fields.get(DAY_FIELD, "").strip()
    if day and not day_in(day):
        message = _(
            "in '{key}', '{value}' in the field '{field}' is no day.",
            key=source.key,
            value=day,
            field=DAY_FIELD,
        )
        yield _Fault(DAY_FIELD, message, _("Write the day like 2026-11-25."))
    for field in ("url", "archiveurl"):
        url = address_of(source.fields.get(field, ""))
        if url and not _ADDRESS.fullmatch(url):
            yield _Fault(
                field,
                _("in '{key}', '{url}' is no web address.", key=source.key, url=url),
                _("Start with https:// or http://."),
            )
