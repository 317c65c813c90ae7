"""The figures of an entry as a CSV file."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.csv_text import csv_bytes
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import figures_of, marked
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.types import SourceType
from kennisbank.locales import in_text
from kennisbank.messages import _, pgettext
from kennisbank.pages.context import RenderContext
from kennisbank.pages.prose_context import ProseContext

_OF_ENTRIES = frozenset(spec.name for spec in field_specs(Entry))


def file_name() -> str:
    """Return how the file of figures of an entry is called."""
    return pgettext("address", "figures.csv")


def figure_files(context: RenderContext) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of one file for each entry with figures."""
    for target in context.site_map.targets.values():
        if figures_of(target.entry):
            yield f"{target.address}{file_name()}", _csv(context, target.address, target.entry)


def facts_of(entry: Entry) -> list[FieldSpec]:
    """Return the fields that tell what figures are of: one value each, on one line."""
    specs = field_specs(type(entry))
    facts = (one for one in specs if one.field_type.is_fact and not one.many)
    return [one for one in facts if one.name not in _OF_ENTRIES]


def _csv(context: RenderContext, address: str, entry: Entry) -> bytes:
    """Every row stands by itself: whoever copies one takes its source and its caveat along."""
    specs = facts_of(entry)
    shared = [_shown(context, spec, getattr(entry, spec.name)) for spec in specs]
    titles = [in_text(spec.title) for spec in specs]
    if spec := marked(type(entry), "caveat"):
        caveat = getattr(entry, spec.name) or ""
        plain = context.plain(context.prose.block(caveat, ProseContext(address)))
        shared, titles = [*shared, " ".join(plain.split())], [*titles, in_text(spec.title)]
    rows = ([one.label, one.amount, *shared] for one in figures_of(entry))
    return csv_bytes([[_("part"), _("value"), *titles], *rows])


def _shown(context: RenderContext, spec: FieldSpec, value: object) -> object:
    if isinstance(spec.field_type, SourceType) and (work := context.works.get(str(value))):
        return context.plain(work.reference)
    return "" if value is None else value
