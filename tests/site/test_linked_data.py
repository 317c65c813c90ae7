"""Every page says what it is in the words of schema.org, and no more than it knows."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from html_files import is_old_address, read_html
from kennisbank.build import build_site
from running import REPOSITORY
from vocabulary import strange

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SITE = "https://voorbeeld.nl/kb/"
Data = dict[str, Any]
# Mechanisms and target groups are articles as well.
THINGS = {
    "mechanismen/": "Article",
    "methoden/": "HowTo",
    "doelgroepen/": "Article",
    "praktijken/": "Article",
    "cijfers/": "Dataset",
    "instrumenten/": "LearningResource",
    "begrippen/": "DefinedTerm",
}


@pytest.fixture(scope="module")
def data(built_site: Path) -> dict[str, list[Data]]:
    """What each page says, by address; an old address says nothing but where to go."""
    found = {}
    for path in built_site.rglob("index.html"):
        address = path.parent.relative_to(built_site).as_posix()
        text = path.read_text(encoding="utf-8")
        scripts = [json.loads(one) for one in SCRIPT.findall(text)]
        if not is_old_address(text):
            found["" if address == "." else f"{address}/"] = scripts
    return found


def test_every_page_has_one_script_that_the_vocabulary_knows(data: dict[str, list[Data]]) -> None:
    """Each type, property and value is one of schema.org, as it is now."""
    assert {address: len(found) for address, found in data.items() if len(found) != 1} == {}
    assert {one["@context"] for found in data.values() for one in found} == {"https://schema.org"}
    assert [
        (address, list(strange(one))) for address, (one,) in data.items() if [*strange(one)]
    ] == []


def test_the_vocabulary_knows_what_is_wrong() -> None:
    """A type, a property, a nested thing, a number and an address that do not fit are named."""
    wrong = {
        "@type": "HowTo",
        "steps": ["oud"],
        "titel": "x",
        "audience": {"@type": "Person", "name": "x"},
        "name": 3,
        "url": "ergens",
        "about": {"@type": "Mechanisme"},
    }

    assert list(strange(wrong)) == [
        "HowTo.steps",
        "HowTo.titel",
        "HowTo.audience: Person",
        "HowTo.name: 3",
        "HowTo.url: ergens",
        "HowTo.about: Mechanisme",
        "HowTo.about > @type=Mechanisme",
    ]


def test_the_page_of_an_entry_is_about_a_thing_of_its_kind(data: dict[str, list[Data]]) -> None:
    """A method is a HowTo, a statistic a Dataset, a term a DefinedTerm, a practice an Article."""
    for address, type_ in THINGS.items():
        entries = [
            one for name, (one,) in data.items() if name.startswith(address) != (name == address)
        ]
        assert entries
        assert {one["mainEntity"]["@type"] for one in entries} == {type_}
        assert all("lastReviewed" in one for one in entries)
    sources = {
        one["mainEntity"]["@type"]
        for name, (one,) in data.items()
        if name.count("/") == 2 and name.startswith("bronnen/")
    }
    assert sources >= {"ScholarlyArticle", "Report", "Book"}


def test_a_method_gives_its_steps_and_a_statistic_its_figures(data: dict[str, list[Data]]) -> None:
    """The steps are those on the page; the table is where its file is; a term is in its set."""
    method = data["methoden/jobcrafting/"][0]["mainEntity"]
    statistic = data["cijfers/slim-nulmeting/"][0]["mainEntity"]
    term = data["begrippen/reflectie/"][0]["mainEntity"]

    assert method["step"][0]["text"].startswith("Begin deze week bij uzelf.")
    assert [step["position"] for step in method["step"]] == [*range(1, len(method["step"]) + 1)]
    assert method["citation"][0]["url"] == f"{SITE}bronnen/barzin2021jobcrafting/"
    assert statistic["variableMeasured"][0]["value"] == 95.6
    assert statistic["distribution"][0]["contentUrl"] == f"{SITE}cijfers/slim-nulmeting/cijfers.csv"
    assert statistic["isBasedOn"]["@type"] == "Report"
    assert term["inDefinedTermSet"]["url"] == f"{SITE}begrippen/"


def test_lists_name_what_they_list_and_crumbs_lead_home(data: dict[str, list[Data]]) -> None:
    """A list has the addresses of its items in order; the home page is the site itself."""
    methods = data["methoden/"][0]
    crumbs = data["methoden/jobcrafting/"][0]["breadcrumb"]["itemListElement"]
    listed = {one["url"] for one in methods["mainEntity"]["itemListElement"]}

    assert methods["@type"] == "CollectionPage"
    assert listed == {SITE + name for name in data if re.fullmatch(r"methoden/[^/]+/", name)}
    assert data["begrippen/"][0]["mainEntity"]["@type"] == "DefinedTermSet"
    assert [one["item"]["@id"] for one in crumbs] == [
        SITE,
        f"{SITE}methoden/",
        f"{SITE}methoden/jobcrafting/",
    ]
    assert data[""][0]["@type"] == "WebSite"
    assert data[""][0]["potentialAction"]["target"]["urlTemplate"] == f"{SITE}zoeken/?q={{words}}"


def test_every_address_in_the_data_is_a_page_or_file(
    data: dict[str, list[Data]], built_site: Path
) -> None:
    """Nothing that is said of our own site leads nowhere."""
    text = json.dumps(list(data.values()))
    addresses = {one.removeprefix(SITE) for one in re.findall(rf'"({SITE}[^"?{{]*)', text)}
    lost = [one for one in addresses if not (built_site / one).exists()]

    assert len(addresses) > 200
    assert lost == []


def test_without_an_address_of_its_own_a_site_names_none(data: dict[str, list[Data]]) -> None:
    """Where the site will live is not made up; the rest is the same."""
    pages = build_site(REPOSITORY / "tests/examples/good/links-both-ways").pages
    found = [json.loads(SCRIPT.findall(page.html)[0]) for page in pages]

    assert "https://voorbeeld" not in json.dumps(found)
    assert [list(strange(one)) for one in found if [*strange(one)]] == []
    assert read_html(pages[0].html).duplicates == set()
