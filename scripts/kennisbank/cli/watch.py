"""`kennisbank watch`: asks registries what became of the sources since they were cited."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from kennisbank.cli.cite import agent_of, registry_address
from kennisbank.cli.editing import edit_library
from kennisbank.cli.library_folder import root_option, this_day
from kennisbank.cli.output import show_step, someone_waits
from kennisbank.cli.pull_request.ratings import rating_changes
from kennisbank.cli.pull_request.summary import rating_line
from kennisbank.cli.said import command, option
from kennisbank.cli.watch_report import Outcome, as_json, as_markdown
from kennisbank.fields.kinds import findings_of
from kennisbank.library.library import Library
from kennisbank.library.loading import load_library
from kennisbank.messages import N_, _, ngettext
from kennisbank.reading.text_file import BIBLIOGRAPHY_LIMIT, read_bytes
from kennisbank.sources.addresses import work_doi
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY, bib_text
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.importing.doi_lookup import RegistryAnswer, ask
from kennisbank.sources.importing.notices import CROSSREF, STANDING, Notice
from kennisbank.sources.importing.watching import Registries, Synthesis, Watched
from kennisbank.sources.source import Source
from kennisbank.sources.status import Status, status_of, with_status

# Tests and networks of their own ask elsewhere.
CROSSREF_SETTING, OPENALEX_SETTING = "KENNISBANK_CROSSREF_ADDRESS", "KENNISBANK_OPENALEX_ADDRESS"
# Registries ask for a few questions in a second at most.
_PAUSE = 0.1
_LONGEST_WAIT = 60
_TRIES = 3


@command(
    short_help=N_("See what became of the sources."),
    help=N_(
        "Ask Crossref and OpenAlex what became of each source with a DOI: retracted, doubted, "
        "corrected, replaced or published. You need the internet for this."
    ),
)
@option("--write", is_flag=True, help=N_("Note in references.bib what is certain."))
@option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help=N_("A report to read, or data."),
)
@root_option
@click.pass_context
def watch(context: click.Context, write: bool, form: str, root: Path) -> None:
    """Print a report; leave with 1 when a person should look at something."""
    library, _problems = load_library(root)
    registries = _registries(root)
    watched = tuple(_each(library, registries))
    outcome = Outcome(watched, _syntheses(library, registries, watched))
    statuses = _new_statuses(library, outcome, this_day())
    if statuses:
        outcome = replace(outcome, ratings=tuple(_noticed(root, library, statuses)))
    if write and statuses:
        _write(root, statuses)
    click.echo(as_json(outcome) if form == "json" else as_markdown(outcome), nl=False)
    context.exit(outcome.found)


def _registries(root: Path) -> Registries:
    return Registries(
        partial(patiently, agent=agent_of(root)),
        registry_address(CROSSREF_SETTING, "https://api.crossref.org"),
        registry_address(OPENALEX_SETTING, "https://api.openalex.org"),
    )


def patiently(address: str, agent: str) -> RegistryAnswer:
    """Ask; where the registry wants to be asked later, wait for it, a few times."""
    answer = RegistryAnswer()
    for _number in range(_TRIES):
        time.sleep(_PAUSE)
        answer = ask(address, agent)
        if not answer.wait or answer.wait > _LONGEST_WAIT:
            break
        time.sleep(answer.wait)
    return answer


def _each(library: Library, registries: Registries) -> Iterator[Watched]:
    sources = [
        (source, doi)
        for source in library.bibliography.sources.values()
        if (doi := work_doi(source.fields))
    ]
    for number, (source, doi) in enumerate(sources, start=1):
        if someone_waits():
            show_step(_("Asking after source {n} of {all} …", n=number, all=len(sources)))
        yield registries.watch(source.key, doi, csl_item(source))
    if someone_waits():
        show_step("")


def _syntheses(
    library: Library, registries: Registries, watched: Sequence[Watched]
) -> dict[str, tuple[Synthesis, ...]]:
    """Return by entry the reviews that cite what it rests on, and are no source of ours yet."""
    known = {one.doi.casefold() for one in watched}
    names = {one.key: one.openalex for one in watched if one.openalex}
    asked: dict[str, list[Synthesis]] = {}
    found: dict[str, tuple[Synthesis, ...]] = {}
    for entry in library.entries.values():
        rests_on = dict.fromkeys(one.source for one in findings_of(entry) if one.source in names)
        new: dict[str, Synthesis] = {}
        for key in rests_on:
            if key not in asked:
                asked[key] = registries.syntheses(names[key], _year(library, key))
            new |= {one.title: one for one in asked[key] if one.doi.casefold() not in known}
        if new:
            found[entry.title] = tuple(sorted(new.values(), key=lambda one: -one.year))
    return found


def _year(library: Library, key: str) -> int:
    issued = csl_item(library.bibliography.sources[key]).get("issued", {})
    parts = issued.get("date-parts") or [[1900]]
    return parts[0][0]


def _new_statuses(library: Library, outcome: Outcome, today: dt.date) -> dict[str, Status]:
    """Return the status of each work that Crossref is sure of, where it is not noted yet."""
    found: dict[str, Status] = {}
    for one in outcome.watched:
        sure = next((notice for notice in one.notices if _is_sure(notice)), None)
        if sure is None:
            continue
        status = Status(STANDING[sure.happening], sure.doi, today)
        noted = status_of(library.bibliography.sources[one.key])
        if noted is None or (noted.standing, noted.doi) != (status.standing, status.doi):
            found[one.key] = status
    return found


def _is_sure(notice: Notice) -> bool:
    """Return whether the publisher says so; what only OpenAlex says is for a person to judge."""
    return notice.registry == CROSSREF and notice.happening in STANDING


def _noticed(root: Path, library: Library, statuses: Mapping[str, Status]) -> Iterator[str]:
    """Yield what readers would see change once the statuses are noted."""
    content = read_bytes(root, BIBLIOGRAPHY, BIBLIOGRAPHY_LIMIT)
    if isinstance(content, bytes):
        text = _with_statuses(content, statuses)
        after = replace(
            library, bibliography=read_bibtex(BIBLIOGRAPHY, bib_text(text, BIBLIOGRAPHY)[0])[0]
        )
        yield from map(rating_line, rating_changes(library, after))


def _write(root: Path, statuses: Mapping[str, Status]) -> None:
    with edit_library(root) as edit:
        content = read_bytes(root, BIBLIOGRAPHY, BIBLIOGRAPHY_LIMIT)
        if isinstance(content, bytes):
            edit.replace({BIBLIOGRAPHY: _with_statuses(content, statuses)})
    message = ngettext("Noted at {n} source.", "Noted at {n} sources.", len(statuses))
    click.echo(message, err=True)


def _with_statuses(content: bytes, statuses: Mapping[str, Status]) -> bytes:
    """Return a .bib file with the statuses in it; each is looked up in what came out before."""
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    text = content.removeprefix(mark).decode("utf-8", "surrogateescape")
    for key, status in statuses.items():
        read = bib_text(text.encode("utf-8", "surrogateescape"), BIBLIOGRAPHY)[0]
        source: Source | None = read_bibtex(BIBLIOGRAPHY, read)[0].sources.get(key)
        if source:
            text = with_status(text, source, status)
    return mark + text.encode("utf-8", "surrogateescape")
