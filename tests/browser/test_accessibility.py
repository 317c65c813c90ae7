"""Every kind of page, for whoever uses a keyboard, a screen reader, a small screen, large text."""

from __future__ import annotations

import datetime as dt
import json
import os
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from auditing import (
    AXE,
    HEADINGS,
    OVERFLOW,
    PAGES,
    QUICK,
    REACHED,
    RULES,
    SCHEMES,
    SPACING,
    WHOLE,
    WIDTHS,
    Found,
    look,
    wait_until_ready,
)
from kennisbank.reading.audit import Audit, read_audit
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from opening import OpenPage

pytestmark = pytest.mark.browser
RESULT = REPOSITORY / "docs" / "development" / "audit.json"
# `make audit` looks at everything and writes down what it found.
RENEWED = "UPDATE_AUDIT" in os.environ
DEPTH = WHOLE if RENEWED or "WHOLE_AUDIT" in os.environ else QUICK
A_YEAR = dt.timedelta(days=365)
# Their work is done by a script; without it they say so and lead on, which tests of theirs hold.
BY_SCRIPT = (
    *("zoeken/", "keuzehulp/", "vergelijken/", "selectie/", "bijdragen/nieuw/"),
    *("bronnen/?", "methoden/?"),
)
# What is said without the buttons and choices that only a script can make work.
TEXT_OF_ITS_OWN = """(article) => {
  const rows = ["box", "actions", "more"].map((one) => `.kb-overview__${one}`);
  const chart = [".kb-chart__copy", ".kb-chart__more"];
  const all = [".kb-keep", "#kb-correct", ".kb-filter", ".kb-tool__app", ...chart, ...rows];
  const ours = [...article.querySelectorAll(all.join())];
  // With a script a row of the overview is a line.
  const part = "[data-part=people], [data-of], [data-of] > b, td [data-part] > span";
  const lines = [...article.querySelectorAll(`.kb-overview :is(${part}, td:nth-child(4) > span)`)];
  const line = (one) => one.matches("b, [data-part]") ? "inline" : "block";
  lines.forEach((one) => one.style.setProperty("display", line(one)));
  ours.forEach((one) => one.style.setProperty("display", "none"));
  const text = article.innerText;
  [...lines, ...ours].forEach((one) => one.style.removeProperty("display"));
  return text;
}"""


@pytest.fixture(scope="module")
def audited(browser: Browser) -> Iterator[Found]:
    """What all pages together give; it becomes the result file where that is asked for."""
    found = Found()
    yield found
    if RENEWED:
        audit = Audit(
            date=dt.datetime.now(dt.UTC).date(),
            axe=AXE,
            browser=browser.version,
            rules=RULES,
            pages=PAGES,
            widths=WIDTHS,
            schemes=SCHEMES,
            states=found.states,
            violations={rule: len(places) for rule, places in sorted(found.violations.items())},
            stops=found.stops,
            faults=len(found.faults),
        )
        text = json.dumps(audit.model_dump(mode="json"), indent=2, ensure_ascii=False)
        RESULT.write_text(text + "\n", encoding="utf-8")


DRAWN = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))"


@pytest.mark.parametrize("path", DEPTH.pages)
def test_everybody_can_use_a_page(open_page: OpenPage, audited: Found, path: str) -> None:
    """Axe finds nothing, Tab stops in sight at what has a name, and nothing sticks out."""
    page = open_page(path)
    wait_until_ready(page, path)
    text = page.eval_on_selector("article", TEXT_OF_ITS_OWN)
    levels = page.eval_on_selector_all("article :is(h1, h2, h3, h4):not([hidden] *)", HEADINGS)
    page.set_viewport_size({"width": 320, "height": 900})
    # A card that stood open finds its new place when the page is next drawn.
    page.evaluate(DRAWN)
    too_wide = [page.evaluate(OVERFLOW)]
    page.evaluate(SPACING)
    too_wide.append(page.evaluate(OVERFLOW))
    found = look(page, path, DEPTH)
    audited.add(found)

    assert found.violations == {}
    assert found.faults == []
    assert found.stops > 10
    assert max(too_wide) <= 0
    assert page.get_attribute("html", "lang") == "nl"
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    if not path.startswith(BY_SCRIPT) and path not in REACHED:
        assert open_page(path, script=False).inner_text("article") == text


def kind_of(address: str) -> tuple[str, int]:
    """Return the kind of page that stands at an address: the folder it is in, and how deep."""
    parts = PurePosixPath(address.partition("?")[0].partition("#")[0]).parts
    return (parts[0] if parts else "", len(parts))


def test_every_kind_of_page_is_looked_at(built_site: Path) -> None:
    """A new kind of page comes with a line in PAGES."""
    built = {path.relative_to(built_site).parent for path in built_site.rglob("index.html")}
    looked_at = {kind_of(path) for path in PAGES}

    assert {kind_of(str(path)) for path in built} - looked_at == set()


def test_the_result_that_readers_see_is_of_this_site() -> None:
    """The last audit looked at these pages in these ways; after a change: `make audit`."""
    audit, problems = read_audit(PurePosixPath(RESULT.name), RESULT.read_text(encoding="utf-8"))

    assert problems == []
    assert audit
    assert (audit.pages, audit.widths, audit.schemes) == (PAGES, WIDTHS, SCHEMES)
    assert audit.rules == RULES
    assert audit.states >= len(PAGES) * len(WIDTHS) * len(SCHEMES)
    assert audit.axe == AXE
    assert dt.datetime.now(dt.UTC).date() - audit.date < A_YEAR
