"""A page written by hand has an address of its own, which no other page has or gets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Rule
from kennisbank.routes import first_parts, routes

RULE = Rule(
    "taken-address",
    N_("A page in docs/ has an address that belongs to another page already."),
    N_("Give the file another name, or put it in another folder."),
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each page whose address is taken; one would silently overwrite the other."""
    made = made_addresses() | {kind.address for kind in library.kinds}
    first: dict[str, PurePosixPath] = {}
    for page in library.pages:
        address = address_by_hand(page.path)
        other = first.setdefault(address, page.path)
        if other != page.path:
            message = _(
                "the address '/{address}/' belongs to {path} already.", address=address, path=other
            )
            yield RULE.problem(Location(page.path), message)
        elif made & {"/".join(address.split("/")[:depth]) for depth in (1, 2)}:
            message = _(
                "the address '/{address}/' belongs to pages that the site makes itself.",
                address=address,
            )
            yield RULE.problem(Location(page.path), message)


def made_addresses() -> frozenset[str]:
    """Return what the site makes itself, beside the folders of the kinds, without the last slash.

    A page by hand may stand in for what lies at the address of the guide or below that of the site.
    """
    found = routes()
    below = (found.NEW, found.FIELDS, found.MESSAGES, found.EXAMPLES)
    by_hand = {address.rstrip("/") for address in (found.ABOUT, found.GUIDE)}
    return frozenset({"search", *(one.rstrip("/") for one in below)}) | first_parts() - by_hand


def address_by_hand(path: PurePosixPath) -> str:
    """Return the address of a page in docs/ without capitals: Windows does not tell them apart."""
    parts = path.relative_to("docs").with_suffix("").parts
    return "/".join(parts[:-1] if parts[-1] == "index" else parts).casefold()
