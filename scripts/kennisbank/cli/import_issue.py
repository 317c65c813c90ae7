"""`kennisbank import`: writes the file of a practice from a filled issue form, once it is valid."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NoReturn

import click

from kennisbank.checks import check_library, personal_data, unseen_text
from kennisbank.cli.editing import edit_library
from kennisbank.cli.import_bundle import comment_on, import_bundle
from kennisbank.cli.import_works import import_works, zotero_group
from kennisbank.cli.library_folder import root_option, this_day
from kennisbank.cli.output import as_text
from kennisbank.cli.said import argument, command, option, quoted
from kennisbank.fields.scaffold import new_id
from kennisbank.fields.text_rules import ID_LENGTHS
from kennisbank.fields.validation import validate, without_personal
from kennisbank.fields.writing import entry_text
from kennisbank.file_names import is_reserved
from kennisbank.forms.issue_forms import Answers, answers_in
from kennisbank.library.library import EntryFile, EntryKey, Library
from kennisbank.library.loading import load_library
from kennisbank.library.names import ids_by_name
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Severity
from kennisbank.reading.plain_files import is_there
from kennisbank.reading.rules import DUPLICATE_KEY
from kennisbank.reading.text_file import read_bytes, read_text
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.reading.yaml_layout import layout_of
from kennisbank.sources.importing.ris_records import IS_RIS
from kennisbank.sources.importing.works_in_file import WorksInFile, works_in

_LARGEST = 50_000_000
# A block of a contribution from the web form.
_IS_BUNDLE = re.compile(
    r"^ {0,3}(?:`{3,}|~{3,})[ \t]*(?:(?:ya?ml|diff)[ \t]+\S|(?:bib(?:tex)?|ris)[ \t\r]*$)",
    re.MULTILINE,
)
_WORKS = frozenset((".bib", ".ris", ".json", ".nbib", ".enw"))
_IS_WORKS = re.compile(r"\s*(?:\[\s*[\]{]|\{\s*[\"}]|@\w+\s*[{(]|PMID ?- |%0 )")


@command(
    "import",
    short_help=N_("Take over what somebody told, or sources from another program."),
    help=N_(
        "Make a file of FILE: the text of a filled-in form with which a practice is told. If "
        "something is not right, this writes nothing. If FILE is a list of sources (CSL-JSON, RIS "
        "or BibTeX, as Zotero makes it), this shows what is new in it or other than in "
        "references.bib."
    ),
)
@argument("issue", type=click.Path(path_type=Path), metavar=N_("FILE"), required=False)
@option("--write", is_flag=True, help=N_("Sources: add the new ones to references.bib."))
@option(
    "--changes",
    is_flag=True,
    help=N_("Sources: with --write, take over what differs, too."),
)
@option(
    "--zotero-group",
    "group",
    type=click.IntRange(1),
    metavar=N_("NUMBER"),
    help=N_("Take the sources of a public group of Zotero."),
)
@option(
    "--draft",
    is_flag=True,
    help=N_("Write the file even if something is not right yet."),
)
@option(
    "--comment",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("Contributions: write in this what the sender gets to read."),
)
@root_option
@click.pass_context
def import_issue(  # noqa: PLR0913, PLR0917 - one for each option
    context: click.Context,
    issue: Path | None,
    write: bool,
    changes: bool,
    group: int | None,
    comment: Path | None,
    draft: bool,
    root: Path,
) -> None:
    """Write the file of a practice, or show works; leave with 1 when something does not fit."""
    # A contribution is text of a stranger: whatever it looks like, the sender gets an answer.
    works = None if comment else _works(issue, group, root)
    if works is not None:
        context.exit(not import_works(root, works, write=write, changes=changes))
    if issue is None:
        raise click.UsageError(_("Name a file, or a group of Zotero with --zotero-group."))
    body = read_text(issue.parent, PurePosixPath(issue.name))
    if isinstance(body, Problem):
        if comment:
            comment.write_text(comment_on([body]), encoding="utf-8")
        _leave(context, [body], "")
    name = PurePosixPath(issue.name)
    if comment or _IS_BUNDLE.search(body):
        context.exit(not import_bundle(root, name, body, comment, draft=draft))
    _import_entry(context, name, body, root, draft=draft)


def _works(file: Path | None, group: int | None, root: Path) -> WorksInFile | None:
    """Return the works of a group or a file; None where the file is something else."""
    if group:
        return zotero_group(root, group)
    data = read_bytes(file.parent, PurePosixPath(file.name), _LARGEST) if file else b""
    if isinstance(data, Problem) or not file:
        return None
    text = data.decode("utf-8-sig", errors="replace")
    # The sources of a contribution can be RIS as well.
    is_works = not _IS_BUNDLE.search(text) and (_IS_WORKS.match(text) or IS_RIS.search(text))
    return works_in(data) if file.suffix in _WORKS or is_works else None


def _import_entry(
    context: click.Context, name: PurePosixPath, body: str, root: Path, *, draft: bool
) -> None:
    library, _unused = load_library(root)
    kind = library.reported
    if kind is None:
        message = _("no kind in kennisbank.yml has 'reported': what people tell of.")
        raise click.UsageError(message)
    found = answers_in(kind, body, ids_by_name(library))
    identifier = _identifier(found)
    path = PurePosixPath(kind.folder, f"{identifier}.yml")
    if is_there(root, path):
        _refuse_clash(path)
    values = found.values | {"reviewed": this_day().isoformat()}
    text = entry_text(kind, values)
    problems = _problems(library, EntryKey(kind.kind, identifier), text, found, name)
    wrong = any(one.severity is Severity.ERROR for one in problems)
    if wrong and not draft:
        _leave(context, problems, body)
    # Not even a draft takes over what may not be published of a person.
    _create(root, path, entry_text(kind, without_personal(kind, values)))
    if wrong:
        _leave(context, problems, body)
    if problems:
        _tell(problems, body)


def _identifier(found: Answers) -> str:
    """Return the id that the title in an issue gives; refuse a title that gives none."""
    title = found.values.get("title")
    identifier = new_id(title) if isinstance(title, str) else ""
    if len(identifier) not in ID_LENGTHS:
        message = _("this holds no title that a file name can be made of.")
        raise click.BadParameter(message, param_hint=quoted(_("FILE")))
    if is_reserved(identifier):
        message = _(
            "on Windows, '{id}' is the name of a device. Give a longer title.", id=identifier
        )
        raise click.BadParameter(message, param_hint=quoted(_("FILE")))
    return identifier


def _create(root: Path, path: PurePosixPath, text: str) -> None:
    try:
        with edit_library(root) as edit:
            edit.create(path, text.encode())
    except FileExistsError:
        _refuse_clash(path)
    click.echo(_("Made: {path}", path=root / path))


def _refuse_clash(path: PurePosixPath) -> NoReturn:
    message = _("{path} exists already. Fill in that file.", path=path)
    raise click.BadParameter(message, param_hint=quoted(_("FILE"))) from None


def _leave(context: click.Context, problems: list[Problem], body: str) -> NoReturn:
    _tell(problems, body)
    context.exit(1)


def _tell(problems: list[Problem], body: str) -> None:
    lines = body.split("\n")
    report = as_text(sorted(problems), lambda _, number: "".join(lines[number - 1 : number]))
    click.echo(report, err=True)


def _problems(
    library: Library,
    key: EntryKey,
    text: str,
    found: Answers,
    issue: PurePosixPath,
) -> list[Problem]:
    """Return what the check says of the new file, at the answer it comes from."""
    path, kind = library.path_of(key), library.kind_of(key)
    twice = [
        DUPLICATE_KEY.problem(Location(issue, line), _("'{label}' is there twice.", label=label))
        for label, line in found.repeated
    ]
    if found.above:
        message = _("this text stands above the first answer and ends up nowhere.")
        hint = _("Put it with an answer, or remove it.")
        twice.append(unseen_text.RULE.problem(Location(issue, found.above), message, hint))
    document, unread = read_yaml(path, text)
    if document is None:
        return [*twice, *(replace(one, location=Location(issue)) for one in unread)]
    entry, faults = validate(kind, document.value)
    file = EntryFile(kind, key.id, document, entry, faults)
    files = {**library.files, key: file}
    lines = _answer_lines(text, found)
    return twice + [
        replace(one, location=Location(issue, lines[one.location.line - 1]))
        for one in check_library(replace(library, files=files))
        if one.location.path == path and _is_told(one)
    ]


def _is_told(problem: Problem) -> bool:
    """Return whether a problem matters before the file is there: errors, and what is personal."""
    return problem.severity is Severity.ERROR or problem.code == personal_data.RULE.code


def _answer_lines(text: str, found: Answers) -> list[int]:
    """Return for each line of the new file the line of the heading whose answer it holds."""
    root = next(group for group in layout_of(text).groups if not group.key_path)
    starts = dict(zip(root.lines, root.names, strict=True))
    lines, current = [], 1
    for number in range(text.count("\n") + 1):
        current = found.lines.get(starts[number], 1) if number in starts else current
        lines.append(current)
    return lines
