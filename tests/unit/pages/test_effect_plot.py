"""The drawing of effects: where each lies, and the table that says the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from library_files import html_at

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = TRIAL.replace("jansen2020", "smit2019").replace("randomised-trial", "meta-analysis")


def page(root: Path, *effects: tuple[str, str]) -> str:
    """Return the page of a method with an effect for each source."""
    found = [finding(source) + f"    effect: {{{effect}}}\n" for source, effect in effects]
    write_evidence(root, TRIAL + TALKS + REVIEW, ruilen=method("Ruilen", *found))
    html = html_at(root, "methoden/ruilen/")
    return html[html.index('<figure class="kb-effects">') :]


def test_an_effect_is_a_mark_on_its_interval_and_a_row_of_the_table(tmp_path: Path) -> None:
    """An overview is a square, a study a circle; the reader of the table misses nothing."""
    html = page(
        tmp_path,
        ("jansen2020", "measure: d, value: 0.25, low: -0.1, high: 0.6"),
        ("smit2019", "measure: g, value: 0.5"),
    )
    drawing = html[html.index("<svg viewBox") : html.index("</svg>")]
    table = html[html.index('<table class="kb-effects__table">') :].split("</table>")[0]
    rows = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in table.split("</tr>")[1:-1]]

    assert drawing.count("<rect") == 1
    assert drawing.count("<circle") == 1
    assert rows == [
        "■ Jansen (2020b) (overzicht) g = 0,5",
        "● Jansen (2020a) d = 0,25 (95%-interval −0,1 tot 0,6)",
    ]
    # From -0.5 to 1 over 276 pixels: 0 lies at a third, 0.25 at a half.
    assert 'class="kb-effects__zero" x1="104.0"' in drawing
    assert '<circle cx="150.0"' in drawing


def test_measures_that_share_no_scale_have_drawings_of_their_own(tmp_path: Path) -> None:
    """Odds ratios lie on a scale on which doubling and halving are as far."""
    html = page(
        tmp_path,
        ("jansen2020", "measure: or, value: 2, low: 1, high: 4"),
        ("smit2019", "measure: r, value: 0.3"),
    )
    low, high = re.findall(r'<line x1="([\d.]+)" x2="([\d.]+)" y1', html)[0]
    value = re.findall(r'<circle cx="([\d.]+)"', html)[0]

    assert html.count("<svg viewBox") == 2
    assert float(value) - float(low) == float(high) - float(value)


def test_what_does_not_count_is_hollow_and_said_so(tmp_path: Path) -> None:
    """A source that nobody checked is drawn, but does not look like the others."""
    html = page(tmp_path, ("bakker2016", "measure: d, value: 0.4"))

    assert "kb-effects__one--hollow" in html
    assert "○" in html
    assert "(telt niet mee)" in html


def test_numbers_that_no_axis_can_hold_do_not_stop_the_build(tmp_path: Path) -> None:
    """An odds ratio of zero, and an effect far beyond the others."""
    html = page(
        tmp_path,
        ("jansen2020", "measure: or, value: 0, low: -3, high: 900000"),
        ("smit2019", "measure: d, value: 99999"),
    )

    assert html.count("<svg viewBox") == 2


def test_without_effects_nothing_is_drawn(tmp_path: Path) -> None:
    """An empty drawing says nothing."""
    write_evidence(tmp_path, ruilen=method("Ruilen", finding("jansen2020")))
    html = html_at(tmp_path, "methoden/ruilen/")

    assert "kb-effects" not in html
