"""What a kind may say of its fields in data: relations, pictures, headings, tags, old addresses."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING

import pytest

from kennisbank.build import Site, build_site
from kennisbank.config.configuration import read_configuration
from kennisbank.fields.kinds import is_rated
from kennisbank.pages.context import SiteMetadata
from kennisbank.routes import old_address
from library_files import problems_in, write_files
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KINDS = """\
language: nl
routes: {/over/ons.html: /methoden/}
choices:
  effort: {klein: "Klein: past in het gewone werk", groot: Groot}
  outcome: {snelheid: Snelheid}
kinds:
  technique:
    folder: techniques
    address: technieken
    routes: [hulpmiddelen]
    label: [Techniek, Technieken, Wat u inzet]
    fields:
      about: {is: prose, title: Wat het is}
  method:
    folder: methods
    address: methoden
    label: [Methode, Methoden, Wat u kunt doen]
    fields:
      goal: {is: prose, title: Waarvoor, optional: true}
      effort: {is: effort, title: Inspanning, facet: true, unknown: true, optional: true}
      uses:
        is: technique
        many: true
        optional: true
        title: Gebruikt
        reverse: gebruikt dit
        facet: true
        with: {why: {is: prose, title: Waarom}, since: {is: year, title: Sinds, optional: true}}
      where:
        optional: true
        group: {place: {is: line, title: Plaats}, note: {is: short, optional: true}}
      story: {is: prose, title: Het verhaal, images: true, headings: true, optional: true}
      tags: {is: tags, title: Trefwoorden, facet: true, optional: true}
      figures: {is: figures, title: Cijfers, optional: true}
      costs: {is: investment, title: Wat het kost, optional: true}
