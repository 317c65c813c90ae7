"""A search engine reads a work in the words of schema.org."""

from __future__ import annotations

import json
import re

import pytest

from items import every_item, item
from kennisbank.sources.formats.json_ld import json_ld_script, source_json_ld

SCRIPT = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')


def test_an_article_is_in_an_issue_of_a_volume_of_a_journal() -> None:
    """People in parts, organisations whole, the DOI as identifier and as address."""
    work = item(
        "article-journal",
        title="Leren",
        author=[
            {"family": "Weide", "given": "Arjen", "non-dropping-particle": "van der"},
            {"literal": "TNO"},
        ],
        issued={"date-parts": [[2022, 3]]},
        container_title="Gedrag",
        volume="3",
        issue="2",
        page="1-9",
        DOI="10.1/a",
        ISSN="1234-5678",
    )

    assert source_json_ld(work) == {
        "@type": "ScholarlyArticle",
        "name": "Leren",
        "author": [
            {
                "@type": "Person",
                "name": "Arjen van der Weide",
                "familyName": "van der Weide",
                "givenName": "Arjen",
            },
            {"@type": "Organization", "name": "TNO"},
        ],
        "datePublished": "2022-03",
        "inLanguage": "nl-NL",
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "2",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "3",
                "isPartOf": {"@type": "Periodical", "name": "Gedrag", "issn": "1234-5678"},
            },
        },
        "pageStart": "1",
        "pageEnd": "9",
        "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1/a"},
        "sameAs": "https://doi.org/10.1/a",
    }


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        ("book", "Book"), ("report", "Report"), ("thesis", "Thesis"), ("chapter", "Chapter"),
        ("webpage", "WebPage"), ("dataset", "Dataset"), ("legislation", "Legislation"),
        ("article-newspaper", "NewsArticle"), ("article-magazine", "Article"),
        ("paper-conference", "ScholarlyArticle"), ("speech", "PresentationDigitalDocument"),
        ("document", "CreativeWork"), ("patent", "CreativeWork"),
    ],
)  # fmt: skip
def test_a_type_has_its_word(type_: str, name: str) -> None:
    """What schema.org has no word for is a creative work."""
    assert source_json_ld(item(type_))["@type"] == name


def test_a_part_names_its_whole() -> None:
    """A chapter its book, a page its site, a book its series."""
    chapter = source_json_ld(item("chapter", container_title="Handboek", ISBN="90"))
    page = source_json_ld(item("webpage", container_title="Gemeente.nu"))
    book = source_json_ld(item("book", collection_title="Reeks", ISBN="90", edition="2"))

    assert chapter["isPartOf"] == {"@type": "Book", "name": "Handboek", "isbn": "90"}
    assert page["isPartOf"] == {"@type": "WebSite", "name": "Gemeente.nu"}
    assert book["isPartOf"] == {"@type": "CreativeWorkSeries", "name": "Reeks"}
    assert (book["isbn"], book["bookEdition"]) == ("90", "2")


def test_the_script_holds_the_same_data() -> None:
    """The element is closed once, and what is in it is the data; nothing is said empty."""
    for work in every_item():
        data = source_json_ld(work)
        found = SCRIPT.fullmatch(str(json_ld_script(data)))

        assert found
        assert json.loads(found[1]) == {"@context": "https://schema.org"} | data
        assert all(data.values())


@pytest.mark.parametrize(
    "value",
    ["</script><script>alert(1)</script>", "<!--<script>", '"}', "\\", "a\nb", "\u2028", "&lt;"],
)
def test_no_value_ends_the_script(value: str) -> None:
    """Whatever a value holds, the element ends where it should and the data is the same."""
    work = item(title=value, author=[{"family": value, "given": value}], publisher=value)
    found = SCRIPT.fullmatch(str(json_ld_script(source_json_ld(work))))

    assert found
    assert json.loads(found[1])["name"] == value


def test_only_the_web_is_an_address() -> None:
    """A script in the field of an address is not passed on."""
    assert "url" not in source_json_ld(item(URL="javascript:alert(1)"))
