"""The forms in which people report to the editors on GitHub, without any file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from kennisbank.fields.kinds import reported_kind
from kennisbank.fields.specs import field_specs
from kennisbank.messages import _
from kennisbank.routes import routes
from kennisbank.slug import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kennisbank.fields.base import Entry
    from kennisbank.fields.specs import FieldSpec


FOLDER = ".github/ISSUE_TEMPLATE"
_NOT_ASKED = frozenset({"aliases", "reviewed", "redirect_from", "changed"})
_HEAD = "# Renewed by `kennisbank schema`: change the fields in kennisbank.yml, not here.\n"
_PUBLIC = (
    "Wat u invult, is openbaar. Noem geen namen van mensen die dat niet willen, en geen "
    "e-mailadressen. Weet u iets niet, laat het dan leeg."
)
Element = dict[str, Any]


def issue_form_files(kinds: Sequence[type[Entry]]) -> dict[str, str]:
    """Return the text of each form by its path in the library."""
    kind = reported_kind(kinds)
    reported = {f"{slug(kind.label.one)}.yml": _report_form(kind)} if kind else {}
    forms = {
        **reported,
        routes().ERROR_FORM: _error_form(),
        "bron.yml": _source_form(),
        _("contribution.yml"): _contribution_form(),
        "config.yml": {"blank_issues_enabled": True},
    }
    return {f"{FOLDER}/{name}": _HEAD + _yaml(form) for name, form in forms.items()}


def asked_in_form(kind: type[Entry]) -> list[FieldSpec]:
    """Return the fields that the form asks for."""
    return [spec for spec in field_specs(kind) if spec.name not in _NOT_ASKED]


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)


def _form(name: str, about: str, label: str, fields: list[Element]) -> Element:
    return {
        "name": name,
        "description": about,
        "title": f"{name}: ",
        "labels": [label],
        "body": [{"type": "markdown", "attributes": {"value": _PUBLIC}}, *fields],
    }


def _report_form(kind: type[Entry]) -> Element:
    name = kind.label.one.lower()
    asked = [_asked(spec) for spec in asked_in_form(kind)]
    return _form(f"Een {name} voordragen", kind.marks.reported, name, asked)


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
        return " Zet elke naam op een eigen regel."
    if spec.many and not spec.choices:
        return " Zet elk punt op een eigen regel."
    return ""


def _error_form() -> Element:
    return _form(
        routes().ERROR_TITLE,
        "Iets op een pagina klopt niet, is verouderd of onduidelijk.",
        "fout",
        [
            _element("input", "pagina", "Pagina", "Het adres van de pagina.", required=True),
            _element("input", "versie", "Versie", "De dag waarop de pagina gemaakt is."),
            _element("textarea", "fout", "Wat klopt er niet?", "Neem de zin over.", required=True),
            _element("textarea", "voorstel", "Hoe moet het zijn?", "Als u dat weet."),
            _element("textarea", "bron", "Waar blijkt dat uit?", "Een bron, als die er is."),
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
    return _form(
        "Een bron voorstellen",
        "Een onderzoek, rapport of boek dat hier nog niet in staat.",
        "bron",
        [
            _element("input", "bron", "Titel en schrijver", "Welk werk het is.", required=True),
            _element("input", "doi", "DOI of webadres", "Een DOI begint met 10."),
            _element("textarea", "zegt", "Wat zegt deze bron?", "In eigen woorden.", required=True),
            _element("input", "pagina", "Bij welke pagina hoort het?", "Als u dat weet."),
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
