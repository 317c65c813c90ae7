"""Describes works as linked data in the words of schema.org."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from kennisbank.sources import work_types
from kennisbank.sources.addresses import doi_address
from kennisbank.sources.csl_item import CslItem, Role, names_in, publication
from kennisbank.sources.formats.bibtex import iso_day
from kennisbank.sources.names import Name

Data = dict[str, Any]
CONTEXT = "https://schema.org"
# Inside a script element a browser looks for </script> and <!--, whatever JSON says.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def json_ld_script(data: Data) -> Markup:
    """Return the element; no value in it can end it."""
    text = json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False).translate(_ESCAPES)
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    element = f'<script type="application/ld+json">{text}</script>'
    return Markup(element)  # noqa: S704 - every < of a value is written as \u003c


def named(type_: str, name: str | None, **more: object) -> Data:
    """Return a thing with its name; nothing when it has none."""
    return filled({"@type": type_, "name": name, **more}) if name else {}


def filled(data: Data) -> Data:
    """Return the data without what is empty: what is not known is not said."""
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}


_TYPES = {
    work_types.ARTICLE: "ScholarlyArticle",
    work_types.NEWSPAPER: "NewsArticle",
    work_types.MAGAZINE: "Article",
    work_types.BOOK: "Book",
    work_types.CHAPTER: "Chapter",
    work_types.PAPER: "ScholarlyArticle",
    work_types.REPORT: "Report",
    work_types.THESIS: "Thesis",
    work_types.WEBPAGE: "WebPage",
    work_types.SPEECH: "PresentationDigitalDocument",
    work_types.DATASET: "Dataset",
    "software": "SoftwareApplication",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "motion_picture": "VideoObject",
    "song": "AudioObject",
    "graphic": "ImageObject",
    "post": "SocialMediaPosting",
}
_CONTAINERS = {
    work_types.ARTICLE: "Periodical",
    work_types.NEWSPAPER: "Newspaper",
    work_types.MAGAZINE: "Periodical",
    work_types.CHAPTER: "Book",
    work_types.PAPER: "Book",
    work_types.WEBPAGE: "WebSite",
}
_IN_VOLUMES = ("Periodical", "Newspaper")
_ROLES: tuple[Role, ...] = ("author", "editor", "translator")


def source_json_ld(item: CslItem) -> Data:
    """Return the data of a work; what its source does not say is not in it."""
    data: Data = {"@type": _TYPES.get(item["type"], "CreativeWork")}
    data |= {"name": item.get("title"), "alternateName": item.get("title-short")}
    data |= {role: [_person(name) for name in names_in(item, role)] for role in _ROLES}
    data |= {
        "datePublished": iso_day(publication(item).start),
        "creativeWorkStatus": item.get("status"),
    }
    data |= {"inLanguage": item.get("language"), "genre": item.get("genre")}
    data |= {"publisher": named("Organization", item.get("publisher")), "isPartOf": _whole(item)}
    data |= _numbers(item) | _places(item)
    return filled(data)


def _person(name: Name) -> Data:
    if name.literal:
        return named("Organization", name.literal)
    full = " ".join(part for part in (name.given, name.surname, name.suffix) if part)
    person = {"familyName": name.surname, "givenName": name.given, "honorificSuffix": name.suffix}
    return filled(named("Person", full) | person)


def _whole(item: CslItem) -> Data:
    """Return what the work is a part of: an issue of a journal, a book, a site or a series."""
    type_ = _CONTAINERS.get(item["type"], "CreativeWork")
    name = item.get("container-title")
    if type_ in _IN_VOLUMES:
        journal = filled(named(type_, name) | {"issn": item.get("ISSN")}) if name else {}
        volume = _numbered("PublicationVolume", "volumeNumber", item.get("volume"), journal)
        return _numbered("PublicationIssue", "issueNumber", item.get("issue"), volume)
    if name:
        isbn = {"isbn": item.get("ISBN")} if type_ == "Book" else {}
        return filled(named(type_, name) | isbn)
    return named("CreativeWorkSeries", item.get("collection-title"))


def _numbered(type_: str, name: str, number: str | None, whole: Data) -> Data:
    return filled({"@type": type_, name: number, "isPartOf": whole}) if number else whole


def _numbers(item: CslItem) -> Data:
    start, _, end = item.get("page", "").partition("-")
    numbers: Data = {"pageStart": start, "pageEnd": end, "version": item.get("version")}
    if item["type"] == work_types.BOOK:
        numbers |= {"isbn": item.get("ISBN"), "bookEdition": item.get("edition")}
    if item["type"] == work_types.REPORT:
        numbers["reportNumber"] = item.get("number")
    return numbers


def _places(item: CslItem) -> Data:
    doi, url = item.get("DOI"), item.get("URL", "")
    places: Data = {"url": url if url.startswith(("http://", "https://")) else ""}
    if doi:
        places["identifier"] = {"@type": "PropertyValue", "propertyID": "DOI", "value": doi}
        places["sameAs"] = doi_address(doi)
    return places
