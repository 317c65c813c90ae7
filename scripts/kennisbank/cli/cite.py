"""`kennisbank cite`: looks up a DOI, and adds the work to references.bib."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

import click

from kennisbank.cli.cite_by_hand import work_by_hand
from kennisbank.cli.editing import edit_library
from kennisbank.cli.library_folder import root_option
from kennisbank.cli.output import show_problems
from kennisbank.cli.said import argument, command, option
from kennisbank.cli.settings import library_settings
from kennisbank.invisible_characters import one_line, visible
from kennisbank.messages import N_, _
from kennisbank.problems import Problem
from kennisbank.sources.addresses import doi_in
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.importing.adding import (
    AS_CITED,
    MARKER,
    VERIFIED,
    Addition,
    addition,
    entry_text,
    known_doi,
    skeleton,
    write_addition,
)
from kennisbank.sources.importing.doi_lookup import (
    DEFAULT_ADDRESS,
    RegistryAnswer,
    look_up,
    may_be_asked,
)
from kennisbank.sources.importing.registry import doubts, item_of

# What can stand in the head of a question.
_SITE = re.compile(r"https?://[!-~]{1,200}")
SETTING = "KENNISBANK_DOI_ADDRESS"
_NO_TITLE = RegistryAnswer(
    message=N_("there is no title in the answer."), hint=N_("Fill in the source yourself.")
)


def _doi(_context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    if value is None:
        return ""
    if found := doi_in(value):
        return found
    message = _(
        "'{value}' is no DOI. It starts with 10, such as 10.1177/0018726719865604.",
        value=visible(value),
    )
    raise click.BadParameter(message, param=parameter)


@command(
    short_help=N_("Look up a source by its DOI, or tell of one without."),
    help=N_(
        "Look up a source by its DOI and show it as it comes in references.bib. This asks the "
        "register of DOIs, so you need the internet. Without a DOI you tell what the source is, "
        "with --type, --author, --year, --title, --where and --url; what is not there is asked."
    ),
)
@argument("doi", callback=_doi, metavar=N_("[DOI]"), required=False)
@option("--type", help=N_("Without a DOI: what it is, such as 'book'."))
@option(
    "--author",
    help=N_("'Jansen, Piet'; several with a ; between, an organisation without comma."),
)
@option("--year", help=N_("The year in which it appeared."))
@option("--title", help=N_("The title."))
@option("--where", help=N_("The journal, publisher or organisation."))
@option("--url", help=N_("The web address."))
@option("--write", is_flag=True, help=N_("Add the source to references.bib."))
@root_option
@click.pass_context
def cite(context: click.Context, /, doi: str, write: bool, root: Path, **given: str | None) -> None:
    """Print the entry of a work; leave with 1 when there is none or it is there already."""
    if not doi:
        _cite_by_hand(context, root, given, write=write)
        return
    if told := [f"--{name}" for name, value in given.items() if value is not None]:
        message = _("With a DOI the register tells this: {options}.", options=", ".join(told))
        raise click.UsageError(message)
    if known := known_doi(root, doi):
        _refuse(context, known, root)
    answer = look_up(doi, agent_of(root), registry_address())
    said = said_by(answer)
    if isinstance(said, RegistryAnswer):
        _explain(context, said, doi)
    item = item_of(said, doi)
    if "title" not in item:
        _explain(context, _NO_TITLE, doi)
    found = _written(root, item) if write else addition(root, item)
    if isinstance(found, Problem):
        _refuse(context, found, root, item)
    _show(found, doubts(item, said), root, written=write)


def _cite_by_hand(
    context: click.Context, root: Path, given: dict[str, str | None], *, write: bool
) -> None:
    item = work_by_hand(given)
    if isinstance(item, list):
        for one in item:
            click.echo(f"{one.message} {one.hint}".replace("'x'", "'cite'"), err=True)
        context.exit(1)
    found = _written(root, item, AS_CITED) if write else addition(root, item, AS_CITED)
    if isinstance(found, Problem):
        _refuse(context, found, root)
    _show(found, (), root, written=write)


def _written(root: Path, item: CslItem, state: str = VERIFIED) -> Addition | Problem:
    with edit_library(root) as edit:
        return write_addition(edit, item, state)


def registry_address(setting: str = SETTING, usual: str = DEFAULT_ADDRESS) -> str:
    """Return where a registry is asked, by default the one of DOIs.

    Raises:
        UsageError: when the setting names an address that is not safe.
    """
    address = os.environ.get(setting) or usual
    if not may_be_asked(address):
        message = _(
            "{setting} is '{address}'. Name an address that starts with https://.",
            setting=setting,
            address=visible(address),
        )
        raise click.UsageError(message)
    return address.rstrip("/")


def agent_of(root: Path) -> str:
    """Return how we make ourselves known; registries ask for an address."""
    program = f"kennisbank/{version('kennisbank')}"
    with suppress(click.UsageError):
        address = str(library_settings(root).values.get("site_url"))
        return f"{program} (+{address})" if _SITE.fullmatch(address) else program
    return program


def said_by(answer: RegistryAnswer) -> dict[str, object] | RegistryAnswer:
    """Return the record in an answer, or why there is none."""
    if not answer.body:
        return answer
    try:
        said = json.loads(answer.body)
    except (ValueError, RecursionError):
        return RegistryAnswer(
            message=_("the answer is cut off or cannot be read."), hint=_("Try again later.")
        )
    return said if isinstance(said, dict) else _NO_TITLE


def _refuse(
    context: click.Context, problem: Problem, root: Path, item: CslItem | None = None
) -> NoReturn:
    show_problems([problem], root)
    if item:
        click.echo(_("\nThe register names this work:\n"), err=True)
        click.echo(entry_text({**item, "id": _(MARKER).lower()}), err=True, nl=False)
    context.exit(1)


def _explain(context: click.Context, answer: RegistryAnswer, doi: str) -> NoReturn:
    click.echo(f"{doi}: {visible(_(answer.message))} {_(answer.hint)}", err=True)
    if not answer.unknown:
        click.echo(
            _("\nPut this in {file} and replace each ADD-ME:\n", file=BIBLIOGRAPHY), err=True
        )
        click.echo(skeleton(doi), nl=False)
    context.exit(1)


def _show(found: Addition, doubtful: Iterable[str], root: Path, *, written: bool) -> None:
    """Show the entry, which a program may catch, and beside it what a person should know."""
    click.echo(found.entry, nl=False)
    click.echo(f"\n{one_line(found.reference.striptags())}\n", err=True)
    for doubt in doubtful:
        click.echo(f"- {one_line(doubt)}", err=True)
    if written:
        place = f"{root / BIBLIOGRAPHY}:{found.source.location.line}"
        click.echo(
            _("\nAdded: {place}. Name the source as [@{key}].", place=place, key=found.source.key),
            err=True,
        )
    else:
        click.echo(_("\nNothing is added yet. Add it with '--write'."), err=True)
