"""The reference pages of the contributor guide: examples, fields and messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.checks import RULES
from kennisbank.checks.readability import ADVICE_RULES
from kennisbank.fields.scaffold import example
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import routes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.fields.base import Entry
    from kennisbank.fields.types import FieldGroup
    from kennisbank.pages.context import RenderContext


def guide_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page of examples, that of all fields and that of all problem codes."""
    yield _examples_page(context)
    yield _fields_page(context)
    yield _rules_page(context)


def _examples_page(context: RenderContext) -> Page:
    reading = ProseContext(routes().EXAMPLES)
    examples = [(kind, example(kind)) for kind in context.library.kinds]
    html = context.render("examples.jinja", reading, examples=examples)
    headings = tuple(Heading(kind.kind, kind.label.one) for kind, _ in examples)
    description = "Voor elke soort een heel bestand, met bij elk veld wat erin hoort."
    return Page(reading.address, "Voorbeelden", description, html, headings)


def _fields_page(context: RenderContext) -> Page:
    reading = ProseContext(routes().FIELDS)
    kinds = [(kind, tables(kind)) for kind in context.library.kinds]
    html = context.render("fields.jinja", reading, kinds=kinds)
    headings = tuple(Heading(kind.kind, kind.label.one) for kind, _ in kinds)
    description = "Welke velden elke soort heeft, wat erin hoort en of ze onbekend mogen zijn."
    return Page(reading.address, "Alle velden", description, html, headings)


def tables(kind: type[Entry]) -> list[tuple[str, tuple[FieldSpec, ...]]]:
    """Return the fields of a kind, and of each group of fields inside it, under its title."""
    return [("", field_specs(kind)), *_inner_tables(kind)]


def _inner_tables(part: type[FieldGroup]) -> Iterator[tuple[str, tuple[FieldSpec, ...]]]:
    for spec in field_specs(part):
        if spec.group:
            yield f"In ‘{spec.title}’", field_specs(spec.group)
            yield from _inner_tables(spec.group)


def _rules_page(context: RenderContext) -> Page:
    reading = ProseContext(routes().MESSAGES)
    rules = (*RULES, *ADVICE_RULES)
    html = context.render("rules.jinja", reading, rules=rules)
    headings = tuple(Heading(rule.code, rule.code) for rule in rules)
    description = "Wat elke melding van de controle betekent, en hoe u het verhelpt."
    return Page(reading.address, "Alle meldingen", description, html, headings)
