"""A field is one line of kennisbank.yml and a kind is one block: everything else follows."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from commanding import name_on_a_page
from kennisbank.build import build_site
from kennisbank.fields.scaffold import scaffold
from kennisbank.fields.schema import schema_text
from library_files import write_files
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 24)


# Old addresses lead to pages written by hand, which these libraries do not have.
OURS = re.sub(
    r"^routes:\n(?:  .*\n)+",
    "",
    (REPOSITORY / "kennisbank.yml").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)
COURSE_KIND = """
  course:
    folder: courses
    address: cursussen
    label: [Cursus, Cursussen, Wat u kunt volgen.]
    fields:
      content: {is: prose, title: Inhoud, help: Wat u leert., example: Leren vragen stellen.}
      price: {is: short, title: Prijs, help: Wat het kost., example: onbekend, unknown: true}
      mechanisms:
        is: mechanism
        many: true
        optional: true
        title: Traint
        help: De mechanismen die de cursus versterkt.
        reverse: traint dit
"""
ORIGIN = "      origin: {is: prose, title: Herkomst, help: Waar het woord vandaan komt.}\n"


WITH_COURSE = {"kennisbank.yml": OURS + COURSE_KIND}
MECHANISM = """\
title: Ruimte
summary: Tekst.
reviewed: 2026-01-01
number: 1
description: Tekst.
why: Tekst.
signs: [Teken]
actions: Tekst.
questions: [Vraag?]
"""
COURSE = """\
title: Vragen leren stellen
summary: Een dag oefenen.
reviewed: 2026-01-01
content: U oefent **samen**.
price: onbekend
mechanisms: [ruimte]
"""
TERM = """\
title: Reflectie
summary: Terugkijken.
reviewed: 2026-01-01
definition: Terugkijken en ervan leren.
"""


def test_a_new_kind_has_pages_validation_schema_scaffold_and_data(tmp_path: Path) -> None:
    """One block of YAML is read, checked, shown, linked back and exported."""
    files = {"mechanisms/ruimte.yml": MECHANISM, "courses/vragen.yml": COURSE} | WITH_COURSE
    site = build_site(write_files(tmp_path, files))
    pages = {page.address: page.html for page in site.pages}

    assert site.problems == ()
    assert "<strong>samen</strong>" in pages["cursussen/vragen/"]
    assert "Vragen leren stellen" in pages["cursussen/"]
    assert "traint dit" in pages["mechanismen/ruimte/"]
    assert "<code>price</code>" in pages["bijdragen/velden/"]
    assert "data/v1/cursussen.csv" in site.files
    assert (
        json.loads(schema_text(site.library.kinds[-1]))["properties"]["content"]["title"]
        == "Inhoud"
    )
    assert "# Inhoud: Wat u leert." in scaffold(site.library.kinds[-1], "Nieuw", TODAY)


def test_a_fault_in_a_new_kind_is_reported_in_dutch(tmp_path: Path) -> None:
    """Messages for a new kind follow from its fields."""
    files = {
        "mechanisms/ruimte.yml": MECHANISM,
        "courses/vragen.yml": COURSE.replace("price: onbekend\n", "").replace(
            "[ruimte]", "[ruimtes]"
        ),
    } | WITH_COURSE
    site = build_site(write_files(tmp_path, files))

    assert [str(problem) for problem in site.problems] == [
        (
            "courses/vragen.yml:1:1: missing-field: ‘Prijs’ (veld 'price') ontbreekt. "
            "Voeg toe: 'price: …' (Wat het kost). Weet geen bron het, schrijf dan 'onbekend'."
        ),
        (
            "courses/vragen.yml:5:14: broken-link: mechanisme 'ruimtes' bestaat niet. "
            "Bedoelde u 'ruimte'?"
        ),
    ]


def test_a_new_field_has_a_section_a_check_a_schema_and_a_scaffold(tmp_path: Path) -> None:
    """One line of YAML is enough for a field."""
    name_on_a_page(tmp_path, "[[term:reflectie]]")
    start = OURS.index("      definition:\n")
    ours = OURS[:start] + ORIGIN + OURS[start:]
    root = write_files(tmp_path, {"terms/reflectie.yml": TERM, "kennisbank.yml": ours})
    without = build_site(root)
    (root / "terms" / "reflectie.yml").write_text(TERM + "origin: Uit het *Latijn*.\n")
    site = build_site(root)
    page = next(page for page in site.pages if page.address == "begrippen/reflectie/")

    assert [problem.code for problem in without.problems] == ["missing-field"]
    assert site.problems == ()
    assert "<em>Latijn</em>" in page.html
    assert "Herkomst" in [heading.title for heading in page.headings]
    assert "origin" in json.loads(schema_text(site.library.kinds[-1]))["required"]
    assert "origin:" in scaffold(site.library.kinds[-1], "Nieuw", TODAY)
