"""`kennisbank new`: writes the file of a new entry."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePosixPath

import click

from kennisbank.cli.editing import edit_library
from kennisbank.cli.library_folder import kinds_in, root_option, this_day
from kennisbank.cli.said import argument, command, quoted
from kennisbank.fields.base import Entry
from kennisbank.fields.scaffold import new_id, scaffold
from kennisbank.fields.specs import field_specs
from kennisbank.fields.text_rules import ID_LENGTHS
from kennisbank.fields.types import LineType
from kennisbank.fields.validation import validate
from kennisbank.file_names import is_reserved
from kennisbank.library.loading import load_library
from kennisbank.messages import N_, _
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.suggestions import did_you_mean, nearest


def someone_answers() -> bool:
    """Return whether a person can be asked: in CI and in a pipe nobody is there."""
    return sys.stdin.isatty() and not os.environ.get("CI")


def _given(
    context: click.Context, parameter: click.Parameter, value: str | None, question: str
) -> str:
    if value is not None:
        return value
    if not someone_answers():
        raise click.MissingParameter(ctx=context, param=parameter)
    return str(click.prompt(question, err=True))


def _kind(context: click.Context, parameter: click.Parameter, given: str | None) -> type[Entry]:
    kinds = kinds_in(context.params["root"])
    labels = ", ".join(kind.label.one_in_text for kind in kinds)
    value = _given(context, parameter, given, _("Which kind? ({labels})", labels=labels))
    names = {kind.label.one.casefold(): kind for kind in kinds} | {
        kind.kind: kind for kind in kinds
    }
    if value.casefold() in names:
        return names[value.casefold()]
    hint = did_you_mean(value, names) or _("Choose from: {words}.", words=labels)
    message = _("the kind '{value}' does not exist. {hint}", value=value, hint=hint)
    raise click.BadParameter(message, param=parameter)


def _title(context: click.Context, parameter: click.Parameter, given: str | None) -> str:
    return _given(context, parameter, given, _("Which title?"))


@command(
    short_help=N_("Make a new file to fill in."),
    help=N_(
        "Make a new file to fill in: kennisbank new method 'Swapping tasks'.\n\nKIND is a kind "
        "from kennisbank.yml, such as method or term."
    ),
)
@argument("kind", callback=_kind, metavar=N_("KIND"), required=False)
@argument("title", callback=_title, metavar=N_("TITLE"), required=False)
@root_option
def new(kind: type[Entry], title: str, root: Path) -> None:
    """Write the file of a new entry, where there is none yet."""
    path = PurePosixPath(kind.folder, f"{new_id(title)}.yml")
    today = this_day()
    if fault := _title_fault(kind, title, scaffold(kind, title, today)):
        raise click.BadParameter(fault, param_hint=quoted(_("TITLE")))
    if not (root / path).exists():
        _propose_what_is_there(kind, title, root)
    text = scaffold(kind, title, today, _answers(kind) if someone_answers() else {})
    try:
        with edit_library(root) as edit:
            edit.create(path, text.encode())
    except FileExistsError:
        message = _(
            "{path} exists already. Fill in that file, or choose another title.", path=root / path
        )
        raise click.BadParameter(message, param_hint=quoted(_("TITLE"))) from None
    click.echo(_("Made: {path}\n", path=root / path))
    click.echo(_("1. Open the file and replace each FILL-ME-IN with your text."))
    click.echo(_("2. Check it with: kennisbank check") + ("" if root == Path() else f" {root}"))


def _propose_what_is_there(kind: type[Entry], title: str, root: Path) -> None:
    """Name an entry with nearly the same title; on a terminal, ask whether to go on."""
    library, _wrong = load_library(root)
    titles = {
        name: library.files[key].path
        for key, entry in library.entries.items()
        if key.kind == kind.kind
        for name in (entry.title, *entry.aliases)
    }
    found = nearest(title, titles)
    if not found:
        return
    click.echo(
        _(
            "Note: '{title}' looks like this and is there already, in {path}.",
            title=found,
            path=titles[found],
        ),
        err=True,
    )
    if (
        someone_answers()
        and click.prompt(_("Make it all the same? (yes or no)"), err=True)[:1].casefold()
        != _("yes")[:1]
    ):
        raise click.Abort


def _answers(kind: type[Entry]) -> dict[str, object]:
    """Ask the required fields of one line; what is left empty is filled in later."""
    answers: dict[str, object] = {}
    for spec in field_specs(kind):
        one_line = isinstance(spec.field_type, LineType) and not spec.many and not spec.unknown
        if spec.required and one_line and spec.name != "title":
            question = _("{title}: {help} (Enter means later)", title=spec.title, help=spec.help)
            answer = click.prompt(question, default="", show_default=False, err=True)
            faults = (
                [one.fault_in(answer) for one in spec.field_type.constraints]
                if answer.strip()
                else []
            )
            if fault := next(filter(None, faults), None):
                click.echo(
                    _("That cannot be: it {fault}. You fill it in later.", fault=fault.message()),
                    err=True,
                )
            elif answer.strip():
                answers |= {spec.name: answer}
    return answers


def _title_fault(kind: type[Entry], title: str, text: str) -> str:
    if len(new_id(title)) not in ID_LENGTHS:
        return _("no file name can be made of this. Use at least one letter or digit.")
    if is_reserved(new_id(title)):
        return _(
            "on Windows, '{id}' is the name of a device. Choose a longer title.", id=new_id(title)
        )
    document, problems = read_yaml(PurePosixPath(kind.folder), text)
    if document is None:
        return problems[0].message
    _entry, faults = validate(kind, document.value)
    return next(
        (
            _("the title {fault}", fault=fault.message)
            for fault in faults
            if "title" in fault.key_path
        ),
        "",
    )
