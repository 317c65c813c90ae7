"""Builds the site of a folder: everything read, checked, rendered and exported, in one function.

One file: the order in which all is made is read from top to bottom.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kennisbank import routes
from kennisbank.atomic import replace_file
from kennisbank.checks import check_library
from kennisbank.checks.bad_severity import with_severities
from kennisbank.config.extensions import extended
from kennisbank.fields.kinds import is_rated
from kennisbank.forms.form_data import form_files
from kennisbank.kept_files import is_off, kept_file
from kennisbank.library.library import EntryKey
from kennisbank.library.loading import ReadBefore, load_library
from kennisbank.outputs.book import book_html
from kennisbank.outputs.compared import CHOICES, choice_files, compared_files
from kennisbank.outputs.compared import FOLDER as COMPARED_FILES
from kennisbank.outputs.data import export_files
from kennisbank.outputs.data_page import data_page
from kennisbank.outputs.discovery import discovery_files
from kennisbank.outputs.linked_data import entry_data, with_linked_data
from kennisbank.outputs.search.index import FOLDER as SEARCH_FILES
from kennisbank.outputs.search.index import indexed, search_files
from kennisbank.outputs.search.records import Record
from kennisbank.outputs.selection_export import FOLDER as SELECTION_FILES
from kennisbank.outputs.selection_export import handout_files, selection_page
from kennisbank.pages.charts import chart_files, figure_files
from kennisbank.pages.chooser import chooser_page, comparison_page
from kennisbank.pages.context import NOWHERE, RenderContext, Repository, SiteMetadata
from kennisbank.pages.dead_links import dead_links
from kennisbank.pages.entry_page import entry_page
from kennisbank.pages.finding import finding_pages
from kennisbank.pages.following_page import following_page
from kennisbank.pages.form_pages import form_pages
from kennisbank.pages.guide import guide_pages
from kennisbank.pages.hand_pages import hand_pages, standard_pages
from kennisbank.pages.indexes import index_pages, role_pages
from kennisbank.pages.kept_pages import KeptPages, page_of, plain_page
from kennisbank.pages.map_pages import map_pages
from kennisbank.pages.overviews import overview_pages
from kennisbank.pages.redirects import redirect_files, retired_files
from kennisbank.pages.source_pages import source_list, source_page, source_pages
from kennisbank.pages.upkeep_page import upkeep_pages
from kennisbank.plain_json import json_text
from kennisbank.reading.site_files import docs_files
from kennisbank.sources.style.cache import ReferenceCache
from kennisbank.theme.look import look_sources

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kennisbank.fields.base import Entry
    from kennisbank.library.library import Library
    from kennisbank.outputs.search.index import Indexed
    from kennisbank.pages.context import Name, Parts
    from kennisbank.pages.page import Page
    from kennisbank.problems import Problem
    from kennisbank.sources.formats.json_ld import Data

    # Makes pages of a site.
    PageGroup = Callable[[RenderContext], Iterator[Page]]


# Made again when it is gone; nothing in it is needed to understand a build.
CACHE = "references.json"


@dataclass(frozen=True)
class Site:
    """What a folder made: pages and files are complete only when there is no error."""

    library: Library
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...]
    files: dict[str, bytes]
    # Makes the page that offers the offline copy and the book, given the size of each in bytes.
    offering: Callable[[int, int], Page] | None = None
    # Makes the HTML of a book of the kinds that are named, or of all.
    book: Callable[[Collection[str]], str] | None = None


def build_site(
    root: Path,
    kinds: Sequence[type[Entry]] | None = None,
    repository: Repository | None = None,
    imprint: SiteMetadata = NOWHERE,
    today: dt.date | None = None,
) -> Site:
    """Read, check and render the library in a folder; faulty entries have no page.

    Ages are counted up to the day of the imprint, or else up to the last review of an entry. The
    day of today, where it is known, only lets dates pass that no longer lie ahead.
    """
    keeps = not (kinds or is_off() or extended())
    read = ReadBefore.kept(root) if keeps else ReadBefore()
    library, problems = load_library(root, kinds, today, read)
    if keeps:
        read.keep(root)
    problems += check_library(library, root if keeps else None)
    cache_file = references_file(root)
    cache = earlier_references(cache_file)
    context = RenderContext(library, repository or Repository(), cache.reference, imprint)
    kept = KeptPages(root, context) if keeps else None
    if kept:
        context.each = kept.of  # type: ignore[method-assign]
    entries, sources = _made_one_by_one(context)
    pages = _rendered(context, entries, sources)
    remember(cache, cache_file)
    files = {
        path: content
        for group in file_groups([one.indexed for one in entries])
        for path, content in group.files(context, pages).items()
    }
    if kept:
        kept.keep()
    problems += dead_links(library, pages, {*files, *look_sources(), *docs_files(root)})
    made = with_linked_data(context, pages, {one.page.address: one.data for one in entries})
    told = tuple(sorted(with_severities(problems, library.severities)))
    offering, book = partial(_offering, context, made), partial(book_html, context, made)
    return Site(library, told, made, files, offering, book)


def _made_one_by_one(context: RenderContext) -> tuple[list[MadeOfEntry], list[Page]]:
    """Return what is made of each entry, and the page of each source."""
    entries = context.each(made_of_entry, [*context.site_map.targets])
    sources = context.each(made_of_source, [(key,) for key in context.works])
    return [MadeOfEntry.of(one) for one in entries], [page_of(*one) for one in sources]


def _rendered(
    context: RenderContext, entries: Sequence[MadeOfEntry], sources: list[Page]
) -> tuple[Page, ...]:
    """Return all pages, with where each is reported; lists find what facets an entry has."""
    facets = (one.indexed[0].facets for one in entries)
    context.facet_values = dict(zip(context.site_map.targets, facets, strict=True))
    ready: dict[PageGroup, list[Page]]
    ready = {entry_pages: [one.page for one in entries], source_pages: sources}
    rendered = render_pages(context, ready)
    return tuple(replace(page, report=context.report_url(page)) for page in rendered)


def made_of_source(context: RenderContext, name: Name) -> Parts:
    """Return the page of a source, as plain values."""
    return (plain_page(source_page(context, context.works[name[0]])),)


def made_of_entry(context: RenderContext, name: Name) -> Parts:
    """Return what is made of an entry, as plain values."""
    target = context.site_map.targets[EntryKey(*name)]
    page = entry_page(context, target)
    data = entry_data(context, target, page.description)
    record, *rows = indexed(context, target)
    return plain_page(page), json_text(data), tuple(record), *rows


class MadeOfEntry(NamedTuple):
    """What is made of one entry: its page, its linked data, and what the search has of it."""

    page: Page
    data: Data
    indexed: Indexed

    @classmethod
    def of(cls, parts: Parts) -> MadeOfEntry:
        """Return it, given as plain values."""
        page, data, record, *rows = parts
        return cls(page_of(page), json.loads(data), (Record(*record), *rows))


class FileGroup(NamedTuple):
    """Makes files of all pages; some look at no more than the names of pages.

    All lie in the folder, where there is one.
    """

    files: Callable[[RenderContext, Sequence[Page]], Mapping[str, bytes]]
    reads_pages: bool = False
    folder: str = ""


def file_groups(known: Sequence[Indexed] | None = None) -> tuple[FileGroup, ...]:
    """Return what makes every file that is no page; a later one replaces an earlier one.

    `known` is what the search has of all entries, where that was made before.
    """
    return (
        FileGroup(
            lambda context, _: export_files(context.library, context.works, context.assessments)
        ),
        FileGroup(lambda context, pages: dict(redirect_files(context, pages))),
        FileGroup(lambda context, pages: dict(retired_files(context, pages))),
        FileGroup(lambda context, _: dict(figure_files(context))),
        FileGroup(lambda context, _: dict(chart_files(context))),
        FileGroup(partial(search_files, known=known), folder=SEARCH_FILES),
        FileGroup(handout_files, reads_pages=True, folder=SELECTION_FILES),
        FileGroup(lambda context, _: form_files(context)),
        FileGroup(lambda context, _: compared_files(context), folder=COMPARED_FILES),
        FileGroup(lambda context, _: choice_files(context), folder=CHOICES),
        FileGroup(discovery_files, reads_pages=True),
    )


def _offering(context: RenderContext, pages: Iterable[Page], copy: int, book: int) -> Page:
    """Return the page of open data once more, with the copy and the book made of the site."""
    page = next(one for one in pages if one.address == routes.DATA)
    return replace(page, content=data_page(context, copy, book).content)


def references_file(root: Path) -> Path | None:
    """Return where formatted references of a library are kept, if anything is."""
    return None if is_off() else kept_file(root, CACHE)


def earlier_references(file: Path | None) -> ReferenceCache:
    """Return the references of an earlier build; a cache file that cannot be read is empty."""
    if file is None:
        return ReferenceCache()
    try:
        return ReferenceCache.from_text(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ReferenceCache()


def remember(cache: ReferenceCache, file: Path | None) -> None:
    """Keep the references for a later build, when they differ from what is kept."""
    if file and cache.changed:
        # A folder that cannot be written to only makes the next build slower.
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file.parent, PurePosixPath(file.name), cache.to_text().encode())


def entry_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page of each entry."""
    for target in context.site_map.targets.values():
        yield entry_page(context, target)


def rated_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the pages that choose between what is rated."""
    for kind in filter(is_rated, context.library.kinds):
        with context.about(kind) as own:
            found = [chooser_page(own), comparison_page(own, kind)]
        yield from found


def single_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the pages that stand by themselves."""
    yield selection_page(context)
    yield data_page(context)
    yield following_page(context)
    yield from index_pages(context)


# Every page of the site is in one of these groups.
PAGE_GROUPS = (
    *(hand_pages, standard_pages, overview_pages, entry_pages, role_pages, map_pages, rated_pages),
    *(guide_pages, form_pages, upkeep_pages, source_list, source_pages, finding_pages),
    single_pages,
)


def render_pages(context: RenderContext, ready: Mapping[PageGroup, list[Page]]) -> Iterator[Page]:
    """Yield every page of the site; those of some groups are there."""
    for group in PAGE_GROUPS:
        yield from ready[group] if group in ready else group(context)
