"""Describes the fields of a kind for the web form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kennisbank.fields.base import Entry
from kennisbank.fields.specs import shapes
from kennisbank.fields.types import Form
from kennisbank.fields.writing import schema_line
from kennisbank.forms.patterns import for_browser
from kennisbank.pages.entry_page import is_fact

if TYPE_CHECKING:
    from kennisbank.fields.base import Part
    from kennisbank.fields.constraints import Demand
    from kennisbank.fields.specs import Shape
    from kennisbank.library.library import Library


_OF_EVERY_ENTRY = frozenset(shape.name for shape in shapes(Entry))


def kind_description(kind: type[Entry], library: Library) -> dict[str, Any]:
    """Return what the form of a kind needs; what is false or empty is left out."""
    return {
        "kind": kind.kind,
        "folder": kind.folder,
        "label": kind.label.one,
        "schema": schema_line(kind),
        "fields": _fields(kind, library),
    }


def _fields(part: type[Part], library: Library) -> list[dict[str, Any]]:
    return [_field(shape, library) for shape in shapes(part)]


def _field(shape: Shape, library: Library) -> dict[str, Any]:
    data = {
        "name": shape.name,
        "title": shape.title,
        "help": shape.help,
        "example": _example(shape, library),
        "form": shape.form.name.lower(),
        "required": shape.required,
        "many": shape.many,
        "unknown": shape.unknown,
        "refersTo": shape.refers_to,
        "instead": shape.instead,
        "ordered": shape.ordered,
        "cited": shape.cited,
        "fact": is_fact(shape),
        "every": shape.name in _OF_EVERY_ENTRY,
        "choices": [[one.value, one.label] for one in shape.choices or ()],
        "demands": [demand_data(one) for one in shape.demands],
        "fields": _fields(shape.part, library) if shape.part else [],
    }
    return {key: value for key, value in data.items() if value}


def _example(shape: Shape, library: Library) -> Any:  # noqa: ANN401 - as in YAML
    """Return the example of a field; an entry or a source that it names is in the library."""
    if shape.refers_to:
        known = [key.id for key in library.by_kind[shape.refers_to]]
    elif shape.form is Form.SOURCE:
        known = list(library.bibliography.sources)
    else:
        return shape.example
    named = shape.example if isinstance(shape.example, list) else [shape.example]
    return named if set(named) <= set(known) else known[:1]


def demand_data(demand: Demand) -> dict[str, Any]:
    """Return what the form needs of a demand."""
    return {
        "measure": demand.measure,
        "pattern": for_browser(demand.pattern),
        "limit": demand.limit,
        "message": demand.message,
        "code": demand.code,
    }
