"""The pages for finding: the search page, and a plain list for each value readers narrow by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import roles_in
from kennisbank.locales import in_text
from kennisbank.messages import _
from kennisbank.pages.context import RenderContext
from kennisbank.pages.facets import Facet, options
from kennisbank.pages.overviews import card_facts
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.parts import ListPart, in_parts, list_pages
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef
from kennisbank.routes import routes
from kennisbank.theme.look import PAGE_STYLES

_NAMED = 4


@dataclass(frozen=True, slots=True)
class ListLink:
    """One value of a facet: where its list lives, and how many entries are in it."""

    address: str
    label: str
    count: int


def _about(context: RenderContext) -> str:
    kinds = [kind.label.many_in_text for kind in context.library.kinds]
    return _("Search all {kinds}, pages and sources.", kinds=", ".join(kinds))


def _orders(context: RenderContext) -> list[str]:
    """Return what results can be put in the order of, beside what each page has."""
    known = {
        "research": any(facet.rated for facet in context.facets),
        "effort": any(facet.ranks for facet in context.facets),
    }
    return [name for name, is_there in known.items() if is_there]


def _about_lists(context: RenderContext) -> str:
    """Return what the lists are by: the first few facets, by name."""
    titles = [in_text(facet.title) for facet in context.facets]
    if not titles:
        return _("Everything in this library together.")
    named = ", ".join(titles[:_NAMED])
    if len(titles) > _NAMED:
        return _("Everything in this library by {facets} and more.", facets=named)
    return _("Everything in this library by {facets}.", facets=named)


def finding_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the search page, the page of all lists, and one page for each list of our own."""
    about = _about_lists(context)
    found = _targets(context)
    groups = [(facet, _links(context, facet, found)) for facet in context.facets]
    groups = [(facet, links) for facet, links in groups if links]
    html = context.render(
        "search.jinja",
        ProseContext(routes().SEARCH),
        groups=groups,
        lists=routes().LISTS,
        orders=_orders(context),
        asking=context.repository.request_url,
        also=context.imprint.also_searched,
    )
    yield Page(routes().SEARCH, _("Search"), _about(context), html, styles=PAGE_STYLES["search"])
    html = context.render(
        "lists.jinja", ProseContext(routes().LISTS), groups=groups, description=about
    )
    headings = tuple(Heading(facet.name, facet.title) for facet, _links in groups)
    listed = tuple(link.address for _facet, links in groups for link in links)
    yield Page(routes().LISTS, _("Subjects"), about, html, headings, listed=listed)
    for facet, links in groups:
        for value, label in options(facet, context.library):
            targets = found[facet.name, value]
            if _own_list(facet, value) in {link.address for link in links}:
                yield from _list_pages(context, facet, label, _own_list(facet, value), targets)


def _list_pages(
    context: RenderContext, facet: Facet, label: str, address: str, targets: list[EntryRef]
) -> Iterator[Page]:
    # A tag is written as its author did: C++ is no c++.
    shown = label if facet.tags else in_text(label)
    title = f"{facet.title}: {shown}"
    by_kind = [
        (kind, [target for target in targets if target.key.kind == kind.kind])
        for kind in context.library.kinds
    ]
    by_kind = [(kind, found) for kind, found in by_kind if found]
    description = facet.about.format(shown)

    def made(part: ListPart[type[Entry], EntryRef]) -> Page:
        html = context.render(
            "list.jinja",
            ProseContext(part.address),
            title=title,
            description=description,
            groups=[
                (kind, [(target, card_facts(context, target)) for target in found])
                for kind, found in part.groups
            ],
            counts={kind: len(found) for kind, found in by_kind},
            part=part,
            crumbs=[(routes().LISTS, _("Subjects"))],
        )
        headings = tuple(Heading(kind.address, kind.label.many) for kind, _found in part.groups)
        listed = tuple(target.address for target in part.rows)
        return Page(address, title, description, html, headings, listed=listed)

    yield from list_pages(in_parts(address, by_kind), made)


# What has each value of each facet, by the name of the facet.
Found = dict[tuple[str, str], list["EntryRef"]]


def _targets(context: RenderContext) -> Found:
    found: Found = defaultdict(list)
    for kind in context.library.kinds:
        for target in context.site_map.of_kind(kind.kind):
            for named in context.facet_values[target.key]:
                found[named].append(target)
    return found


def _links(context: RenderContext, facet: Facet, found: Found) -> list[ListLink]:
    return [
        ListLink(_address(context, facet, value), label, len(targets))
        for value, label in options(facet, context.library)
        if (targets := found.get((facet.name, value)))
    ]


def _address(context: RenderContext, facet: Facet, value: str) -> str:
    """A value that has a page of its own needs no second list of what belongs to it."""
    if facet.choices and facet.choices is roles_in(context.library.kinds):
        return f"{routes().ROLES}{value}/"
    target = context.site_map.find(facet.kind, value) if facet.kind else None
    return target.address if target else _own_list(facet, value)


def _own_list(facet: Facet, value: str) -> str:
    return f"{routes().LISTS}{facet.name}/{value}/"