"""
TECHNIQUE = "title: Pair\nsummary: Samen.\nreviewed: 2026-01-01\nabout: Met zijn tweeën.\n"
METHOD = "title: Bouwen\nsummary: Maken.\nreviewed: 2026-01-01\n"
# One red pixel wide, two high.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAACCAIAAAAW4yFwAAAAD0lEQVR4nGP4z8AAxEwMABUAAgBqbhVhAAAAAElFTkSuQmCC"
)


def library(root: Path, method: str = METHOD, **more: str) -> Path:
    """Write a library with a technique, a method and a picture."""
    files = {"techniques/pair.yml": TECHNIQUE, "methods/bouwen.yml": method, **more}
    write_files(root, {"kennisbank.yml": KINDS, **files})
    (root / "docs" / "assets").mkdir(parents=True)
    (root / "docs" / "assets" / "rood.png").write_bytes(PNG)
    return root


def pages_of(site: Site) -> Mapping[str, str]:
    """Return the HTML of each page, by its address."""
    assert [one for one in site.problems if one.code != "orphan"] == []
    return {page.address: " ".join(page.content.split()) for page in site.pages}


def test_a_relation_tells_why_on_both_pages(tmp_path: Path) -> None:
    """The text stands beside the link, and beside the link back."""
    method = METHOD + "uses:\n  - to: pair\n    why: Omdat het **samen** gaat.\n    since: 2020\n"
    site = build_site(library(tmp_path, method))
    pages = pages_of(site)

    assert '<a href="../../technieken/pair/">Pair</a>' in pages["methoden/bouwen/"]
    assert "Omdat het <strong>samen</strong> gaat." in pages["methoden/bouwen/"]
    assert "<dt>Sinds</dt><dd>2020" in pages["methoden/bouwen/"]
    assert "gebruikt dit" in pages["technieken/pair/"]
    assert "Omdat het <strong>samen</strong> gaat." in pages["technieken/pair/"]
    method_row = json.loads(site.files["data/v1/methoden.json"])["entries"][0]["fields"]
    assert method_row["uses"][0]["why"] == "Omdat het **samen** gaat."
    assert 'href="../technieken/pair/"' in pages["onderwerpen/"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("uses: [pair]\n", "moet een groep velden zijn"),
        ("uses:\n  - why: Zo.\n", "'to'"),
        ("uses:\n  - to: pair\n", "'why'"),
        ("uses:\n  - {to: pairs, why: Zo.}\n", "Bedoelde u 'pair'?"),
        ("uses:\n  - {to: pair, why: Zo., hoe: Zo.}\n", "'hoe'"),
    ],
)
def test_a_faulty_relation_is_told(tmp_path: Path, written: str, said: str) -> None:
    """What lacks a part, or names what is not there, has a place and a proposal."""
    problems = [str(one) for one in problems_in(library(tmp_path, METHOD + written))]

    assert any(said in one for one in problems), problems


def test_prose_holds_pictures_and_headings_where_its_kind_says_so(tmp_path: Path) -> None:
    """A picture keeps its room, and a heading stands below that of the field."""
    story = "story: |\n  ## Eerst\n\n  ![Een rood vlak](assets/rood.png)\n\n  ### Dan\n\n  Zo.\n"
    page = pages_of(build_site(library(tmp_path, METHOD + story)))["methoden/bouwen/"]

    assert '<h3 id="kop-eerst">Eerst</h3>' in page
    assert '<h4 id="kop-dan">Dan</h4>' in page
    picture = 'src="../../assets/rood.png" alt="Een rood vlak" width="1" height="2"'
    assert picture in page


def test_prose_without_that_mark_has_none(tmp_path: Path) -> None:
    """A picture or heading elsewhere is told, and stays text."""
    goal = "goal: |\n  ## Eerst\n\n  ![Een rood vlak](assets/rood.png)\n"
    root = library(tmp_path, METHOD + goal)

    assert [one.code for one in problems_in(root) if one.code != "orphan"] == ["stray-mark"] * 2


def test_tags_make_lists(tmp_path: Path) -> None:
    """Each has a list of what has it, however it is written."""
    other = METHOD.replace("Bouwen", "Testen") + "tags: [agile Werken]\n"
    root = library(
        tmp_path, METHOD + "tags: [Agile werken, ops]\n", **{"methods/testen.yml": other}
    )
    pages = pages_of(build_site(root))

    assert "Testen" in pages["onderwerpen/trefwoorden/agile-werken/"]
    assert "Bouwen" in pages["onderwerpen/trefwoorden/agile-werken/"]
    assert "onderwerpen/trefwoorden/ops/" in pages


def test_tags_that_differ_by_a_sign_have_lists_of_their_own(tmp_path: Path) -> None:
    """Nobody who looks for C gets what is about C++, and a word in another script has a list."""
    tags = ["C", "C++", "C#", ".NET", "日本語", "Één"]
    site = build_site(library(tmp_path, METHOD + f"tags: {json.dumps(tags, ensure_ascii=False)}\n"))
    found = {
        page.address.removeprefix("onderwerpen/trefwoorden/"): page.title
        for page in site.pages
        if page.address.startswith("onderwerpen/trefwoorden/")
    }

    assert {one.code for one in site.problems} <= {"orphan"}
    assert sorted(found) == ["c-plus-plus/", "c-sharp/", "c/", "dot-net/", "een/", "wgv71a119e/"]
    assert "C++" in found["c-plus-plus/"]
    assert "日本語" in found["wgv71a119e/"]


def test_what_is_left_out_leaves_no_trace(tmp_path: Path) -> None:
    """No heading, no fact, no "unknown", and no word about research in the whole site."""
    site = build_site(library(tmp_path))
    pages = pages_of(site)
    page = pages["methoden/bouwen/"]

    assert re.findall(r"<h2[^>]*>", page) == []
    assert "In het kort" not in page
    text = " ".join(html for address, html in pages.items() if not address.startswith("bijdragen/"))
    assert not re.findall(r"[^<>]*(?:niveau \d|nog niet onderzocht|Onderzoek:)[^<>]*", text)


def test_old_addresses_lead_on(tmp_path: Path) -> None:
    """Of one page, of all pages of a kind, and of any page at all."""
    moved = METHOD + "redirect_from: [maken, /2019/bouw.html, /blog/bouwen/]\n"
    files = build_site(library(tmp_path, moved)).files

    for path in ("methoden/maken/index.html", "2019/bouw.html", "blog/bouwen/index.html"):
        assert b"methoden/bouwen/" in files[path] or b"../bouwen/" in files[path]
    assert b'url=../../technieken/pair/"' in files["hulpmiddelen/pair/index.html"]
    assert b'url=../technieken/"' in files["hulpmiddelen/index.html"]
    assert b'url=../methoden/"' in files["over/ons.html"]


def test_old_addresses_with_codes_lead_on(tmp_path: Path) -> None:
    """A host decodes an address, so the file has the letters that the codes stand for."""
    moved = METHOD + "redirect_from: [/caf%C3%A9/menu%20kaart.html, /r%26d/%E2%80%93/]\n"
    files = build_site(library(tmp_path, moved)).files

    assert {"café/menu kaart.html", "r&d/–/index.html"} <= files.keys()


@pytest.mark.parametrize(
    "code",
    [
        *("%2e%2e", "a%2fb", "a%5Cb", "%00", "%0A", "%7f", "%22", "%3Cb", "%25", "%C3", "%C0%AF"),
        *("%zz", "%E2%80%AE", "%E2%80%8B", "%ED%A0%80", "%C2%A0", "%D8%9C", "%EF%BB%BF"),
        "%C3%A9" * 81,
    ],
)
def test_a_code_that_no_file_can_have_is_no_address(code: str) -> None:
    """No other folder, no sign that Windows refuses, nothing out of sight, no half letter."""
    assert old_address(f"/oud/{code}/") == ""
    assert old_address("/oud/caf%C3%A9/") == "oud/café/index.html"


def test_more_than_one_kind_may_be_rated(tmp_path: Path) -> None:
    """Each page has its own rating; a library without an order of subjects has no map."""
    text = KINDS.replace(
        "      about: {is: prose, title: Wat het is}\n",
        "      about: {is: prose, title: Wat het is}\n"
        "      found: {is: findings, outcomes: outcome, optional: true}\n",
    ).replace(
        "      goal: {is: prose",
        "      shown: {is: findings, outcomes: outcome, optional: true}\n      goal: {is: prose",
    )
    root = library(tmp_path)
    (root / "kennisbank.yml").write_text(text, encoding="utf-8")
    site = build_site(root)
    pages = pages_of(site)

    assert [kind.kind for kind in site.library.kinds if is_rated(kind)] == ["technique", "method"]
    assert "Werkt het?" in pages["technieken/pair/"]
    assert "Werkt het?" in pages["methoden/bouwen/"]
    assert "kaart/" not in pages


def test_every_example_of_the_page_on_kinds_can_be_read() -> None:
    """What the page shows as YAML is a whole file without a mistake."""
    page = (REPOSITORY / "docs" / "development" / "kinds.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```yaml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)

    assert shown
    for text in shown:
        assert read_configuration(text)[1] == (), text


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("goal: prose", "goal: {is: prose}"),
        ("goal: {type: prose}", "'is'"),
        ("goal: {is: text}", "'prose'"),
        ("goal: {is: prose, required: true}", "optional: true"),
        ("goal: {is: techniques}", "'technique'"),
        ("goal: {is: [klein, groot]}", "{is: level}"),
        ("goal: {is: {klein: Klein}}", "{is: level}"),
        ("goal: {is: findings, outcomes: {a: A}}", "outcome"),
        ("goal: {is: prose, facet: true}", "'facet'"),
        ("goal: {is: short, headings: true}", "prose, definition, steps"),
        ("goal: {is: prose, with: {why: {is: prose}}}", "technique"),
        ("goal: {is: technique, with: {why: prose}}", "why: {is: prose}"),
        ("Het doel: {is: prose}", "het_doel"),
        ("summary: {is: prose}", "summary"),
        ("goal: {is: prose, optional: ja}", "optional: true"),
        ("goal: {group: {}}", "{group: {who: {is: line}}}"),
    ],
)
def test_a_mistake_comes_with_a_proposal(field: str, said: str) -> None:
    """What people write who know other programs is told with what it is called here."""
    text = KINDS.replace("      about: {is: prose, title: Wat het is}\n", f"      {field}\n")
    [problem] = read_configuration(text)[1]

    assert said in problem.hint or said in problem.message
    assert problem.location.line == 13


def test_a_list_of_bare_words_is_told_with_its_labels() -> None:
    """The line can be copied as it is."""
    words = 'effort: {klein: "Klein: past in het gewone werk", groot: Groot}'
    [problem] = read_configuration(KINDS.replace(words, "effort: [klein, groot]"))[1]

    assert "effort: {klein: Klein, groot: Groot}" in problem.hint


def test_a_kind_may_leave_out_when_it_was_reviewed(tmp_path: Path) -> None:
    """In a collection where nobody writes it down, no day is made up and no word says it."""
    kinds = KINDS.replace("      goal:", "      reviewed: {optional: true}\n      goal:")
    method = METHOD.replace("reviewed: 2026-01-01\n", "")
    root = library(tmp_path, method, **{"kennisbank.yml": kinds})
    site = build_site(root, imprint=SiteMetadata("Werk", "https://voorbeeld.nl/"))
    pages = {page.address: page for page in site.pages}

    assert {one.code for one in site.problems} <= {"orphan"}
    assert "nagekeken" not in pages["methoden/bouwen/"].content
    assert "lastReviewed" not in pages["methoden/bouwen/"].html
    assert "nagekeken" in pages["technieken/pair/"].content
    assert b"1970" not in site.files["sitemap.xml"]
    assert "(z.d.)" in pages["methoden/bouwen/"].html


def test_nothing_else_can_be_said_of_what_every_entry_has() -> None:
    """The message shows the one thing that can."""
    kinds = KINDS.replace("      goal:", "      reviewed: {is: day, optional: true}\n      goal:")
    (problem,) = read_configuration(kinds)[1]

    assert problem.hint == "Alleen dit kan ervan worden gezegd: reviewed: {optional: true}"
