"""A retired address has no page of its own any more, and where it points there is one."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.checks.lost_address import addresses
from kennisbank.checks.taken_address import address_by_hand, made_addresses
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule

RULE = Rule(
    "retired-page",
    N_("retired.yml holds an address that is still a page, or that refers to nothing."),
    N_(
        "Remove the address from retired.yml, or put the address of a page that is there after "
        "'see'."
    ),
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each address that is both, and each that leads nowhere."""
    known = addresses(library)
    made = made_addresses()
    pages = made | {kind.address for kind in library.kinds}
    pages |= {address_by_hand(page.path) for page in library.pages}
    # Below these are pages that no check knows by name, such as that of a role.
    beside = made - {one.split("/")[0] for one in known}
    for one in library.retired:
        if one.address in known or one.address.strip("/") in pages:
            yield RULE.problem(one.place, _("'{address}' is still a page.", address=one.address))
        is_there = (
            one.see in known or one.see.strip("/") in pages or one.see.split("/")[0] in beside
        )
        if one.see and not is_there:
            message = _("'{see}' is no page.", see=one.see)
            yield RULE.problem(one.place_of_see, message)
