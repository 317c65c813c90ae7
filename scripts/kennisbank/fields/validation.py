"""Validates the values of a file: a typed entry, or every fault that keeps it from being one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kennisbank.fields.base import Entry
from kennisbank.fields.specs import field_specs
from kennisbank.fields.text_rules import OF_A_PERSON
from kennisbank.fields.types import FieldGroup
from kennisbank.messages import N_, _
from kennisbank.reading.yaml_document import KeyPath
from kennisbank.suggestions import did_you_mean, nearest

_QUOTE = N_("Is there a colon in the text? Then put the text between quotation marks.")
_MESSAGES = {
    "tuple_type": (
        N_("must be a list."),
        N_("Put '- ' before each point, each on a line of its own."),
    ),
    "string_type": (N_("must be text, not a list or a group of fields."), _QUOTE),
    "model_type": (N_("must be a group of fields."), N_("See how another file writes this.")),
    "missing": ("", ""),
    "extra_forbidden": ("", ""),
}


CHOICE = N_("does not know '{value}'.")
CHOICES = N_("Choose from: {allowed}.")
JOINED = N_("These are several. Put each on a line of its own, with '- ' before it.")
HERE = N_("Here that is called '{name}'.")


def message_of(detail: ErrorDetails) -> tuple[str, str]:
    """Return the second half of the sentence "‘Titel’ (veld 'title') …" and what to do."""
    kind = detail["type"]
    if kind == "enum":
        return _choice_message(detail)
    if kind in _MESSAGES:
        message, hint = _MESSAGES[kind]
        return (_(message), _(hint)) if message else ("", "")
    # Our own validators raise messages already; anything else would be a type without a message.
    return f"{detail['msg']}.", ""


def _choice_message(detail: ErrorDetails) -> tuple[str, str]:
    value = detail["input"]
    expected = str(detail["ctx"]["expected"]).replace(" or ", ", ").replace("'", "")
    allowed = expected.split(", ")
    if not isinstance(value, str):
        return _("must be one of these words: {words}.", words=", ".join(allowed)), ""
    joined = [one.strip() for one in value.split(",")]
    if len(joined) > 1 and any(one in allowed for one in joined):
        return _(CHOICE, value=value), _(JOINED)
    meant = detail["ctx"].get("meant", "")
    hint = _(HERE, name=meant) if meant else did_you_mean(value, allowed)
    hint = hint or _(CHOICES, allowed=", ".join(allowed))
    return _(CHOICE, value=value), hint


_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "empty-field": "empty-field",
}


# What other programs write in YAML where there is no value.
_NOTHING = frozenset({"null", "~"})
# Of a text, that word is told by a message of its own, in the form as well.
_NO_TEXT = frozenset({"tuple_type", "model_type", "enum"})


@dataclass(frozen=True, slots=True)
class Fault:
    """One value that does not fit its field; `code` names the check that reports it."""

    key_path: KeyPath
    code: str
    message: str = ""
    hint: str = ""
    suggestion: str = ""


def validate(kind: type[Entry], value: dict[str, object]) -> tuple[Entry | None, tuple[Fault, ...]]:
    """Return the entry, or none and its faults, one for each cause."""
    empty = tuple(Fault(path, "empty-field") for path in _empty_paths(value))
    try:
        entry = kind.model_validate(value)
    except ValidationError as error:
        reported = {fault.key_path for fault in empty}
        details = [one for one in error.errors() if one["loc"] not in reported]
        return None, (*empty, *_without_near_misses([_fault(kind, one) for one in details]))
    return (None, empty) if empty else (entry, ())


def without_personal(kind: type[Entry], values: Mapping[str, object]) -> dict[str, object]:
    """Return the values without those names that hold more of a person than a name."""
    kept = dict(values)
    for spec in field_specs(kind):
        personal = [one for one in spec.field_type.constraints if one in OF_A_PERSON]
        found = values.get(spec.name)
        if personal and isinstance(found, tuple):
            names = tuple(
                one for one in found if not any(rule.fault_in(str(one)) for rule in personal)
            )
            kept |= {spec.name: names}
            if not names:
                del kept[spec.name]
    return kept


def _empty_paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    if value is None or value in ((), {}):
        yield path
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _empty_paths(child, (*path, key))
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _empty_paths(child, (*path, index))


def _fault(kind: type[Entry], detail: ErrorDetails) -> Fault:
    path = detail["loc"]
    code = _CODES.get(detail["type"], "wrong-type")
    if detail["type"] in _NO_TEXT and str(detail["input"]).casefold() in _NOTHING:
        return Fault(path, "empty-field")
    message, hint = message_of(detail)
    suggestion = ""
    if code == "unknown-field":
        suggestion = _suggested_field(_part_at(kind, path[:-1]), str(path[-1]))
    return Fault(path, code, message, hint, suggestion)


def _part_at(kind: type[FieldGroup], path: KeyPath) -> type[FieldGroup]:
    part = kind
    for step in path:
        inner = next((spec.group for spec in field_specs(part) if spec.name == step), None)
        part = inner or part
    return part


def _suggested_field(part: type[FieldGroup], name: str) -> str:
    """Return the field that was meant; its Dutch title counts as a name, too."""
    words = {spec.name: spec.name for spec in field_specs(part)}
    words |= {spec.title.casefold(): spec.name for spec in field_specs(part)}
    found = nearest(name.replace("_", " "), words) or nearest(name, words)
    return words[found] if found else ""


def _without_near_misses(faults: list[Fault]) -> list[Fault]:
    """Leave out a missing field that stands there misspelt: one cause, one problem."""
    misspelt = {(*f.key_path[:-1], f.suggestion) for f in faults if f.code == "unknown-field"}
    return [f for f in faults if f.code != "missing-field" or f.key_path not in misspelt]
