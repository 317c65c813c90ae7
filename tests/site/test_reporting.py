"""The end of each page: how to report what is wrong with it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from kennisbank.forms.issue_forms import issue_form_files
from kennisbank.pages.context import Repository
from our_kinds import KINDS

if TYPE_CHECKING:
    from pathlib import Path

LINK = re.compile(r'<a href="([^"]*)"[^>]*>Klopt dit niet\?</a>')


def test_each_page_opens_the_form_for_errors_filled_in(built_site: Path) -> None:
    """Title, address and day of the page go along, on lists and generated pages just as well."""
    pages = [file for file in built_site.rglob("index.html") if _is_of_the_theme(file)]
    asked = {file: LINK.findall(file.read_text(encoding="utf-8")) for file in pages}

    assert [file for file, links in asked.items() if len(links) != 1] == []
    link = urlsplit(unescape(asked[built_site / "kaart" / "index.html"][0]))
    assert link.path == "/kb-bron/issues/new"
    known = parse_qs(link.query)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", known.pop("versie")[0])
    assert known == {
        "template": ["fout.yml"],
        "title": ["Een fout melden: Kaart van het onderzoek"],
        "pagina": ["https://voorbeeld.nl/kb/kaart/"],
    }


def test_the_form_has_the_fields_that_are_filled_in() -> None:
    """GitHub ignores what it does not know, so the names in the link are those of the form."""
    form = issue_form_files(KINDS)[".github/ISSUE_TEMPLATE/fout.yml"]
    link = Repository("https://voorbeeld.nl/kb").report_url("T", "/", "2026-11-25")
    known = parse_qs(urlsplit(link).query)

    assert set(re.findall(r"id: (\w+)", form)) >= known.keys() - {"template", "title"}


def test_a_title_stays_text_in_the_link() -> None:
    """Signs that mean something in an address or in HTML are written out."""
    title = 'A & "B" <i>'
    link = Repository("https://voorbeeld.nl/kb").report_url(title, "/x/", "2026-11-25")

    assert not set(link) & set('"<> ')
    assert parse_qs(urlsplit(link).query)["title"] == [f"Een fout melden: {title}"]


def test_without_a_repository_a_page_leads_to_the_contact() -> None:
    """A letter with the page as its subject, or a page of the editors; without both, nothing."""
    by_mail = Repository(contact="mailto:redactie@voorbeeld.nl")
    by_page = Repository(contact="https://voorbeeld.nl/contact/")
    link = urlsplit(by_mail.report_url("Leren & werken", "https://voorbeeld.nl/kb/a/", None))

    assert (link.scheme, link.path) == ("mailto", "redactie@voorbeeld.nl")
    assert parse_qs(link.query) == {
        "body": ["https://voorbeeld.nl/kb/a/"],
        "subject": ["Een fout melden: Leren & werken"],
    }
    assert by_mail.request_url == "mailto:redactie@voorbeeld.nl?subject=Gevraagd%3A%20"
    assert by_page.report_url("T", "/", None) == by_page.contact
    assert by_page.request_url == Repository().report_url("T", "/", None) == ""


def _is_of_the_theme(file: Path) -> bool:
    return 'class="md-' in file.read_text(encoding="utf-8")
