"""The file of a built page becomes what a reader finds on it, whichever engine built it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OFFER = "zonder-internet"
ROOT = "https://voorbeeld.nl/kb/"


@dataclass(frozen=True)
class PageContent:
    """Everything that must not change with the engine."""

    head: tuple[tuple[str, str], ...]
    text: str
    links: tuple[tuple[str, str], ...]
    anchors: tuple[str, ...]
    citations: tuple[tuple[str, str], ...]
    contents: tuple[tuple[str, str], ...]
    tabs: tuple[tuple[str, str], ...]
    markup: str


def page_contents(site: Path) -> dict[str, PageContent | bytes]:
    """Return the content of each page, by its path; a page without the theme is its bytes."""
    return {str(path.relative_to(site)): page_content(site, path) for path in site.rglob("*.html")}


def page_content(site: Path, path: Path) -> PageContent | bytes:
    """Return the content of a page, with links as full addresses."""
    page = html.fromstring(path.read_bytes())
    # Only the plugin makes a copy of the site, so only its site offers one.
    for offer in page.xpath(f"//*[@aria-labelledby='{OFFER}'] | //li[a/@href='#{OFFER}']"):
        offer.drop_tree()
    articles = page.xpath("//article")
    if not articles:
        return path.read_bytes()
    article = _own_part(articles[0])
    address = ROOT + path.relative_to(site).as_posix().removesuffix("index.html")
    return PageContent(
        head=tuple(_head(page)),
        text=_plain(article),
        links=tuple(_links(article.xpath(".//*[@href or @src]"), address)),
        anchors=tuple(article.xpath(".//@id")),
        citations=tuple(_links(article.xpath(".//a[@class='kb-cite']"), address)),
        contents=tuple(_links(page.xpath("//div[@data-md-type='toc']//a"), address)),
        tabs=tuple(_links(page.xpath("//nav[@class='md-tabs']//a"), address)),
        markup=_markup(article),
    )


def _markup(article: html.HtmlElement) -> str:
    """The start of the site is /kb/. for one engine and /kb/ for the other."""
    markup = "".join(html.tostring(part, encoding="unicode") for part in article)
    between_tags = re.sub(r">\n+<", ">\n<", markup)
    return between_tags.replace('"/kb/."', '"/kb/"').strip()


def _own_part(article: html.HtmlElement) -> html.HtmlElement:
    """Leave out what one engine adds: a place to skip to, and the block around a page."""
    for added in article.xpath("./a[@id='__skip']"):
        added.drop_tree()
    block = article.xpath("./div[@class='kb-page']")
    return block[0] if block else article


def _head(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    yield "language", page.get("lang", "")
    yield "title", page.findtext("head/title") or ""
    for name in ("name='description'", "http-equiv='Content-Security-Policy'"):
        yield name, " ".join(page.xpath(f"//meta[@{name}]/@content"))
    yield "canonical", " ".join(page.xpath("//link[@rel='canonical']/@href"))


def _links(elements: list[html.HtmlElement], address: str) -> Iterator[tuple[str, str]]:
    for element in elements:
        target = element.get("href") or element.get("src") or ""
        yield urljoin(address, target), _plain(element)


def _plain(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
