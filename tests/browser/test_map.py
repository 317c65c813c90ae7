"""The evidence map in Chromium: on a phone one still sees what a cell is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from opening import OpenPage

pytestmark = pytest.mark.browser
SCROLL = "one => one.scrollTo(400, 900)"
# Where a cell lies in the window that scrolls.
PLACE = """one => {
  const box = one.getBoundingClientRect();
  const frame = one.closest(".kb-map-scroll").getBoundingClientRect();
  return [Math.round(box.left - frame.left), Math.round(box.top - frame.top)];
}"""


def test_head_and_first_column_stay_in_sight(open_page: OpenPage) -> None:
    """However far one scrolls, the outcome stands above a cell and the method beside it."""
    page = open_page("kaart/", width=360)
    window = page.locator(".kb-map-scroll").nth(1)
    window.scroll_into_view_if_needed()
    window.evaluate(SCROLL)
    table = window.locator("table")
    left, _top = table.locator("tbody th[scope=row]").nth(20).evaluate(PLACE)
    _left, top = table.locator("thead th").nth(5).evaluate(PLACE)

    assert 0 <= left <= 1
    assert 0 <= top <= 1
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_all_outcomes_fit_on_a_laptop(open_page: OpenPage) -> None:
    """Forms are narrow: no cell lies out of sight at 1280 pixels."""
    page = open_page("kaart/", width=1280)
    wide = page.locator(".kb-map-scroll").evaluate_all(
        "all => all.map(one => one.scrollWidth - one.clientWidth)"
    )

    assert wide == [0, 0]
