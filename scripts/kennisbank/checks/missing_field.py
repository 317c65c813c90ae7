"""A required field is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.checks.faults import faults_of, field_name, spec_at
from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.fields.specs import FieldSpec
    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "missing-field",
    "Een verplicht veld ontbreekt.",
    "Voeg het veld toe. Mag het 'onbekend' zijn, dan staat dat in de veldentabel.",
)
MESSAGE = "{field} ontbreekt."


def find(library: Library) -> Iterator[Problem]:
    """Yield each required field that is not written, at the group of fields it belongs to."""
    for file, fault in faults_of(library, RULE.code):
        place = file.document.location_of(fault.key_path)
        spec = spec_at(file.kind, fault.key_path)
        hint = _hint(spec) if spec else ""
        message = MESSAGE.format(field=field_name(file, fault))
        yield RULE.problem(place, message, hint)


def _hint(spec: FieldSpec) -> str:
    hint = f"Voeg toe: '{spec.name}: …' ({spec.help.rstrip('.')})."
    return f"{hint} Weet geen bron het, schrijf dan 'onbekend'." if spec.unknown else hint
