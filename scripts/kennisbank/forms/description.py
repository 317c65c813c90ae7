"""Describes the fields of a kind for the web form."""

from __future__ import annotations

from typing import Any

from kennisbank.fields.base import Entry
from kennisbank.fields.constraints import Constraint
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.types import FieldGroup, SourceType, ToolType
from kennisbank.fields.writing import schema_line
from kennisbank.forms.patterns import for_browser
from kennisbank.library.library import Library
from kennisbank.messages import _
from kennisbank.pages.entry_sections import is_fact

# What who writes an entry seldom needs: the form folds it away.
_RARE = frozenset({"redirect_from", "changed"})
_OF_EVERY_ENTRY = frozenset(spec.name for spec in field_specs(Entry))


def kind_description(kind: type[Entry], library: Library) -> dict[str, Any]:
    """Return what the form of a kind needs; what is false or empty is left out."""
    return {
        "kind": kind.kind,
        "folder": kind.folder,
        "label": kind.label.one,
        "schema": schema_line(kind),
        "fields": _fields(kind, library),
    }


def _fields(part: type[FieldGroup], library: Library) -> list[dict[str, Any]]:
    return [_field(spec, library) for spec in field_specs(part)]


def _field(spec: FieldSpec, library: Library) -> dict[str, Any]:
    data = {
        "name": spec.name,
        "title": spec.title,
        "help": spec.help,
        "example": _example(spec, library),
        "form": spec.field_type.name,
        "required": spec.required,
        "many": spec.many,
        "unknown": spec.unknown,
        "refersTo": spec.refers_to,
        "instead": spec.instead,
        "ordered": spec.ordered,
        "cited": spec.cited,
        "headings": spec.blocks.headings,
        "images": spec.blocks.images,
        "fact": is_fact(spec),
        "deep": spec.field_type.is_deep,
        "sorts": spec.field_type.sorts if isinstance(spec.field_type, ToolType) else (),
        "every": spec.name in _OF_EVERY_ENTRY,
        "rare": spec.name in _RARE,
        "choices": [[one.written, one.label] for one in spec.choices or ()],
        "demands": [demand_data(one) for one in spec.field_type.constraints],
        "fields": _fields(spec.group, library) if spec.group else [],
    }
    return {key: value for key, value in data.items() if value}


def _example(spec: FieldSpec, library: Library) -> Any:  # noqa: ANN401 - as in YAML
    """Return the example of a field; an entry or a source that it names is in the library."""
    if spec.refers_to:
        known = [key.id for key in library.by_kind[spec.refers_to]]
    elif isinstance(spec.field_type, SourceType):
        known = list(library.bibliography.sources)
    else:
        return spec.example
    named = spec.example if isinstance(spec.example, list) else [spec.example]
    return named if set(named) <= set(known) else known[:1]


def demand_data(demand: Constraint) -> dict[str, Any]:
    """Return what the form needs of a demand."""
    return {
        "measure": demand.measure,
        "pattern": for_browser(demand.expression),
        "limit": demand.limit,
        "message": _(demand.message),
        "code": demand.code,
    }
