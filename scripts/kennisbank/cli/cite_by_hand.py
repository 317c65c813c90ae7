"""Takes a work without a DOI from a person: by options, or by asking."""

from __future__ import annotations

from collections.abc import Mapping

import click

from kennisbank.checks import source_problems
from kennisbank.cli.new import someone_answers
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Severity
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.formats.bibtex import latex_address, latex_text
from kennisbank.sources.work_types import ENTRY_TYPES
from kennisbank.suggestions import did_you_mean

QUESTIONS = {
    "type": N_("What is it? ({words})"),
    "author": N_("Author: 'Jansen, Piet', several with a ; between, an organisation without comma"),
    "year": N_("Year (Enter when there is none)"),
    "title": N_("Title"),
    "where": N_("Journal, publisher or organisation (Enter when there is none)"),
    "url": N_("Web address (Enter when there is none)"),
}
_MAY_BE_EMPTY = frozenset(("year", "where", "url"))
# Where it appeared, in the field of its type.
_WHERE = {
    "article": "journal",
    "report": "institution",
    "phdthesis": "school",
    "mastersthesis": "school",
    "online": "organization",
    "incollection": "booktitle",
    "inbook": "booktitle",
    "inproceedings": "booktitle",
    "unpublished": "institution",
    "legislation": "organization",
    "jurisdiction": "organization",
    "standard": "organization",
}
_USUAL_WHERE = "publisher"


def work_by_hand(given: Mapping[str, str | None]) -> CslItem | list[Problem]:
    """Return the work, or what is wrong with what was given of it.

    Raises:
        UsageError: when something is missing and nobody can be asked.
    """
    asked = any(value is None for name, value in given.items() if name not in _MAY_BE_EMPTY)
    if asked and not someone_answers():
        raise click.UsageError(
            _("Name a DOI, or a work without one: --type, --author, --year, --title.")
        )
    told = {name: _answer(name, value, ask=asked) for name, value in given.items()}
    if told["type"] not in ENTRY_TYPES:
        raise click.BadParameter(_type_fault(told["type"]), param_hint="'--type'")
    bibliography, problems = read_bibtex(BIBLIOGRAPHY, _bibtex(told))
    problems += source_problems(bibliography)
    wrong = [one for one in problems if one.severity is Severity.ERROR]
    return wrong or csl_item(bibliography.all_sources[0])


def _answer(name: str, value: str | None, *, ask: bool) -> str:
    if value is not None or not ask:
        return (value or "").strip()
    question = (
        _(QUESTIONS[name], words=", ".join(ENTRY_TYPES)) if name == "type" else _(QUESTIONS[name])
    )
    default = "" if name in _MAY_BE_EMPTY else None
    return str(click.prompt(question, default=default, show_default=False, err=True)).strip()


def _type_fault(value: str) -> str:
    choice = ", ".join(f"{name} ({_(what)})" for name, what in ENTRY_TYPES.items())
    hint = did_you_mean(value, ENTRY_TYPES) or _("Choose from: {words}.", words=choice)
    return _("'{value}' is no type of source. {hint}", value=value, hint=hint)


def _bibtex(told: Mapping[str, str]) -> str:
    fields = {
        "author": " and ".join(filter(None, map(_name, told["author"].split(";")))),
        "title": latex_text(told["title"]),
        _WHERE.get(told["type"], _USUAL_WHERE): latex_text(told["where"]),
        "year": latex_text(told["year"]),
        "url": latex_address(told["url"]),
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@{told['type']}{{x,\n{lines}}}\n"


def _name(text: str) -> str:
    # Who has a comma is a person.
    written = latex_text(text)
    return written if not written or "," in written else f"{{{written}}}"
