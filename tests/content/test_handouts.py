"""The files that the page of a selection loads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kennisbank.build import build_site
from kennisbank.sources.works import works_of
from running import REPOSITORY

if TYPE_CHECKING:
    from kennisbank.build import Site

FOLDER = "assets/selection/"


@pytest.fixture(scope="module")
def site() -> Site:
    """The site of this repository, in memory."""
    return build_site(REPOSITORY)


def received(site: Site, name: str) -> Any:  # noqa: ANN401 - JSON
    """Return the data that a script hands over under a name."""
    path = f"{FOLDER}{name.replace(':', '/')}.js"
    before, after = f"kennisbankSelection.receive({json.dumps(name)},", ")\n"
    return json.loads(site.files[path].decode().removeprefix(before).removesuffix(after))


def text_of(runs: list[Any]) -> str:
    """Return runs without their looks."""
    return "".join(run if isinstance(run, str) else run[1] for run in runs)


def test_every_entry_has_a_handout(site: Site) -> None:
    """Each holds the title, the address and the summary of its entry, and text."""
    for key, entry in site.library.entries.items():
        handout = received(site, f"{key.kind}:{key.id}")
        assert handout["title"] == entry.title
        assert handout["address"] in {page.address for page in site.pages}
        assert text_of(handout["summary"])
    moved = sum(len(entry.redirect_from) for entry in site.library.entries.values())
    found = sum(path.startswith(FOLDER) for path in site.files)
    assert found == len(site.library.entries) + moved + 1


def test_a_handout_holds_the_text_and_the_sources_of_its_page(site: Site) -> None:
    """Steps are numbered, findings are there, and a reference is whole and without tags."""
    handout = received(site, "method:jobcrafting")
    steps = [block[2] for block in handout["blocks"] if block[0] == "ol"]
    keys = [source[0] for source in handout["sources"]]

    assert steps == list(range(1, len(steps) + 1))
    assert ["h3", ["Welzijn en gezondheid"]] in handout["blocks"]
    assert handout["blocks"][0] == ["h2", ["In één regel"]]
    assert keys[0] == "barzin2021jobcrafting"
    assert keys == sorted(keys)
    assert ["i", "Psihologia Resurselor Umane"] in handout["sources"][0][2]


def test_sources_stand_in_the_order_of_the_list_of_the_site(site: Site) -> None:
    """The places of sources in all handouts sort them as the list of the whole site does."""
    found = {
        source[1]: source[0]
        for key in site.library.entries
        for source in received(site, f"{key.kind}:{key.id}")["sources"]
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
        for source, _, runs in received(site, f"{key.kind}:{key.id}")["sources"]:
            verified = sources[source].fields.get("recordstate") == "verified"
            assert verified != (
                "[niet nagetrokken" in text_of(runs) or "[waarschijnlijk" in text_of(runs)
            )
