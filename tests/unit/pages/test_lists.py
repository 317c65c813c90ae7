"""What stands in a list or a row of an entry: its sources once, and signs that part its values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from kennisbank.build import build_site

if TYPE_CHECKING:
    from pathlib import Path

KINDS = """\
language: nl
kinds:
  tip:
    folder: tips
    address: tips
    label: [Tip, Tips, Wat u kunt doen]
    fields:
      points: {is: short, many: true, title: Punten, help: Losse punten, optional: true}
      makers: {is: tags, title: Makers, help: Wie het maakten., optional: true}
      places: {is: tags, title: Plaatsen, help: Waar het was., optional: true}
"""
WORKS = """\
@book{jansen2020, author={Jansen, Piet}, title={Leren}, year={2020}, publisher={Boom}}
@book{devries2021, author={{de Vries}, An}, title={Werk}, year={2021}, publisher={Boom}}
"""


def pages_of(folder: Path, *entries: str) -> list[str]:
    """Return the page of each entry, given the fields of its own."""
    (folder / "tips").mkdir()
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Tips\nplugins: [kennisbank]\n")
    (folder / "kennisbank.yml").write_text(KINDS)
    (folder / "references.bib").write_text(WORKS)
    for number, fields in enumerate(entries):
        entry = f"title: Tip {number}\nsummary: Kort.\nreviewed: 2026-11-24\n{fields}"
        (folder / "tips" / f"tip-{number}.yml").write_text(entry)
    pages = {page.address: page.html for page in build_site(folder).pages}
    return [pages[f"tips/tip-{number}/"] for number in range(len(entries))]


def shown(folder: Path, *lists: tuple[str, ...]) -> list[list[str]]:
    """Return for each list its items as a reader sees them, and what stands below it."""
    fields = ("".join(f'  - "{point}"\n' for point in points) for points in lists)
    return [_told(page) for page in pages_of(folder, *(f"points:\n{items}" for items in fields))]


def _told(page: str) -> list[str]:
    section = html.fromstring(page).xpath("//section[h2='Punten']")[0]
    told = section.xpath(".//li | ./p[@class='kb-list-cited']")
    return [" ".join(one.text_content().split()) for one in told]


def test_a_source_of_every_item_stands_once(tmp_path: Path) -> None:
    """The items carry their text, and the list its source, in the words of a sentence."""
    found = shown(
        tmp_path,
        ("Vraag. [@jansen2020]", "Luister [@jansen2020]."),
        ("Vraag [@jansen2020, p. 3; @devries2021].", "Luister [@jansen2020, p. 3; @devries2021]."),
        ("Zo zegt [@jansen2020] het, en ook [@devries2021].", "Luister [@devries2021]."),
    )

    assert found == [
        ["Vraag.", "Luister.", "Bron bij elk punt: Jansen (2020)"],
        ["Vraag.", "Luister.", "Bron bij elk punt: Jansen (2020, p. 3); De Vries (2021)"],
        ["Zo zegt (Jansen, 2020) het, en ook.", "Luister.", "Bron bij elk punt: De Vries (2021)"],
    ]


def test_what_is_not_the_same_stays_with_its_item(tmp_path: Path) -> None:
    """Another source, place or wording belongs to the item; one point has nothing to share."""
    found = shown(
        tmp_path,
        ("Vraag [@jansen2020].", "Luister."),
        ("Vraag [@jansen2020].", "Luister [@devries2021]."),
        ("Vraag [@jansen2020, p. 3].", "Luister [@jansen2020, p. 4]."),
        ("Vraag [zie ook @jansen2020].", "Luister [zie ook @jansen2020]."),
        ("Vraag het @jansen2020", "Luister naar @jansen2020"),
        ("Vraag [@jansen2020].",),
    )

    assert found == [
        ["Vraag (Jansen, 2020).", "Luister."],
        ["Vraag (Jansen, 2020).", "Luister (De Vries, 2021)."],
        ["Vraag (Jansen, 2020, p. 3).", "Luister (Jansen, 2020, p. 4)."],
        ["Vraag (zie ook Jansen, 2020).", "Luister (zie ook Jansen, 2020)."],
        ["Vraag het Jansen (2020)", "Luister naar Jansen (2020)"],
        ["Vraag (Jansen, 2020)."],
    ]


def test_names_that_hold_a_comma_are_told_apart(tmp_path: Path) -> None:
    """A row of which a value has a comma is marked, and the style sheet puts semicolons there."""
    makers = 'makers: ["Bösl, Korbinian", "Jansen, An"]\nplaces: [Breda, Vlissingen]\n'
    (page,) = pages_of(tmp_path, makers)
    facts = html.fromstring(page).xpath("//section[@class='kb-facts']//div")

    assert {one.findtext("dt"): one.get("class") for one in facts} == {
        "Makers": "kb-facts__long",
        "Plaatsen": None,
    }
