"""`kennisbank references`: prints the reference list of any .bib file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

import click
from markupsafe import Markup

from kennisbank.build import CACHE, earlier_references, remember
from kennisbank.checks import source_problems
from kennisbank.cli.library_folder import FOLDER, library_root
from kennisbank.cli.output import show_problems, show_step, someone_waits
from kennisbank.cli.said import argument, command, option
from kennisbank.invisible_characters import one_line
from kennisbank.kept_files import kept_file
from kennisbank.messages import N_, _
from kennisbank.problems import Problem
from kennisbank.reading.rules import DUPLICATE_SOURCE
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY, read_bibliography
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.formats.reference_list import list_as_html, list_as_json, list_as_text
from kennisbank.sources.source import Bibliography
from kennisbank.sources.style.cache import ReferenceCache
from kennisbank.sources.works import works_of

Formatter = Callable[[CslItem, str], Markup]


# A reference takes a few thousandths of a second.
LONG_LIST = 300
_FORMS = {"text": list_as_text, "html": list_as_html, "json": list_as_json}


def _bib_file(
    _context: click.Context, parameter: click.Parameter, value: str | None
) -> Path | None:
    if value is None:
        return None
    if not Path(value).exists():
        message = _("the file '{value}' does not exist.", value=value)
        raise click.BadParameter(message, param=parameter)
    if Path(value).is_dir():
        message = _("'{value}' is a folder. Name a .bib file.", value=value)
        raise click.BadParameter(message, param=parameter)
    return Path(value)


@command(
    short_help=N_("Show the list of references of a .bib file."),
    help=N_(
        "Show the list of references of FILE.bib, or of references.bib in the library. What "
        "cannot be read is in the messages."
    ),
)
@argument("file", required=False, callback=_bib_file, metavar=N_("[FILE.bib]"))
@option(
    "--format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="text",
    show_default=True,
    help=N_("Text to read, a list in HTML, or JSON for a program."),
)
@option(
    "--root",
    default=".",
    type=FOLDER,
    metavar=N_("FOLDER"),
    help=N_("The folder of the library; otherwise the folder where you are now."),
)
@click.pass_context
def references(context: click.Context, file: Path | None, form: str, root: str) -> None:
    """Print the references of a file; leave with 1 when a work in it is not in the list."""
    cache = ReferenceCache()
    if file:
        folder, path = Path(), PurePosixPath(file.as_posix())
    else:
        folder, path = _own_bibliography(context, root)
        cache = earlier_references(kept_file(folder, CACHE))
    bibliography, problems = read_bibliography(folder, path)
    sources = {**bibliography.sources, **bibliography.others}
    works = works_of(sources, _telling(cache.reference, len(sources)))
    shown = _FORMS[form](works.values())
    click.echo(_safe_lines(shown) if form == "text" else shown, nl=False)
    problems += source_problems(bibliography)
    if found := _without_addresses(problems, bibliography):
        show_problems(found, folder)
    if not file:
        remember(cache, kept_file(folder, CACHE))
    context.exit(_misses_works(bibliography, problems))


def _own_bibliography(context: click.Context, root: str) -> tuple[Path, PurePosixPath]:
    option = next(one for one in context.command.params if one.name == "root")
    folder = library_root(context, option, root)
    if not (folder / BIBLIOGRAPHY).exists():
        message = _("there is no {file} in '{root}'.", root=root, file=BIBLIOGRAPHY)
        raise click.BadParameter(message, param=option)
    return folder, BIBLIOGRAPHY


def _telling(formatted: Formatter, count: int) -> Formatter:
    """Return the formatter, which tells how far it is when someone waits for it."""
    if count <= LONG_LIST or not someone_waits():
        return formatted
    done = 0

    def telling(item: CslItem, letter: str) -> Markup:
        nonlocal done
        done += 1
        if done == count:
            show_step("")
        elif done % 100 == 1:
            show_step(_("formatting source {done} of {count} …", done=done, count=count))
        return formatted(item, letter)

    return telling


def _without_addresses(problems: Sequence[Problem], bibliography: Bibliography) -> list[Problem]:
    """A key that cannot be an address is a fault on the site, and none in a list."""
    expected = {
        _("the key '{key}' cannot be an address.", key=key[:80]) for key in bibliography.others
    }
    return sorted(one for one in problems if one.message not in expected)


def _safe_lines(text: str) -> str:
    """Return lines of which none is a command to the program that collects them."""
    return "".join(f"{one_line(line)}\n" for line in text.splitlines())


def _misses_works(bibliography: Bibliography, problems: Sequence[Problem]) -> bool:
    twice = any(one.code == DUPLICATE_SOURCE.code for one in problems)
    return bool(bibliography.lost) or twice or not bibliography.readable
