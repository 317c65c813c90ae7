"""An old address is free, leads to a page, and leads there only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kennisbank.checks.taken_address import address_by_hand, made_addresses
from kennisbank.file_names import is_reserved
from kennisbank.library.library import OLD_IDS, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Rule
from kennisbank.routes import old_address, source_address

RULE = Rule(
    "old-address",
    N_("An old address already belongs to something else, or leads to a page that is not there."),
    N_("Take the old address away, or correct the address of the page."),
)
# What lies in these folders is made by the site; in its root it writes a few files itself.
_FOLDERS = frozenset({"assets", "data", "schemas", "search"})
_FILES = frozenset(
    ("404.html", "index.html", "sitemap.xml", "robots.txt", "llms.txt", "cname", "feed.xml")
)


class _Old(NamedTuple):
    path: str
    place: Location


def find(library: Library) -> Iterator[Problem]:
    """Yield each old address that cannot lead on, and each that leads nowhere."""
    pages = _pages(library)
    first: dict[str, _Old] = {}
    for old in moved(library):
        shown = f"/{old.path.removesuffix('index.html')}"
        twin = first.setdefault(old.path.casefold(), old)
        if old.path.casefold() in pages or _is_of_site(old.path):
            message = _("'{address}' is a page or file of the site itself.", address=shown)
        elif any(map(is_reserved, old.path.split("/"))):
            message = _("Windows takes a part of '{address}' for a device.", address=shown)
        elif twin is not old:
            message = _(
                "'{address}' leads on already, at {place}.", address=shown, place=twin.place
            )
        else:
            continue
        yield RULE.problem(old.place, message, _("Leave this old address out."))
    yield from _leading_nowhere(library, pages)


def _leading_nowhere(library: Library, pages: set[str]) -> Iterator[Problem]:
    beside = {f"{one}/" for one in made_addresses()}
    for written, target in _written_routes(library):
        if f"{target}index.html" not in pages and target not in beside:
            message = _("there is no page at '/{address}'.", address=target)
            place = library.configuration and library.configuration.location_of(("routes", written))
            if place:
                yield RULE.problem(place, message, _("Name a page of this site."))


def _written_routes(library: Library) -> Iterator[tuple[str, str]]:
    routes = library.configuration.value.get("routes") if library.configuration else None
    for written in routes if isinstance(routes, dict) else ():
        if target := library.routes.get(old_address(written)):
            yield written, target


def moved(library: Library) -> Iterator[_Old]:
    """Yield each file that leads to a page elsewhere, with the place of its address.

    Old ids are not among them: their pages stand where those of their own kind are.
    """
    for file in library.files.values():
        for place, written in file.old_addresses:
            if path := old_address(written):
                yield _Old(path, file.document.location_of((OLD_IDS, place)))
    if document := library.configuration:
        for written, _target in _written_routes(library):
            place_of = document.location_of(("routes", written), of_key=True)
            yield _Old(old_address(written), place_of)
        for kind in library.kinds:
            place_of = document.location_of(("kinds", kind.kind, "routes"))
            for old in kind.marks.routes:
                yield _Old(f"{old}/index.html", place_of)


def _pages(library: Library) -> set[str]:
    """Return the file of each page that a check knows by name, in small letters."""
    folders = {kind.kind: kind.address for kind in library.kinds}
    found = {f"{folders[key.kind]}/{key.id}" for key in library.keys}
    found |= {
        f"{folders[key.kind]}/{old}" for key, file in library.files.items() for old in file.old_ids
    }
    found |= {source_address(key).rstrip("/") for key in library.bibliography.sources}
    found |= {*folders.values(), *made_addresses()}
    found |= {address_by_hand(page.path) for page in library.pages}
    return {f"{one}/index.html".lstrip("/").casefold() for one in found} | {"index.html"}


def _is_of_site(path: str) -> bool:
    first, *rest = path.casefold().split("/")
    return first in _FOLDERS if rest else first in _FILES
