"""What was published once still answers: an address in addresses.txt is a page or leads to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule
from kennisbank.routes import routes, source_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "lost-address",
    "Een adres dat op de site stond, zou verdwijnen.",
    "Kreeg de pagina een andere bestandsnaam? Zet de oude bij 'redirect_from' van de nieuwe. "
    "Is zij weg? Zet het adres in retired.yml, met 'title', 'why' en zo mogelijk 'see'.",
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each published address of an entry or source that has no answer any more."""
    known = addresses(library) | {one.address for one in library.retired}
    folders = {kind.address for kind in library.kinds}
    if library.bibliography.readable:
        folders.add(routes().SOURCES.rstrip("/"))
    for address, place in library.published.items():
        folder, *rest = address.split("/")
        if folder in folders and len(rest) > 1 and address not in known:
            yield RULE.problem(place, f"er is geen pagina meer op '{address}'.")


def addresses(library: Library) -> set[str]:
    """Return where entries and sources are and were, also those that are faulty now."""
    folders = {kind.kind: kind.address for kind in library.kinds}
    found = {f"{folders[key.kind]}/{key.id}/" for key in library.keys}
    found |= {source_address(key) for key in library.bibliography.sources}
    for key, file in library.files.items():
        found |= {f"{folders[key.kind]}/{old}/" for old in file.old_ids}
    return found
