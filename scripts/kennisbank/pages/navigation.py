"""The menu of the site, from the pages and from what its settings name.

A library names its menu in mkdocs.yml, under `nav`: an item, or a group of pages behind one name.
What it does not name follows from its kinds. Every page belongs to one item.

One file: what the menu names, and which of it a page belongs to, follow from one list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import PurePosixPath

from kennisbank.messages import _
from kennisbank.pages.page import Page
from kennisbank.routes import HOME, hand_address, routes

# More items do not fit beside each other on a small laptop, nor in a reader's head.
MOST = 6


@dataclass(frozen=True, slots=True)
class MenuPage:
    """A page in the menu, by its name there."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """An item of the menu: where it leads, and the pages behind it, the first among them."""

    title: str
    pages: tuple[MenuPage, ...]
    # Where more pages lie that belong to it.
    covers: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The page that it leads to."""
        return self.pages[0].address


def navigation(named: Sequence[object], pages: Sequence[Page], rated: str = "") -> list[object]:
    """Return paths, or names with their path: the kinds that have entries behind the first.

    Where nothing is named, the pages right below the home page follow. The menu has one level,
    so the items of a group stand beside each other. `rated` is where the map is a map of.
    """
    items = list(_flat(named)) or _own(pages, rated)
    kinds = [path_of(page) for page in pages if page.section and page.listed and _is_top(page)]
    known = {path_in(item) for item in items}
    return [*items[:1], *(path for path in kinds if path not in known), *items[1:]]


def menu(named: Sequence[object], pages: Sequence[Page], rated: str = "") -> tuple[MenuGroup, ...]:
    """Return at most six items, in which every page has its place; `rated` as for `navigation`.

    Home is none of them: the name of the site leads there. What is too much goes behind the last.
    """
    known = {page.address: page for page in pages}
    items = [one for one in (_item(group, known) for group in named) if one]
    if not named:
        items = _own_items(known, rated)
    held = {page.address for item in items for page in item.pages}
    kinds = [
        MenuGroup(escape(page.name), (MenuPage(page.address, escape(page.name)),))
        for page in pages
        if page.section and page.listed and _is_top(page) and page.address not in held
    ]
    return tuple(_with_covers(_at_most(kinds, items), known, rated))


