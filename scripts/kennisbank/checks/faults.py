"""Reports the faults that validation found, each by the check that its code names."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.types import FieldGroup
from kennisbank.fields.validation import Fault
from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import N_, _
from kennisbank.reading.yaml_document import KeyPath

# People know a field by its title, files by its name.
FIELD = N_("‘{title}’ (field '{name}')")
POINT = N_("‘{title}’ (field '{name}', point {point})")


def faults_of(library: Library, code: str) -> Iterator[tuple[EntryFile, Fault]]:
    """Yield the faults of one check, with the file they are in."""
    for file in library.files.values():
        for fault in file.faults:
            if fault.code == code:
                yield file, fault


def field_name(file: EntryFile, fault: Fault) -> str:
    """Return how a message names a field: its Dutch title where there is one, and its key."""
    names = [step for step in fault.key_path if isinstance(step, str)]
    name = names[-1] if names else ""
    spec = spec_at(file.kind, fault.key_path)
    if not spec:
        return _("field '{name}'", name=name)
    last = fault.key_path[-1]
    if isinstance(last, int):
        return _(POINT, name=name, title=spec.title, point=last + 1)
    return _(FIELD, name=name, title=spec.title)


def spec_at(kind: type[FieldGroup], key_path: KeyPath) -> FieldSpec | None:
    """Return the field that a place in a file belongs to."""
    part: type[FieldGroup] | None = kind
    found = None
    for step in key_path:
        if isinstance(step, str) and part:
            found = next((spec for spec in field_specs(part) if spec.name == step), None)
            part = found.group if found else None
    return found
