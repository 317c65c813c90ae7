"""Nothing moves under a reader's finger while a page comes in, on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from opening import OpenPage

pytestmark = pytest.mark.browser
MOST = 0.05
# What moved without a reader's doing, in shares of the window, as Chromium counts it.
SHIFT = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries()
  .filter(one => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0)))
  .observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => done(0), 500))"""
# What a page shows once it is done.
DONE = {
    "bijdragen/nieuw/praktijk/": "#kb-write:not([hidden])",
    "bronnen/?onderzoek=randomised-trial": "html:not(.kb-asked) #kb-sources",
    "keuzehulp/?rol=hr&doelgroep=praktisch-geschoolden": "#kb-chooser-result h4",
    "methoden/?uitkomst=prestaties": ".kb-overview__actions button",
    "methoden/jobcrafting/": ".kb-keep button",
    "vergelijken/?m=jobcrafting&m=taakroulatie": "#kb-comparison-scroll:not([hidden])",
    "zoeken/?q=leren+van+elkaar": ".kb-answers[aria-busy=false] h3",
}


@pytest.mark.parametrize("path", DONE)
def test_what_scripts_add_pushes_nothing_away(open_page: OpenPage, path: str) -> None:
    """The answer and the buttons have their place before they are there."""
    page = open_page(path, width=412)
    page.locator(DONE[path]).first.wait_for()

    assert page.evaluate(SHIFT) <= MOST
