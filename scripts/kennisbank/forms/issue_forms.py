"""The forms in which people report to the editors on GitHub, and what they filled in there.

One file: an answer is found again under the question as the form wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import reported_kind
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import unknown_word
from kennisbank.library.names import is_joined, parts_of
from kennisbank.messages import _, pgettext
from kennisbank.routes import routes
from kennisbank.slug import address_part, slug

FOLDER = ".github/ISSUE_TEMPLATE"
_NOT_ASKED = frozenset({"aliases", "reviewed", "redirect_from", "changed"})
_HEAD = "# Renewed by `kennisbank schema`: change the fields in kennisbank.yml, not here.\n"
Element = dict[str, Any]


def issue_form_files(kinds: Sequence[type[Entry]]) -> dict[str, str]:
    """Return the text of each form by its path in the library."""
    kind = reported_kind(kinds)
    reported = {f"{address_part(kind.label.one)}.yml": _report_form(kind)} if kind else {}
    forms = {
        **reported,
        routes().ERROR_FORM: _error_form(),
        _("source.yml"): _source_form(),
        _("contribution.yml"): _contribution_form(),
        "config.yml": {"blank_issues_enabled": True},
    }
    return {f"{FOLDER}/{name}": _HEAD + _yaml(form) for name, form in forms.items()}


def asked_in_form(kind: type[Entry]) -> list[FieldSpec]:
    """Return the fields that the form asks for; one answer holds no group of fields."""
    return [s for s in field_specs(kind) if s.name not in _NOT_ASKED and not s.group]


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)


def _form(name: str, about: str, label: str, fields: list[Element]) -> Element:
    public = _(
        "What you fill in is public. Name no people who do not want that, and no e-mail "
        "addresses. If you do not know something, leave it empty."
    )
    return {
        "name": name,
        "description": about,
        "title": f"{name}: ",
        "labels": [label],
        "body": [{"type": "markdown", "attributes": {"value": public}}, *fields],
    }


def _report_form(kind: type[Entry]) -> Element:
    name = kind.label.one_in_text
    asked = [_asked(spec) for spec in asked_in_form(kind)]
    return _form(_("Report: {kind}", kind=name), kind.marks.reported, name, asked)


def _asked(spec: FieldSpec) -> Element:
    required = spec.required and not spec.unknown
    description = f"{spec.help}{_how_to_fill(spec)}"
    if spec.choices:
        options = [choice.label for choice in spec.choices]
        return _element("dropdown", spec.name, spec.title, description, required=required) | {
            "attributes": {
                "label": spec.title,
                "description": description,
                "multiple": spec.many,
                "options": options,
            }
        }
    long = spec.field_type.written or spec.refers_to or spec.many
    return _element(
        "textarea" if long else "input", spec.name, spec.title, description, required=required
    )


def _how_to_fill(spec: FieldSpec) -> str:
    if spec.refers_to:
        return " " + _("Put each name on a line of its own.")
    if spec.many and not spec.choices:
        return " " + _("Put each point on a line of its own.")
    return ""


def _error_form() -> Element:
    known = _("If you know that.")
    return _form(
        routes().ERROR_TITLE,
        _("Something on a page is wrong, out of date or unclear."),
        pgettext("form", "mistake"),
        [
            _element(
                "input",
                pgettext("form", "page"),
                _("Page"),
                _("The address of the page."),
                required=True,
            ),
            _element(
                "input",
                pgettext("form", "version"),
                _("Version"),
                _("The day on which the page was made."),
            ),
            _element(
                "textarea",
                pgettext("form", "mistake"),
                _("What is wrong?"),
                _("Copy the sentence."),
                required=True,
            ),
            _element("textarea", pgettext("form", "proposal"), _("How should it be?"), known),
            _element(
                "textarea",
                pgettext("form", "source"),
                _("What shows that?"),
                _("A source, if there is one."),
            ),
        ],
    )


def _contribution_form() -> Element:
    label = _("contribution")
    return _form(
        _("Send a contribution from the form"),
        _("The text that the form on the site made. Nothing of it is lost if you come back later."),
        label,
        [
            _element(
                "textarea",
                label,
                _("Contribution"),
                _("Paste the text here. A few minutes later you read below what happens with it."),
                required=True,
            )
        ],
    )


def _source_form() -> Element:
    source = pgettext("form", "source")
    return _form(
        _("Propose a source"),
        _("Research, a report or a book that is not here yet."),
        source,
        [
            _element("input", source, _("Title and author"), _("Which work it is."), required=True),
            _element("input", "doi", _("DOI or web address"), _("A DOI begins with 10.")),
            _element(
                "textarea",
                pgettext("form", "says"),
                _("What does this source say?"),
                _("In your own words."),
                required=True,
            ),
            _element(
                "input",
                pgettext("form", "page"),
                _("To which page does it belong?"),
                _("If you know that."),
            ),
        ],
    )


def _element(
    kind: str, name: str, label: str, description: str, *, required: bool = False
) -> Element:
    return {
        "type": kind,
        "id": name,
        "attributes": {"label": label, "description": description},
        "validations": {"required": required},
    }


_HEADING = re.compile(r"### +(?P<label>.+?) *")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
# GitHub writes this where nothing was filled in, in the language of the form's maker.
_NOTHING = {"", "_No response_", "None"}
_POINT = re.compile(r"(?:[-*]|\d+[.)]) +")


@dataclass(frozen=True, slots=True)
class Answers:
    """Values by field, the line of each heading, and the headings that came twice.

    `above` is the line of the first text above all headings, which is no answer; 0 without any.
    """

    values: dict[str, object]
    lines: dict[str, int]
    repeated: tuple[tuple[str, int], ...] = ()
    above: int = 0


def answers_in(kind: type[Entry], body: str, ids: Mapping[str, Mapping[str, str]]) -> Answers:
    """Return the answers; `ids` gives for each kind the id of a name.

    A heading that is no label of the form, or in a fence, belongs to the answer above it.
    """
    specs = {spec.title: spec for spec in asked_in_form(kind)}
    written: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    repeated = []
    above: list[int] = []
    current: list[str] = []
    for number, line, heading in _headings(body.split("\n"), specs):
        if not heading:
            current.append(line)
            if not written and line.strip():
                above.append(number)
        elif heading in written:
            repeated.append((heading, number))
        else:
            current = written[heading] = []
            lines[specs[heading].name] = number
    values = {
        specs[label].name: value
        for label, text in written.items()
        if (value := _value(specs[label], "\n".join(text).strip(), ids)) is not None
    }
    missing = {s.name: unknown_word() for s in specs.values() if s.unknown and s.name not in values}
    return Answers(values | missing, lines, tuple(repeated), above[0] if above else 0)


def _headings(lines: list[str], labels: Mapping[str, object]) -> Iterator[tuple[int, str, str]]:
    """Yield each line with its number, and the label when it is a heading of the form."""
    fence = ""
    for number, line in enumerate(lines, start=1):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark["fence"]
        elif mark and mark["fence"].startswith(fence):
            fence = ""
        heading = None if fence or mark else _HEADING.fullmatch(line)
        label = heading["label"] if heading else ""
        yield number, line, label if label in labels else ""


def _value(spec: FieldSpec, text: str, ids: Mapping[str, Mapping[str, str]]) -> object:
    if text in _NOTHING:
        return None
    if spec.choices:
        by_label = {choice.label: choice.written for choice in spec.choices}
        picked = tuple(by_label.get(one.strip(), one.strip()) for one in text.split(","))
        return picked if spec.many else picked[0]
    if not spec.many:
        return text if spec.field_type.is_block else " ".join(text.split())
    points = (_POINT.sub("", line.strip(), count=1).strip() for line in text.split("\n"))
    known = ids.get(spec.refers_to)
    given = [point for point in points if point]
    return tuple(given) if known is None else tuple(_named(given, known))


def _named(given: list[str], known: Mapping[str, str]) -> Iterator[str]:
    """Yield ids for names; several on one line are several."""
    for point in given:
        for name in parts_of(point) if is_joined(point, known) else [point]:
            yield known.get(slug(name), name)
