"""What the editors advise without a source is never shown as if somebody had found it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from evidence_library import TRIAL, finding, method, write_evidence
from library_files import html_at

if TYPE_CHECKING:
    from pathlib import Path

ALL = "Advies van de redactie, geen onderzoeksuitkomst."
SOME = "Advies van de redactie, geen onderzoeksuitkomst, tenzij er een bron staat."
SIGN = "Mensen ruilen vaker [@jansen2020]."


def sections(root: Path, address: str, **fields: str) -> dict[str, str]:
    """Return the line above each section of a page that has one, by the section's heading."""
    ruilen = method("Ruilen", finding("jansen2020"), **fields)
    write_evidence(root, TRIAL, ruilen=ruilen)
    html = html_at(root, address)
    found = re.findall(r'<h[23][^>]*>([^<]+)</h[23]>\s*<p class="kb-advice">([^<]+)</p>', html)
    assert len(found) == html.count("kb-advice")
    return dict(found)


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({}, {"Zo doet u het": ALL, "Voor wie": ALL}),
        ({"signs": f"['{SIGN}', Er is rust.]"}, {"Zo doet u het": SOME, "Voor wie": ALL}),
        ({"approach": "Ruil [@jansen2020]. Kijk."}, {"Zo doet u het": SOME, "Voor wie": ALL}),
        ({"for_whom": "Teams [@jansen2020]."}, {"Zo doet u het": ALL, "Voor wie": SOME}),
        ({"less_for": "Solisten [@jansen2020]."}, {"Zo doet u het": ALL, "Voor wie": ALL}),
    ],
)
def test_a_line_says_once_what_is_advice(
    tmp_path: Path, fields: dict[str, str], lines: dict[str, str]
) -> None:
    """Parts under one heading share it; what was found has none."""
    assert sections(tmp_path, "methoden/ruilen/", **fields) == lines


def test_a_list_of_which_a_source_carries_each_item_is_no_advice(tmp_path: Path) -> None:
    """The other list of the page keeps its line."""
    before = sections(tmp_path / "before", "mechanismen/werk/")
    root = tmp_path / "after"
    sections(root, "mechanismen/werk/")
    path = root / "mechanisms" / "werk.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Medewerkers kiezen zelf.", f"'{SIGN}'"),
        encoding="utf-8",
    )
    html = html_at(root, "mechanismen/werk/")

    assert before == {"Hoe u het herkent": ALL, "Wat u kunt doen": ALL}
    assert html.count("kb-advice") == 1


def test_without_findings_no_page_speaks_of_research(tmp_path: Path) -> None:
    """A library of advice alone says that it is advice."""
    files = {
        "kennisbank.yml": (
            "language: nl\nkinds:\n  tip:\n    folder: tips\n    label: [Tip, Tips, Raad.]\n"
            "    fields:\n      how: {is: steps, title: Hoe, advice: true}\n"
        ),
        "tips/een.yml": "title: Een\nsummary: Doe het.\nreviewed: 2026-01-10\nhow: [Begin.]\n",
        "references.bib": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    html = html_at(tmp_path, "tips/een/")

    assert '<p class="kb-advice">Advies van de redactie.</p>' in html
