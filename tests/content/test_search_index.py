"""The files of the index: what is in them, and what one edit changes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generated import write_library
from kennisbank.library.loading import load_library
from kennisbank.outputs.search.index import search_files
from kennisbank.outputs.search.layers import core_layer, core_weights
from kennisbank.outputs.search.records import records
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.page import Page
from running import REPOSITORY
from this_library import this_site

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = REPOSITORY / "tests" / "examples" / "good" / "links-both-ways"


def layout_of(root: Path) -> RenderContext:
    """Return the context of a library."""
    return RenderContext(load_library(root)[0], Repository())


def data_of(content: bytes) -> Any:  # noqa: ANN401 - JSON
    """Return what a file of the index hands to the page."""
    text = content.decode().removeprefix("kennisbankSearch.receive(").strip()[:-1]
    return json.loads(f"[{text}]")


def test_every_entry_source_and_hand_written_page_is_found() -> None:
    """Nothing that a reader can open is missing, and notes for developers stay out.

    Pages that lead to others, and the guide for who writes, are worth less than an answer.
    """
    site = this_site()
    worth = {one.address: one.worth for one in records(layout_of(REPOSITORY), site.pages)}
    found = worth.keys()
    entries = {page.address for page in site.pages if page.section and page.headings}
    sources = {f"bronnen/{key}/" for key in site.library.bibliography.sources}

    assert entries <= found
    assert sources <= found
    assert {"over/verantwoording/", "bijdragen/"} <= found
    assert {"keuzehulp/", "vergelijken/", "methoden/", "rollen/hr/"} <= found
    assert "zoeken/" not in found
    assert not any(address.startswith("onderwerpen/") for address in found - {"onderwerpen/"})
    assert not any(address.startswith("development/") for address in found)
    assert worth["rollen/hr/"] == worth["bijdragen/beoordeling/"] < 1
    assert worth["methoden/jobcrafting/"] == worth["over/bewijs/"] == 1
    assert worth["rollen/hr/"] < worth["cijfers/deelname-aan-cursussen/"] < 1


def test_what_a_method_costs_stands_with_its_result() -> None:
    """Whoever asks what something costs sees that without opening the page."""
    facts = {one.address: one.facts for one in records(layout_of(REPOSITORY), this_site().pages)}

    assert re.fullmatch(r"Eerste jaar .*€.* per deelnemer", facts["methoden/coaching/"][-1])


def test_a_page_that_is_worth_less_comes_after_an_answer() -> None:
    """The same words weigh less in a page that only leads to answers."""
    assert core_weights(["rol"], [], []) == {"rol": 13}
    assert core_weights(["rol"], [], [], 0.6) == {"rol": 8}


def test_a_source_that_has_a_page_is_found_there() -> None:
    """The address is that of its own page, once the site has one."""
    page = Page("bronnen/jansen2020/", "Jansen (2020)", "", "")
    found = {one.address for one in records(layout_of(EXAMPLE), [page])}

    assert "bronnen/jansen2020/" in found
    assert "bronnen/#bron-jansen2020" not in found


def test_what_a_text_cites_is_among_its_words() -> None:
    """Whoever looks for an author finds the pages that cite the work, as often as they do."""
    context = layout_of(EXAMPLE)
    bodies = {one.address: one.body for one in records(context, ())}
    cited = {
        f"{entry.address}/{key.id}/": [
            one.key for one in context.library.files[key].citations if one.key_path[0] != "summary"
        ]
        for key, entry in context.library.entries.items()
    }

    assert any(cited.values())
    for address, keys in cited.items():
        assert bodies[address].count("Jansen") == keys.count("jansen2020"), address


def test_the_same_library_gives_the_same_bytes() -> None:
    """Two builds differ in nothing."""
    assert search_files(layout_of(EXAMPLE), ()) == search_files(layout_of(EXAMPLE), ())


def test_a_large_layer_is_read_in_parts(tmp_path: Path) -> None:
    """The body of many entries is split, and each part says with which word it begins."""
    write_library(tmp_path, 300)
    files = search_files(layout_of(tmp_path), ())
    name, body = data_of(files["assets/search/body.js"])
    parts = [data_of(files[f"assets/search/body-{at}.js"])[1] for at in range(len(body["starts"]))]
    # Each word begins with a capital; nothing else in them is one.
    words = re.findall("[A-Z]", body["words"])

    assert name == "body"
    assert len(parts) > 1
    assert sum(len(part.split(".")) for part in parts) == len(words)
    assert body["starts"][1] == len(parts[0].split("."))


def test_an_edit_changes_no_weight_of_another_entry(tmp_path: Path) -> None:
    """Only words that the edited entry has, or had, get other weights."""
    write_library(tmp_path, 12)
    before = core_layer(records(layout_of(tmp_path), ()))
    method = tmp_path / "methods" / "methode-3.yml"
    text = method.read_text(encoding="utf-8")
    method.write_text(text.replace("aliases:\n", "aliases:\n  - zebrapad\n"), encoding="utf-8")
    after = core_layer(records(layout_of(tmp_path), ()))
    old, new = (dict(zip(one.words, one.weights, strict=True)) for one in (before, after))

    assert new.keys() - old.keys() == {"zebrapad"}
    assert {word for word in old if old[word] != new[word]} == set()
