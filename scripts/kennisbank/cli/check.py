"""`kennisbank check`: reports what is wrong in a library, and mends what needs no choice."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import click

from kennisbank.build import link_problems
from kennisbank.checks import check_library
from kennisbank.checks.bad_severity import with_severities
from kennisbank.checks.readability import advise
from kennisbank.cli.cited_dois import mend_cited_dois
from kennisbank.cli.editing import as_before, edit_library
from kennisbank.cli.library_folder import FOLDER, library_root, this_day
from kennisbank.cli.output import (
    as_github,
    as_json,
    as_text,
    difference,
    line_reader,
    show_step,
    someone_waits,
)
from kennisbank.cli.said import argument, command, option
from kennisbank.config.configuration import kinds_of
from kennisbank.config.site_settings import with_settings
from kennisbank.engines.mkdocs.settings import settings_problems
from kennisbank.fields.repairing import repair
from kennisbank.library.loading import ReadBefore, load_library
from kennisbank.library.renaming import with_ids
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Severity
from kennisbank.reading.plain_files import names_in
from kennisbank.reading.text_file import decode, read_bytes
from kennisbank.reading.yaml_document import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kennisbank.atomic import Edit
    from kennisbank.fields.base import Entry


class Fixed(NamedTuple):
    """A file that is not as it should be: what it should be, and what that mends."""

    path: PurePosixPath
    before: str
    text: str
    mended: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What was mended, on one line."""
        return f"{self.path}: {', '.join(_(name) for name in self.mended)}"

    @property
    def difference(self) -> str:
        """The lines that change."""
        return difference(self.before, self.text, self.path, self.path)


def fixes(root: Path) -> Iterator[Fixed]:
    """Yield each entry file to mend; what cannot be read wholly is left to the check."""
    for kind in kinds_of(root):
        # What is no plain file or lies behind a link, the check reports.
        for path, is_folder in names_in(root, PurePosixPath(kind.folder), []):
            if path.suffix == ".yml" and not is_folder and (fixed := _fixed(root, path, kind)):
                yield fixed


def mend(edit: Edit, fixed: Fixed) -> None:
    """Put the mended text in the place of the file, in one step."""
    edit.replace({fixed.path: fixed.text.encode()})


def clean(edit: Edit, root: Path) -> None:
    """Remove what commands left among the entries when they were killed."""
    for kind in kinds_of(root):
        edit.clean(PurePosixPath(kind.folder))


def _fixed(root: Path, path: PurePosixPath, kind: type[Entry]) -> Fixed | None:
    data = read_bytes(root, path)
    text = data if isinstance(data, Problem) else decode(data, path)
    document = None if isinstance(text, Problem) else read_yaml(path, text)[0]
    if isinstance(data, Problem) or document is None:
        return None
    mended = repair(kind, document)
    if mended.text.encode() == data:
        return None
    ends = ("regeleinden",) if document.text.encode() != data else ()
    return Fixed(path, data.decode("utf-8-sig"), mended.text, (*ends, *mended.mended))


LONG_CHECK = 300


@command(
    short_help=N_("Check all files."),
    help=N_(
        "Check all files in FOLDER, or in the folder where you are now. Without --fix, this "
        "changes nothing."
    ),
)
@argument(
    "root",
    default=".",
    type=FOLDER,
    callback=library_root,
    metavar=N_("[FOLDER]"),
)
@option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help=N_("Text to read, messages for GitHub, or JSON for a program."),
)
@option(
    "--language",
    is_flag=True,
    help=N_("Give advice on plain language, too. That is never an error."),
)
@option(
    "--fix",
    is_flag=True,
    help=N_(
        "First mend what needs no choice: the order of fields, quotation marks, spaces at the end "
        "of a line, line ends, and titles where an id belongs. The content and your remarks stay "
        "the same."
    ),
)
@option("--dry-run", is_flag=True, help=N_("With --fix, show what would change."))
@option(
    "--strict",
    is_flag=True,
    help=N_("Reject a warning, too, as `mkdocs build --strict` does."),
)
@click.pass_context
def check(context: click.Context, /, root: Path, form: str, **wishes: bool) -> None:
    """Print the problems of a library; leave with 1 when one of them is an error.

    Strictly, a warning is as bad; advice never is.
    """
    if wishes["dry_run"] and not wishes["fix"]:
        message = _("'--dry-run' goes with '--fix'.")
        raise click.UsageError(message)
    if wishes["fix"]:
        beside = form != "text"
        if wishes["dry_run"]:
            _show_fixes(root, beside=beside)
            _show_ids(root, beside=beside)
        else:
            mend_cited_dois(root, beside=beside)
            _mend(root, beside=beside)
    problems = _problems(root, _say_steps(root), language=wishes["language"])
    if form == "text":
        report = as_text(problems, line_reader(root))
    else:
        report = as_github(problems) if form == "github" else as_json(problems)
    click.echo(report, nl=bool(report))
    bad = {Severity.ERROR, Severity.WARNING} if wishes["strict"] else {Severity.ERROR}
    context.exit(any(problem.severity in bad for problem in problems))


def _show_fixes(root: Path, *, beside: bool) -> None:
    """Show what would be mended, beside the report when a program reads that."""
    for fixed in fixes(root):
        click.echo(fixed.difference, err=beside)


def _mend(root: Path, *, beside: bool) -> None:
    """Mend files and say so, beside the report when a program reads that."""
    with edit_library(root) as edit:
        clean(edit, root)
        for fixed in fixes(root):
            mend(edit, fixed)
            click.echo(_("Mended: {summary}", summary=fixed.summary), err=beside)

    with edit_library(root) as edit:
        _write_ids(edit, beside=beside)


def _write_ids(edit: Edit, *, beside: bool) -> None:
    """Write the id of an entry where its title or an alias stands."""
    library, _problems = load_library(edit.root)
    for path, text in with_ids(library).items():
        edit.replace({path: as_before(edit.root, path, text)})
        click.echo(_("Mended: {file}: ids in the place of titles", file=path), err=beside)


def _show_ids(root: Path, *, beside: bool) -> None:
    library, _problems = load_library(root)
    before = {file.path: file.document.text for file in library.files.values()}
    before |= {page.path: page.text for page in library.pages}
    for path, text in with_ids(library).items():
        click.echo(difference(before[path], text, path, path), err=beside)


def _problems(root: Path, say: Callable[[str], None], *, language: bool) -> list[Problem]:
    say(N_("Reading {count} files …"))
    read = ReadBefore.kept(root)
    library, problems = load_library(root, today=this_day(), before=read)
    read.keep(root)
    say(N_("Checking {count} files …"))
    problems += check_library(library, root)
    problems += link_problems(root, library, problems)
    problems = [*with_settings(problems, settings_problems(root))]
    if language:
        say(N_("Checking the language of {count} files …"))
        problems += advise(library)
    say("")
    return sorted(with_severities(problems, library.severities))


def _say_steps(root: Path) -> Callable[[str], None]:
    """Return what shows a step on the line where the cursor is, when someone waits for it."""
    count = sum(1 for kind in kinds_of(root) for _file in (root / kind.folder).glob("*.yml"))
    if count <= LONG_CHECK or not someone_waits():
        return lambda _step: None

    return lambda step: show_step(_(step, count=count) if step else "")
