"""The home page: three ways in, and the subjects of the library as a drawing and as a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evidence_library import finding, method, write_evidence
from kennisbank.library.loading import load_library
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.home_page import Drawing, drawing
from library_files import html_at

if TYPE_CHECKING:
    from pathlib import Path


def write_three(root: Path) -> None:
    """Write a library with three mechanisms: four methods on work, one of them on room as well."""
    write_evidence(
        root,
        ruilen=method("Ruilen", finding("jansen2020")),
        vragen=method("Vragen"),
        wachten=method("Wachten"),
        kijken=method("Kijken", mechanisms="werk, ruimte"),
    )
    text = (root / "mechanisms/ruimte.yml").read_text(encoding="utf-8")
    third = re.sub(r"title: .*", "title: Samen leren en elkaar helpen", text)
    third = third.replace("number: 2", "number: 3")
    (root / "mechanisms/samen.yml").write_text(third, encoding="utf-8")


def drawn(root: Path) -> Drawing | None:
    """Return the drawing of a library."""
    library, problems = load_library(root)
    assert problems == []
    return drawing(RenderContext(library, Repository()))


def test_a_circle_is_as_large_as_what_works_on_it(tmp_path: Path) -> None:
    """By area: four methods make a circle twice as wide as one; a line is as wide as they share."""
    write_three(tmp_path)
    found = drawn(tmp_path)
    assert found
    work, room, together = found.subjects

    assert [one.count for one in found.subjects] == [4, 1, 0]
    assert work.radius == 2 * room.radius
    assert together.radius == room.radius
    assert [line[:4] for line in found.lines] == [(work.x, work.y, room.x, room.y)]


def test_a_name_stands_below_its_circle_in_lines(tmp_path: Path) -> None:
    """No line is longer than there is room for, and none stands over another."""
    write_three(tmp_path)
    found = drawn(tmp_path)
    assert found
    lines = found.subjects[2].lines

    assert [words for _, words in lines] == ["Samen leren en", "elkaar helpen"]
    assert lines[1][0] - lines[0][0] == found.subjects[2].below - lines[1][0] > 0


def test_two_subjects_are_a_list_and_no_drawing(tmp_path: Path) -> None:
    """The list is there for every library with an order, on any screen."""
    write_evidence(tmp_path, ruilen=method("Ruilen"))
    home = html_at(tmp_path, "")

    assert drawn(tmp_path) is None
    assert '<svg class="kb-ring"' not in home
    assert home.count('<ol class="kb-map">') == 1


def test_the_home_page_has_three_doors(tmp_path: Path) -> None:
    """They follow from what the library has: what to choose, for whom, and the next kind."""
    write_three(tmp_path)
    home = html_at(tmp_path, "")
    ways = home[home.index('class="kb-ways"') :].split("</ul>")[0]

    assert re.findall(r'href="([^"]+)">([^<]+)<', ways) == [
        ("keuzehulp/", "Wat past bij ons?"),
        ("doelgroepen/", "Voor wie?"),
    ]
    assert home.count('role="listitem"') == 3
    assert 'aria-label="Samen leren en elkaar helpen: Methoden 0"' in home
