"""The files that the page of a selection loads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kennisbank.sources.works import works_of
from this_library import this_site

if TYPE_CHECKING:
    from kennisbank.build import Site

FOLDER = "assets/selection/"


@pytest.fixture(scope="module")
def site() -> Site:
    """The site of this repository, in memory."""
    return this_site()


def received(site: Site, name: str) -> Any:  # noqa: ANN401 - JSON
    """Return the data that a script hands over under a name."""
    path = f"{FOLDER}{name.replace(':', '/')}.js"
    before, after = f"kennisbankSelection.receive({json.dumps(name)},", ")\n"
    return json.loads(site.files[path].decode().removeprefix(before).removesuffix(after))


def test_every_entry_has_a_handout(site: Site) -> None:
    """Each holds the title, the address and the whole page of its entry."""
    for key, entry in site.library.entries.items():
        handout = received(site, f"{key.kind}:{key.id}")
        assert handout["title"] == entry.title
        assert handout["address"] in {page.address for page in site.pages}
        assert '<p class="kb-lead">' in handout["html"]
    moved = sum(len(entry.redirect_from) for entry in site.library.entries.values())
    found = sum(path.startswith(FOLDER) for path in site.files)
    assert found == len(site.library.entries) + moved + 1


def test_a_handout_holds_the_sources_of_its_page(site: Site) -> None:
    """They stand in the order of the list at the foot, with their whole reference."""
    works = received(site, "method:jobcrafting")["works"]
    keys = [key for key, *_ in works]

    assert keys[0] == "barzin2021jobcrafting"
    assert keys == sorted(keys)
    assert "<i>Psihologia Resurselor Umane" in works[0][2]


def test_sources_stand_in_the_order_of_the_list_of_the_site(site: Site) -> None:
    """The places of sources in all handouts sort them as the list of the whole site does."""
    found = {
        source[1]: source[0]
        for key in site.library.entries
        for source in received(site, f"{key.kind}:{key.id}")["works"]
    }
    works = works_of(site.library.bibliography.sources)
    in_order = sorted(works, key=lambda key: works[key].form.order)

    assert len(found) > 20
    assert [found[place] for place in sorted(found)] == [
        key for key in in_order if key in found.values()
    ]


def test_a_work_that_was_not_checked_says_so(site: Site) -> None:
    """Its state stands behind the reference; behind a checked work stands nothing."""
    sources = site.library.bibliography.sources
    for key in site.library.entries:
        for source, _, reference in received(site, f"{key.kind}:{key.id}")["works"]:
            verified = sources[source].fields.get("recordstate") == "verified"
            assert verified != ("[niet nagetrokken" in reference or "[waarschijnlijk" in reference)
