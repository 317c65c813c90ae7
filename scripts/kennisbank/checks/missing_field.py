"""A required field is there."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.checks.faults import faults_of, field_name, spec_at
from kennisbank.fields.specs import FieldSpec
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule

RULE = Rule(
    "missing-field",
    N_("A required field is missing."),
    N_("Add the field. If it may be 'unknown', the table of fields says so."),
)
MESSAGE = N_("{field} is missing.")


def find(library: Library) -> Iterator[Problem]:
    """Yield each required field that is not written, at the group of fields it belongs to."""
    for file, fault in faults_of(library, RULE.code):
        place = file.document.location_of(fault.key_path)
        spec = spec_at(file.kind, fault.key_path)
        hint = _hint(spec) if spec else ""
        message = _(MESSAGE, field=field_name(file, fault))
        yield RULE.problem(place, message, hint)


def _hint(spec: FieldSpec) -> str:
    hint = _("Add: '{name}: …' ({help}).", name=spec.name, help=spec.help.rstrip("."))
    if not spec.unknown:
        return hint
    unknown = _("If no source tells it, write 'unknown'.")
    return f"{hint} {unknown}"
