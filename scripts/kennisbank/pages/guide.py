"""The reference pages of the contributor guide: examples, fields and messages."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.checks import RULES
from kennisbank.checks.readability import ADVICE_RULES
from kennisbank.fields.base import Entry
from kennisbank.fields.scaffold import example
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.types import FieldGroup
from kennisbank.messages import _
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import routes


def guide_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page of examples, that of all fields and that of all problem codes."""
    yield _examples_page(context)
    yield _fields_page(context)
    yield _rules_page(context)


def _examples_page(context: RenderContext) -> Page:
    reading = ProseContext(routes().EXAMPLES)
    examples = [(kind, example(kind)) for kind in context.library.kinds]
    html = context.render("examples.jinja", reading, examples=examples)
    headings = tuple(Heading(kind.kind, kind.label.one) for kind, _text in examples)
    description = _("A whole file for each kind, with what belongs in each field.")
    return Page(reading.address, _("Examples"), description, html, headings)


def _fields_page(context: RenderContext) -> Page:
    reading = ProseContext(routes().FIELDS)
    kinds = [(kind, tables(kind)) for kind in context.library.kinds]
    html = context.render("fields.jinja", reading, kinds=kinds)
    headings = tuple(Heading(kind.kind, kind.label.one) for kind, _tables in kinds)
    description = _(
        "Which fields each kind has, what belongs in them and whether they may be unknown."
    )
    return Page(reading.address, _("All fields"), description, html, headings)


def tables(kind: type[Entry]) -> list[tuple[str, tuple[FieldSpec, ...]]]:
    """Return the fields of a kind, and of each group of fields inside it, under its title."""
    return [("", field_specs(kind)), *_inner_tables(kind)]


def _inner_tables(part: type[FieldGroup]) -> Iterator[tuple[str, tuple[FieldSpec, ...]]]:
    for spec in field_specs(part):
        if spec.group:
            yield _("In ‘{field}’", field=spec.title), field_specs(spec.group)
            yield from _inner_tables(spec.group)


def _rules_page(context: RenderContext) -> Page:
    reading = ProseContext(routes().MESSAGES)
    rules = (*RULES, *ADVICE_RULES)
    html = context.render("rules.jinja", reading, rules=rules)
    headings = tuple(Heading(rule.code, rule.code) for rule in rules)
    description = _("What each message of the check means, and how you mend it.")
    return Page(reading.address, _("All messages"), description, html, headings)