def place_in_menu(items: Sequence[MenuGroup], address: str) -> str:
    """Return the address of the item that a page belongs to, or what the header itself leads to."""
    if address in {HOME, routes().SELECTION}:
        return address
    if address.startswith(_finding()):
        return routes().SEARCH
    fitting = [
        (len(start), item.address)
        for item in items
        for start in (*(page.address for page in item.pages), *item.covers)
        if address.startswith(start)
    ]
    # What nothing names is about the site itself.
    return max(fitting)[1] if fitting else items[-1].address if items else HOME


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around each page: the menu, the ways to search, what the site says of itself."""

    items: tuple[MenuGroup, ...]
    finding: tuple[MenuPage, ...]
    imprint: tuple[MenuPage, ...]

    def place_of(self, page: Page) -> str:
        """Return the address in the frame under which a page belongs."""
        return place_in_menu(self.items, page.address)

    def is_beside_others(self, page: Page) -> bool:
        """Return whether other pages of its group stand beside a page in the menu."""
        return any(
            len(item.pages) > 1 and page.address in {one.address for one in item.pages}
            for item in self.items
        )

    def head(self, page: Page) -> dict[str, object]:
        """Return what a page says of its place, for the templates around it."""
        beside = {"beside": True} if self.is_beside_others(page) else {}
        return {"place": self.place_of(page), "address": page.address, **beside}

    @property
    def printed(self) -> dict[str, object]:
        """What the templates print, as lists of names that are safe in HTML and addresses."""
        return {
            "menu": [
                {"title": item.title, "address": item.address, "pages": _printed(item.pages)}
                for item in self.items
            ],
            "finding": _printed(self.finding),
            "imprint": _printed(self.imprint),
        }


def frame(named: Sequence[object], pages: Sequence[Page], rated: str = "", book: str = "") -> Frame:
    """Return what stands around each page; `book` is where a PDF lies, the rest as for `menu`."""
    known = {page.address: page for page in pages}
    finding, imprint = (
        tuple(MenuPage(one, escape(known[one].name)) for one in addresses if one in known)
        for addresses in ((*_finding(), routes().SELECTION), _imprint())
    )
    if book:
        imprint = (*imprint, MenuPage(book, _("The whole library as a PDF")))
    return Frame(menu(named, pages, rated), finding, imprint)


def _finding() -> tuple[str, str, str]:
    """Return where the header itself leads to, beside the menu."""
    return routes().SEARCH, routes().INDEX, routes().LISTS


def _imprint() -> tuple[str, str, str]:
    """Return where the foot of each page leads to."""
    return routes().ACCESSIBILITY, routes().PRIVACY, routes().COLOPHON


def _printed(pages: Sequence[MenuPage]) -> list[dict[str, str]]:
    return [{"address": page.address, "title": page.title} for page in pages]


def _item(named: object, known: dict[str, Page]) -> MenuGroup | None:
    """Return an item as the settings name it; none for home and for pages that are not there."""
    title, below = next(iter(named.items())) if isinstance(named, dict) else ("", named)
    paths = list(_flat([named])) if isinstance(below, list) else [named]
    found = [one for path in paths if (one := _menu_page(path, known))]
    pages = tuple(one for one in found if one.address != HOME)
    return MenuGroup(escape(str(title)) or pages[0].title, pages) if pages else None


def _menu_page(named: object, known: dict[str, Page]) -> MenuPage | None:
    title = next(iter(named)) if isinstance(named, dict) else ""
    address = hand_address(PurePosixPath("docs", str(path_in(named))))
    page = known.get(address)
    # The overview of a kind without entries would be a dead end.
    if page is None or (page.section and not page.listed and _is_top(page)):
        return None
    return MenuPage(address, title or escape(page.name))


def _own_items(known: dict[str, Page], rated: str) -> list[MenuGroup]:
    """Return what stands behind the kinds where the settings name nothing: research, and about."""
    paths = [path for path in _own([*known.values()], rated) if path != "index.md"]
    pages = [one for path in paths if (one := _menu_page(path, known))]
    research = tuple(one for one in pages if one.address in {routes().MAP, routes().SOURCES})
    rest = tuple(one for one in pages if one not in research)
    groups = [(research, _("Research")), (rest, _("About this library"))]
    return [
        MenuGroup(title if len(group) > 1 else group[0].title, group)
        for group, title in groups
        if group
    ]


def _at_most(kinds: list[MenuGroup], items: list[MenuGroup]) -> list[MenuGroup]:
    """Return the kinds and what stands behind them, the kinds that are too much behind one name."""
    room = MOST - len(items)
    if kinds and len(kinds) > room:
        kept = kinds[: max(room - 1, 0)]
        more = tuple(page for item in kinds[len(kept) :] for page in item.pages)
        kinds = [*kept, MenuGroup(_("More"), more)]
    items = [*kinds, *items]
    if len(items) <= MOST:
        return items
    pages = tuple(page for item in items[MOST - 1 :] for page in item.pages)
    return [*items[: MOST - 1], MenuGroup(_("More"), pages)]


def _with_covers(items: list[MenuGroup], known: dict[str, Page], rated: str) -> Iterator[MenuGroup]:
    """Yield the items with the pages that belong to them and that nothing names."""
    named = {page.address for item in items for page in item.pages}
    for item in items:
        own: tuple[str, ...] = ()
        # What belongs to the kind that is rated, or what says how the library is kept.
        if rated and any(page.address == rated for page in item.pages):
            own = (routes().CHOOSER, routes().COMPARISON, routes().ROLES)
        elif item is items[-1]:
            own = (routes().FOLLOWING, routes().DATA, routes().UPKEEP)
        own = tuple(one for one in own if one not in named)
        added = (known[one] for one in own if one in known)
        pages = (*item.pages, *(MenuPage(one.address, escape(one.name)) for one in added))
        yield replace(item, pages=pages, covers=own)


def path_in(item: object) -> object:
    """Return the path of an item, with or without a name of its own."""
    return next(iter(item.values())) if isinstance(item, dict) else item


def path_of(page: Page) -> str:
    """Return the path in docs/ of the file that a page is made from, or would be."""
    if page.source and page.source.parts[0] == "docs":
        return str(page.source.relative_to("docs"))
    return f"{page.address}index.md"


def _flat(named: Sequence[object]) -> Iterator[object]:
    for item in named:
        for name, below in item.items() if isinstance(item, dict) else [("", item)]:
            if isinstance(below, list):
                yield from _flat(below)
            else:
                # The theme prints names as they are.
                yield {escape(str(name)): below} if name else below


def _own(pages: Sequence[Page], rated: str) -> list[object]:
    by_address = {page.address: page for page in pages}
    to = routes()
    lists = {to.MAP: rated} if to.MAP in by_address else {}
    lists |= {to.SOURCES: to.SOURCES}
    of = {address: by_address.get(list_of) for address, list_of in lists.items()}
    filled = [address for address, page in of.items() if page and page.listed]
    written = [page.address for page in pages if page.source and _is_top(page)]
    rest = [address for address in written if address not in (to.GUIDE, *_imprint())]
    shown = (HOME, *filled, *rest, to.GUIDE)
    return [path_of(by_address[address]) for address in shown if address in by_address]


def _is_top(page: Page) -> bool:
    return page.address.count("/") == 1
