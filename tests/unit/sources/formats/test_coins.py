"""A browser's reference manager finds a work in the page itself."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest

from items import every_item, item
from kennisbank.sources.formats.coins import coins

if TYPE_CHECKING:
    from kennisbank.sources.csl_item import CslItem


class _Spans(HTMLParser):
    """Collects the tags of a piece of HTML, as a browser would find them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))


def pairs(work: CslItem) -> list[tuple[str, str]]:
    """Return what the one span says, in its order."""
    parser = _Spans()
    parser.feed(str(coins(work)))
    ((tag, attributes),) = parser.tags
    assert (tag, attributes["class"]) == ("span", "Z3988")
    return parse_qsl(attributes["title"] or "", strict_parsing=True)


def test_an_article_is_written_so() -> None:
    """The version first, the first author in parts, the others whole, the ampersands escaped."""
    work = item(
        "article-journal",
        title="Leren & werken",
        container_title="Gedrag",
        page="1-9",
        author=[
            {"family": "Weide", "given": "Arjen", "non-dropping-particle": "van der"},
            {"family": "Bos", "given": "Jo"},
            {"literal": "TNO"},
        ],
        issued={"date-parts": [[2022, 3, 3]]},
        DOI="10.1/a",
    )

    assert pairs(work) == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.genre", "article"),
        ("rft.atitle", "Leren & werken"),
        ("rft.jtitle", "Gedrag"),
        ("rft.aulast", "van der Weide"),
        ("rft.aufirst", "Arjen"),
        ("rft.au", "Bos, Jo"),
        ("rft.au", "TNO"),
        ("rft.date", "2022-03-03"),
        ("rft.language", "nl-NL"),
        ("rft.spage", "1"),
        ("rft.epage", "9"),
        ("rft.pages", "1-9"),
        ("rft_id", "info:doi/10.1/a"),
    ]
    assert "&amp;rft.genre=article&amp;" in str(coins(work))


def test_no_author_is_named_twice() -> None:
    """With the first author also as rft.au, Zotero shows nobody."""
    for work in every_item():
        found = pairs(work)
        named = [value for name, value in found if name in {"rft.au", "rft.aulast", "rft.aucorp"}]

        assert found[0] == ("ctx_ver", "Z39.88-2004")
        assert len(named) == len(set(named))
        assert sum(name in {"rft.aulast", "rft.aucorp"} for name, _ in found) <= 1
        assert work.get("title", "") in [value for _, value in found] or "title" not in work


@pytest.mark.parametrize(
    ("type_", "format_", "name", "value"),
    [
        ("book", "book", "rft.genre", "book"),
        ("report", "book", "rft.genre", "report"),
        ("chapter", "book", "rft.genre", "bookitem"),
        ("paper-conference", "book", "rft.genre", "proceeding"),
        ("thesis", "dissertation", "rft.title", "Leren"),
        ("webpage", "dc", "rft.type", "webpage"),
        ("dataset", "dc", "rft.type", "dataset"),
        ("document", "dc", "rft.type", "document"),
    ],
)
def test_a_type_has_its_format(type_: str, format_: str, name: str, value: str) -> None:
    """Pages and all that is no book or article are in Dublin Core."""
    found = pairs(item(type_, title="Leren", author=[{"literal": "TNO"}]))

    assert ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format_}") in found
    assert (name, value) in found
    assert ("rft.creator" if format_ == "dc" else "rft.aucorp", "TNO") in found


def test_no_value_ends_the_attribute() -> None:
    """Quotes, tags, ampersands and line breaks are text; a script is no address."""
    hostile = '"><script>alert(1)</script>&x=1\n\\'
    found = pairs(item(title=hostile, author=[{"literal": hostile}], URL=f"javascript:{hostile}"))

    assert ("rft.btitle", hostile) in found
    assert ("rft.aucorp", hostile) in found
    assert "rft_id" not in dict(found)
