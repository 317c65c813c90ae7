"""The forms in which people report to the editors on GitHub, without any file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from kennisbank.fields.specs import shapes
from kennisbank.fields.types import Form
from kennisbank.kinds.practice import Practice
from kennisbank.routes import ERROR_FORM, ERROR_TITLE

if TYPE_CHECKING:
    from kennisbank.fields.specs import Shape


FOLDER = ".github/ISSUE_TEMPLATE"
_NOT_ASKED = frozenset({"aliases", "reviewed", "redirect_from", "changed"})
_LONG = frozenset({Form.PROSE, Form.SHORT, Form.LINK})
_HEAD = "# Renewed by `kennisbank schema`: change the fields in the code, not here.\n"
_PUBLIC = (
    "Wat u invult, is openbaar. Noem geen namen van mensen die dat niet willen, en geen "
    "e-mailadressen. Weet u iets niet, laat het dan leeg."
)
Element = dict[str, Any]


def issue_form_files() -> dict[str, str]:
    """Return the text of each form by its path in the library."""
    forms = {
        "praktijk.yml": _practice_form(),
        ERROR_FORM: _error_form(),
        "bron.yml": _source_form(),
        "config.yml": {"blank_issues_enabled": True},
    }
    return {f"{FOLDER}/{name}": _HEAD + _yaml(form) for name, form in forms.items()}


def asked_in_form() -> list[Shape]:
    """Return the fields of a practice that the form asks for."""
    return [shape for shape in shapes(Practice) if shape.name not in _NOT_ASKED]


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


def _practice_form() -> Element:
    title = "Een praktijk voordragen"
    about = "Een organisatie die iets deed, en wat er veranderde."
    return _form(title, about, "praktijk", [_asked(shape) for shape in asked_in_form()])


def _asked(shape: Shape) -> Element:
    required = shape.required and not shape.unknown
    description = f"{shape.help}{_how_to_fill(shape)}"
    if shape.choices:
        options = [choice.label for choice in shape.choices]
        return _element("dropdown", shape.name, shape.title, description, required=required) | {
            "attributes": {
                "label": shape.title,
                "description": description,
                "multiple": shape.many,
                "options": options,
            }
        }
    long = shape.form in _LONG or shape.many
    return _element(
        "textarea" if long else "input", shape.name, shape.title, description, required=required
    )


def _how_to_fill(shape: Shape) -> str:
    if shape.form is Form.LINK:
        return " Zet elke naam op een eigen regel."
    if shape.many and not shape.choices:
        return " Zet elk punt op een eigen regel."
    return ""


def _error_form() -> Element:
    return _form(
        ERROR_TITLE,
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
