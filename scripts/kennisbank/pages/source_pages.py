"""The pages of sources: the list, and one for each with where it is cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kennisbank.messages import _, pgettext
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.parts import ListPart, in_parts, list_pages
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.usage import Usage
from kennisbank.reading.mentions import without_mentions
from kennisbank.routes import routes, source_address, work_path
from kennisbank.sources.csl_item import names_in, publication
from kennisbank.sources.formats.coins import coins
from kennisbank.sources.formats.reference_list import in_list_order
from kennisbank.sources.labels import designs_in_words, types_in_words
from kennisbank.sources.works import Work

SECTION = "source"


def source_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page of each source."""
    for work in context.works.values():
        yield source_page(context, work)


def source_title(context: RenderContext, work: Work) -> str:
    """Return what the page of a source is called."""
    return context.plain(work.form.in_sentence)


def source_page(context: RenderContext, work: Work) -> Page:
    """Return the page of one source."""
    usage = context.usage[work.key]
    reading = ProseContext(source_address(work.key))
    title = source_title(context, work)
    findings = [
        (target, finding, context.prose.inline(without_mentions(finding.found), reading))
        for target, finding in usage.findings
    ]
    html = context.render(
        "source.jinja",
        reading,
        work=work,
        title=title,
        usage=usage,
        findings=findings,
        downloads=work_path(work.key),
        coins=coins(work.item),
        comma_in_organisation=any("," in name.literal for name in names_in(work.item, "author")),
    )
    checked = context.library.checks_sources or work.consulted or work.archived
    headings = [
        *([Heading(pgettext("anchor", "checked"), _("What was checked"))] if checked else []),
        *([Heading(pgettext("anchor", "findings"), _("Findings"))] if findings else []),
        Heading(pgettext("anchor", "named"), _("Where this source is")),
        Heading(pgettext("anchor", "take-along"), _("To take along")),
    ]
    about = f"{types_in_words()[work.item['type']]}: {context.plain(work.reference)}"
    path = work.source.location.path
    return Page(reading.address, title, about, html, tuple(headings), path, SECTION)


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list down: the name in the address, its label, values with counts."""

    name: str
    label: str
    options: list[tuple[str, str, int]]


# Of a source in a long list not every page that names it stands there: its own page has them all.
NAMED = 10


def source_list(context: RenderContext) -> Iterator[Page]:
    """Yield the list of all sources, in parts where it is long."""
    usage = context.usage
    works = in_list_order(context.works.values())
    of_checks = {pgettext("address", "research"), pgettext("address", "state")}
    idle = set() if context.library.checks_sources else of_checks
    filters = [one for one in _filters(context) if one.name not in idle]
    description = _("All works that this library names, with what names them.")
    if context.library.checks_sources:
        description = _("All works that this library names, with what of it was checked.")

    def made(part: ListPart[str, Work]) -> Page:
        html = context.render(
            "sources.jinja",
            ProseContext(part.address),
            works=[(work, usage[work.key], _values(work, usage[work.key])) for work in part.rows],
            filters=filters,
            downloads=routes().LIBRARY_PATH,
            part=part,
            most=None if part.is_whole else NAMED,
        )
        listed = tuple(source_address(work.key) for work in part.rows)
        return Page(routes().SOURCES, _("Sources"), description, html, listed=listed)

    yield from list_pages(in_parts(routes().SOURCES, [("", works)]), made)


def _values(work: Work, usage: Usage) -> dict[str, str]:
    """Return what a work is found by; several values of one filter have a space between."""
    return {
        pgettext("address", "kind"): work.item["type"],
        pgettext("address", "research"): work.design or "unknown",
        pgettext("address", "state"): work.state,
        pgettext("address", "year"): _decade(work),
        pgettext("address", "named"): " ".join(usage.kinds),
    }


def _filters(context: RenderContext) -> list[Filter]:
    labels = {
        pgettext("address", "kind"): (_("Kind of work"), types_in_words()),
        pgettext("address", "research"): (_("Kind of research"), designs_in_words()),
        pgettext("address", "state"): (_("What was checked"), context.states),
        pgettext("address", "year"): (_("Year"), {}),
        pgettext("address", "named"): (
            _("Named at"),
            {k.kind: k.label.many for k in context.library.kinds},
        ),
    }
    rows = [_values(work, context.usage[work.key]) for work in context.works.values()]
    return [
        Filter(name, label, _options(names, [row[name] for row in rows]))
        for name, (label, names) in labels.items()
    ]


def _options(names: Mapping[str, str], values: list[str]) -> list[tuple[str, str, int]]:
    counts = Counter(one for value in values for one in value.split())
    # What has a name keeps the order of its list; years run backwards.
    order = list(names) or sorted(counts, reverse=True)
    return [(one, names.get(one, one), counts[one]) for one in order if counts[one]]


def _decade(work: Work) -> str:
    """Return 2020-2029, or z.d. for what has no date."""
    start = publication(work.item).start
    if not start:
        return publication(work.item).year.replace(" ", "-")
    first = start.year - start.year % 10
    return f"{first}–{first + 9}"
