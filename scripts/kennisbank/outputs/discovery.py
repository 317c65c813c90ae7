"""What other programs find pages by: the sitemap, the feeds and the files for language models."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from kennisbank.fields.kinds import advice_of
from kennisbank.messages import _
from kennisbank.outputs.feeds import feed_files
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Page
from kennisbank.routes import DATA, FOLDER, HOME, hand_address, routes

PATH = "sitemap.xml"
LANGUAGE_MODELS = "llms.txt"
_NAMES = "http://www.sitemaps.org/schemas/sitemap/0.9"
_WIDTH = 100


def sitemap_files(context: RenderContext, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return the sitemap, which takes full addresses: none where the site's own is unknown."""
    if not context.imprint.url:
        return {}
    # Only entries know a day of their own; the day of the build would say that all pages changed.
    targets = context.site_map.targets.values()
    days = {one.address: one.entry.reviewed for one in targets if one.entry.reviewed}
    root = etree.Element("urlset", nsmap={None: _NAMES})
    for page in sorted(pages, key=lambda page: page.address):
        place = etree.SubElement(root, "url")
        etree.SubElement(place, "loc").text = context.imprint.full(page.address)
        if page.address in days:
            etree.SubElement(place, "lastmod").text = days[page.address].isoformat()
    return {PATH: etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)}


def discovery_files(context: RenderContext, pages: Sequence[Page]) -> dict[str, bytes]:
    """Return every file by its path; where the site's own address is unknown some are left out."""
    files = sitemap_files(context, pages) | feed_files(context)
    return files | language_model_files(context, pages)


def language_model_files(context: RenderContext, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return the file; its links are full addresses where the site's own is known."""
    by_address = {page.address: page for page in pages}
    name = context.imprint.name or _("Knowledge library")
    lines = [f"# {name}", ""]
    if home := by_address.get(HOME):
        lines += [f"> {home.description}", ""]
    lines += [_rules(context), *_sections(context, by_address)]
    return {LANGUAGE_MODELS: "\n".join(lines).encode()}


def _sections(context: RenderContext, pages: dict[str, Page]) -> Iterator[str]:
    yield from ["## " + _("Data"), ""]
    about = _("all pages, links and sources as JSON")
    yield f"- [library.json]({_link(context, f'{FOLDER}/library.json')}): {about}"
    yield from _rows(context, pages, (DATA, routes().SOURCES))
    hand = [hand_address(document.path) for document in context.library.pages]
    about_site = _rows(context, pages, _after(routes().ABOUT, hand))
    yield from ["", "## " + _("About this site"), "", *about_site]
    for kind in context.library.kinds:
        addresses = [target.address for target in context.site_map.of_kind(kind.kind)]
        yield from ["", f"## {kind.label.many}", "", *_rows(context, pages, addresses)]
    yield ""


def _after(start: str, addresses: Iterable[str]) -> list[str]:
    return sorted(address for address in addresses if address.startswith(start))


def _rows(
    context: RenderContext, pages: dict[str, Page], addresses: Iterable[str]
) -> Iterator[str]:
    for page in (pages[address] for address in addresses if address in pages):
        yield f"- [{page.title}]({_link(context, page.address)}): {page.description}"


def _link(context: RenderContext, address: str) -> str:
    return context.imprint.full(address) or address


def _rules(context: RenderContext) -> str:
    """Return how to use the library, as lines of at most a hundred characters."""
    advice = dict.fromkeys(spec.title for spec in advice_of(context.library.kinds))
    rules = [
        _("A statement with a number or an effect has a source. Name that source, too."),
        _(
            "The site computes for each outcome of a method how strong the research is, on "
            "levels 0 to 5. Take level and outcome over together, and make them no stronger. "
            "Level 1 is experience, level 2 is association: neither says that the method "
            "makes the difference. ‘No difference found’ and ‘backfired’ are outcomes, too: "
            "do not recommend the method for those."
        ),
        _("‘Note’ says where a source says less than people often claim."),
        _("‘Unknown’ means that no source tells it. Do not fill it in yourself."),
    ]
    if advice:
        titles = ", ".join(f"‘{title}’" for title in advice)
        said = _(
            "What names no source under these headings is advice of the editors: {titles}.",
            titles=titles,
        )
        rules.append(said)
    lines = [textwrap.fill(f"- {rule}", _WIDTH, subsequent_indent="  ") for rule in rules]
    return "\n".join([_("Use this library like this:"), "", *lines, ""])
