"""No page by hand can take an address that the site makes."""

from __future__ import annotations

from kennisbank.build import build_site
from kennisbank.checks.taken_address import made_addresses
from kennisbank.routes import HOME, routes
from running import REPOSITORY


def test_all_that_the_site_makes_is_known() -> None:
    """The first or second step of each address is in the list, or is the folder of a kind.

    A page that stands in for one by hand leaves its address to that one.
    """
    site = build_site(REPOSITORY / "tests" / "examples" / "good" / "links-both-ways")
    known = made_addresses() | {kind.address for kind in site.library.kinds}
    made = {page.address for page in site.pages if not page.source}
    steps = [address.split("/") for address in made - {HOME, routes().GUIDE, routes().RATING_PAGE}]

    assert [one for one in steps if not {one[0], "/".join(one[:2])} & known] == []
