"""What was published once still answers: an address in addresses.txt is a page or leads to one."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.checks.old_address import moved
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.routes import routes, source_address

RULE = Rule(
    "lost-address",
    N_("An address that was on the site would disappear."),
    N_(
        "Did the page get another file name? Put the old one under 'redirect_from' of the new "
        "one. Is it gone? Put the address in retired.yml, with 'title', 'why' and, if you can, "
        "'see'."
    ),
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
            yield RULE.problem(
                place, _("there is no page at '{address}' any more.", address=address)
            )


def addresses(library: Library) -> set[str]:
    """Return where entries and sources are and were, also those that are faulty now."""
    folders = {kind.kind: kind.address for kind in library.kinds}
    found = {f"{folders[key.kind]}/{key.id}/" for key in library.keys}
    found |= {source_address(key) for key in library.bibliography.sources}
    for key, file in library.files.items():
        found |= {f"{folders[key.kind]}/{old}/" for old in file.old_ids}
    return found | {old.path.removesuffix("index.html") for old in moved(library)}
