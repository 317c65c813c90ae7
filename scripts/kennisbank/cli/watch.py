"""`kennisbank watch`: asks registries what became of the sources since they were cited."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import click

from kennisbank.cli.cite import agent_of, registry_address
from kennisbank.cli.editing import edit_library
from kennisbank.cli.library_folder import root_option, this_day
from kennisbank.cli.output import show_step, someone_waits
from kennisbank.cli.pull_request.ratings import rating_changes
from kennisbank.cli.pull_request.summary import markdown_text, rating_line
from kennisbank.cli.said import OPTIONS, SaidCommand, SaidOption
from kennisbank.fields.kinds import findings_of
from kennisbank.library.loading import load_library
from kennisbank.messages import N_, _, ngettext
from kennisbank.reading.text_file import read_bytes
from kennisbank.sources.addresses import work_doi
from kennisbank.sources.bibtex.reader import (
    BIBLIOGRAPHY,
    BIBLIOGRAPHY_LIMIT,
    bib_text,
    read_bibtex,
)
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.importing.doi_lookup import RegistryAnswer, ask
from kennisbank.sources.importing.notices import CROSSREF, STANDING, Happening
from kennisbank.sources.importing.watching import Registries
from kennisbank.sources.status import Status, status_of, with_status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kennisbank.library.library import Library
    from kennisbank.sources.importing.notices import Notice
    from kennisbank.sources.importing.watching import Synthesis, Watched
    from kennisbank.sources.source import Source

# Tests and networks of their own ask elsewhere.
CROSSREF_SETTING, OPENALEX_SETTING = "KENNISBANK_CROSSREF_ADDRESS", "KENNISBANK_OPENALEX_ADDRESS"
# Registries ask for a few questions in a second at most.
_PAUSE = 0.1
_LONGEST_WAIT = 60
_TRIES = 3
_WORDS = {
    Happening.RETRACTED: N_("was retracted"),
    Happening.PARTLY_RETRACTED: N_("was retracted in part"),
    Happening.CONCERN: N_("has an expression of concern"),
    Happening.NEW_VERSION: N_("has a newer version or edition"),
    Happening.PUBLISHED: N_("is a preprint that has been published since"),
    Happening.CORRECTED: N_("was corrected"),
    Happening.IS_NOTICE: N_("is itself a notice about another work; was that one meant?"),
}
FIELDS = {
    "title": N_("title"),
    "year": N_("year"),
    "author": N_("first author"),
    "container-title": N_("journal or book"),
    "volume": N_("volume"),
    "issue": N_("issue"),
    "page": N_("pages"),
    "number": N_("number"),
    "DOI": N_("DOI"),
}


@dataclass(frozen=True)
class Outcome:
    """All that was found: by work, by entry, and what readers would notice of it."""

    watched: tuple[Watched, ...]
    # Of each entry, by its title: the reviews that cite what it rests on.
    syntheses: Mapping[str, tuple[Synthesis, ...]]
    ratings: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is anything for a person to look at."""
        return any(one.notices or one.differences or one.unknown for one in self.watched)


@click.command(
    cls=SaidCommand,
    options_metavar=OPTIONS,
    short_help=N_("See what became of the sources."),
    help=N_(
        "Ask Crossref and OpenAlex what became of each source with a DOI: retracted, doubted, "
        "corrected, replaced or published. You need the internet for this."
    ),
)
@click.option(
    "--write", is_flag=True, help=N_("Note in references.bib what is certain."), cls=SaidOption
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help=N_("A report to read, or data."),
    cls=SaidOption,
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
    click.echo(_as_json(outcome) if form == "json" else _as_markdown(outcome), nl=False)
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


def _as_json(outcome: Outcome) -> str:
    return json.dumps(asdict(outcome), ensure_ascii=False, indent=2, default=str) + "\n"


def _as_markdown(outcome: Outcome) -> str:
    told = [one for one in outcome.watched if one.notices]
    other = [one for one in outcome.watched if one.differences]
    unknown = [one for one in outcome.watched if one.unknown]
    sound = sum(not (one.notices or one.unknown) for one in outcome.watched)
    asked = len(outcome.watched)
    lines = [
        "# " + _("What became of the sources"),
        "",
        ngettext(
            "{n} source with a DOI was asked after; {sound} simply stand.",
            "{n} sources with a DOI were asked after; {sound} simply stand.",
            asked,
            sound=sound,
        ),
        *_section(_("What happened to a source"), [line for one in told for line in _notices(one)]),
        *_section(_("What readers would notice"), outcome.ratings),
        *_section(
            _("The registry says something else"),
            [line for one in other for line in _differing(one)],
        ),
        *_section(
            _("Not known"),
            [f"- `{one.key}`: " + markdown_text("; ".join(one.unknown)) for one in unknown],
            _("These were not answered, so nothing is known of them. They are not sound for that."),
        ),
        *_section(
            _("New reviews that cite what an entry rests on"),
            [line for title, found in outcome.syntheses.items() for line in _reviews(title, found)],
            _("A person decides whether one of these says something new."),
        ),
    ]
    return "\n".join(lines) + "\n"


def _section(title: str, rows: Sequence[str], above: str = "") -> list[str]:
    return ["", f"## {title}", "", *([above, ""] if above else []), *rows] if rows else []


def _notices(one: Watched) -> Iterator[str]:
    for notice in one.notices:
        where = f" <https://doi.org/{notice.doi}>" if notice.doi else ""
        day = f" ({notice.day.isoformat()})" if notice.day else ""
        said = _("says {registry}", registry=notice.registry)
        yield f"- `{one.key}` {_(_WORDS[notice.happening])}{day}, {said}.{where}"


def _differing(one: Watched) -> Iterator[str]:
    for row in one.differences:
        name = _(FIELDS[row.name])
        message = _(
            "{field}: here ‘{ours}’, there ‘{theirs}’.",
            field=name,
            ours=markdown_text(row.ours),
            theirs=markdown_text(row.theirs),
        )
        yield f"- `{one.key}`, {message}"


def _reviews(title: str, found: Sequence[Synthesis]) -> Iterator[str]:
    yield f"- {markdown_text(title)}"
    for one in found:
        where = f" <https://doi.org/{one.doi}>" if one.doi else ""
        yield f"  - {markdown_text(one.title)} ({one.year}){where}"
