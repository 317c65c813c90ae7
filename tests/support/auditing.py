"""An open page becomes what axe and the Tab key find in it, wide and narrow, light and dark."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from opening import answered

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

AXE = re.findall(r"axe v([0-9.]+)", Axe().axe_script)[0]
WIDTHS = (1280, 360)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Both widths and both schemes, in half the time of all four together.
USUAL = dict(zip(WIDTHS, SCHEMES, strict=True))
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# One page or more of each kind, and each state of the pages that answer to their address.
ADDRESSES = (
    "",
    "404.html",
    "a-z/",
    "begrippen/",
    "begrippen/leercultuur/",
    "bijdragen/",
    "bijdragen/velden/",
    "bronnen/",
    "bronnen/?onderzoek=randomised-trial",
    "bronnen/barzin2021jobcrafting/",
    "bijdragen/nieuw/",
    "bijdragen/nieuw/praktijk/",
    "cijfers/",
    "cijfers/slim-nulmeting/",
    "colofon/",
    "data/",
    "development/",
    "development/architecture/",
    "development/decisions/0001-stack/",
    "doelgroepen/",
    "doelgroepen/praktisch-geschoolden/",
    "instrumenten/",
    "instrumenten/factorenkaart/",
    "kaart/",
    "kaart/buitendienstmedewerkers/",
    "keuzehulp/",
    "keuzehulp/?rol=hr&doelgroep=praktisch-geschoolden&drempel=samenwerkend-leren",
    "mechanismen/",
    "mechanismen/inhoud-van-het-werk/",
    "methoden/",
    "methoden/?uitkomst=prestaties&volgorde=prijs",
    "methoden/jobcrafting/",
    "onderhoud/",
    "onderwerpen/",
    "onderwerpen/waar-het-speelt/team/",
    "over/",
    "over/bewijs/",
    "praktijken/",
    "praktijken/wijkteams-vlissingen/",
    "privacy/",
    "rollen/hr/",
    "selectie/",
    "selectie/?e=method:jobcrafting&e=term:leercultuur",
    "toegankelijkheid/",
    "vergelijken/",
    "vergelijken/?m=jobcrafting&m=taakroulatie&m=taakverrijking&m=maatwerk",
    "volgen/",
    "zoeken/",
    "zoeken/?q=leren",
    "zoeken/?q=qqqqq",
)


def _mark_two(page: Page) -> None:
    for number in range(2):
        page.locator("#kb-overview [type=checkbox]").nth(number).check()
    page.locator("#kb-overview button").first.press("Enter")
    expect(page.locator("#kb-overview-compare")).to_be_visible()


def _show_all_that_fits(page: Page) -> None:
    page.locator("#kb-chooser-more").press("Enter")
    page.locator("#kb-chooser-keep").press("Enter")
    expect(page.locator("#kb-chooser-more")).to_be_hidden()


def _lay_a_card(page: Page) -> None:
    page.locator("#kb-tool-name").fill("Aisha")
    page.locator("#kb-tool-name").press("Enter")
    page.locator(".kb-sort__stock button[data-card]").first.press("1")


def _show_what_was_laid(page: Page) -> None:
    _lay_a_card(page)
    page.locator("[data-act=done]").press("Enter")
    page.locator("[data-act=show]").press("Enter")
    expect(page.locator(".kb-tool__result")).to_be_visible()


def _choose_two_methods(page: Page) -> None:
    for number in range(2):
        page.locator("#kb-tool [type=checkbox]").nth(number).check()
    expect(page.locator(".kb-tool__table")).to_be_visible()


# States that only a reader's act leads to; what follows # tells them apart.
REACHED: dict[str, Callable[[Page], None]] = {
    "instrumenten/factorenkaart/#one-card": _lay_a_card,
    "instrumenten/factorenkaart/#result": _show_what_was_laid,
    "instrumenten/rekenhulp/#two-methods": _choose_two_methods,
    "keuzehulp/?rol=hr#all": _show_all_that_fits,
    "methoden/#two-marked": _mark_two,
}
# Tests of the tools and of the style look at these at each change.
AT_LAST = (
    "development/style/",
    "instrumenten/evaluatieplan/",
    "instrumenten/llo-dialoogmodel/",
    "instrumenten/rekenhulp/",
    "instrumenten/vraagkaarten/",
    "instrumenten/zelfscan-leercultuur/",
    "keuzehulp/?uitkomst=prestaties&inzet=klein",
    "methoden/?doelgroep=leidinggevenden&uitkomst=verloop",
    "methoden/werkdrukinterventies/",
    "zoeken/?q=leren&soort=method&volgorde=titel",
    "zoeken/?q=jobcraftign",
    *REACHED,
)
PAGES = (*ADDRESSES, *AT_LAST)
# One page of each template, and one with each thing that may be on it.
OFTEN = (
    "",
    "404.html",
    "begrippen/leercultuur/",
    "bijdragen/nieuw/praktijk/",
    "bijdragen/velden/",
    "bronnen/",
    "bronnen/barzin2021jobcrafting/",
    "cijfers/slim-nulmeting/",
    "data/",
    "instrumenten/factorenkaart/",
    "kaart/",
    "keuzehulp/?rol=hr&doelgroep=praktisch-geschoolden&drempel=samenwerkend-leren",
    "methoden/",
    "methoden/jobcrafting/",
    "onderwerpen/waar-het-speelt/team/",
    "praktijken/wijkteams-vlissingen/",
    "selectie/?e=method:jobcrafting&e=term:leercultuur",
    "vergelijken/?m=jobcrafting&m=taakroulatie&m=taakverrijking&m=maatwerk",
    "zoeken/?q=leren",
)
# The menu is the same everywhere.
WITH_MENU = ("", "methoden/", "methoden/jobcrafting/")
# What is folded is a part of the page as well. Each returns how many it changed.
OPEN_ALL = """() => {
  window.folded = [...document.querySelectorAll("article details:not([open])")];
  window.folded.forEach((one) => one.open = true);
  return window.folded.length;
}"""
FOLD_AGAIN = "() => window.folded?.splice(0).map((one) => one.open = false).length"
# The styles need no second download: no rule here asks for it.
ALL = {
    "resultTypes": ["violations"],
    "preload": False,
    "runOnly": {"type": "tag", "values": list(RULES)},
}
# What is asked: options, or a part of the page and options.
RUN = "(asked) => axe.run(...asked).then((result) => result.violations)"
# An open menu changes nothing else.
MENU = {"include": [".md-header", ".md-sidebar--primary"]}
CUT = "(cut) => document.querySelectorAll(cut).forEach((one) => one.remove())"
STILL = "Promise.all(document.getAnimations().map((one) => one.finished))"
STOPS_AT_ONCE = 40
# Looks at what has the focus when the next Tab is pressed: by then everything has scrolled.
WATCH = """() => {
  window.walked = [];
  const covered = (one) => {
    const boxes = [...one.getClientRects()].filter((box) => box.width && box.height);
    return !boxes.some((box) => {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      if (left >= right || top >= bottom) return false;
      const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return found && (one.contains(found) || found.contains(one));
    });
  };
  const faults = (one) => {
    const style = getComputedStyle(one);
    const found = [];
    const seen = one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!seen) found.push("hidden");
    if (covered(one)) found.push("out of sight");
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) found.push("no ring");
    return found.map((fault) => `${fault}: ${one.outerHTML.slice(0, 120)}`);
  };
  if (window.walking) return;
  window.walking = true;
  addEventListener("keydown", (event) => {
    const one = document.activeElement;
    if (event.key !== "Tab") return;
    window.walked.push(one === document.body ? null : faults(one));
  }, true);
}"""
# What is far below the screen is drawn when it comes into sight; axe looks at all of it at once.
DRAWN = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets = [sheet];
}"""
HEADINGS = "found => found.map(one => Number(one.tagName[1]))"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What WCAG 1.4.12 lets a reader ask for.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


# Which tab is the current one differs from page to page.
LATER_ROWS = ":is(li, tr, option):not(.md-tabs__item):nth-child(n + 6)"


class Depth(NamedTuple):
    """How much is looked at: which pages, what of them, in which ways, and with the Tab key."""

    pages: tuple[str, ...]
    # What is taken out of a page first, as a selector.
    cut: str
    # Pages of which what is folded is looked at as well.
    opened: tuple[str, ...]
    # Whether that is in both schemes at each width, or wide in the light and narrow in the dark.
    all_ways: bool
    stops: int


# With each change: all rows of a list, and all lists of a long page, come from the same lines of a
# template, and apart from the menu a narrow page has the stops of a wide one.
QUICK = Depth(
    pages=OFTEN,
    cut=f"{LATER_ROWS}, .kb-section:nth-of-type(n + 5) :is(.kb-index, .kb-wide)",
    opened=WITH_MENU,
    all_ways=False,
    stops=STOPS_AT_ONCE,
)
# For the result that readers see, and each week: everything.
WHOLE = Depth(pages=PAGES, cut=":not(*)", opened=PAGES, all_ways=True, stops=10_000)


@dataclass
class Found:
    """What was looked at, and what was wrong: of axe by rule, of the Tab key in words."""

    states: int = 0
    violations: dict[str, list[str]] = field(default_factory=dict)
    stops: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Found) -> None:
        """Count what was found elsewhere as well."""
        self.states += other.states
        self.stops += other.stops
        self.faults += other.faults
        for rule, places in other.violations.items():
            self.violations.setdefault(rule, []).extend(places)


def wait_until_ready(page: Page, path: str) -> None:
    """Wait for what a script still puts in a page, and do there what a reader does."""
    if path.startswith("zoeken/?"):
        answered(page)
    if path.startswith("selectie/?"):
        page.wait_for_selector("#kb-filled:not([hidden])")
    if path in REACHED:
        REACHED[path](page)


def look(page: Page, path: str, depth: Depth) -> Found:
    """Return what axe and the Tab key find in a page that is open."""
    found = Found()
    page.evaluate(Axe().axe_script)
    page.evaluate(DRAWN)
    page.evaluate(CUT, depth.cut)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES if depth.all_ways else (USUAL[width],):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            _look_at_each_state(page, path, (width, scheme), found, depth)
        if width == max(WIDTHS) or path in depth.opened:
            page.evaluate(OPEN_ALL)
            walk(page, found, depth.stops)
            page.evaluate(FOLD_AGAIN)
    return found


def _look_at_each_state(
    page: Page, path: str, way: tuple[int, str], found: Found, depth: Depth
) -> None:
    """With all that is folded open, at rest where that differs, and with the menu open."""
    width, scheme = way
    whole = path in depth.opened and page.evaluate(OPEN_ALL)
    if whole:
        _ask_axe(page, f"{width} {scheme} opened", found, [ALL])
        page.evaluate(FOLD_AGAIN)
    if not whole or scheme == USUAL[width]:
        _ask_axe(page, f"{width} {scheme}", found, [ALL])
    if width == min(WIDTHS) and path in WITH_MENU:
        page.get_by_role("button", name="Menu").press("Enter")
        _ask_axe(page, f"{width} {scheme} menu", found, [MENU, ALL])
        page.keyboard.press("Escape")


def _ask_axe(page: Page, state: str, found: Found, asked: list[dict[str, Any]]) -> None:
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(STILL)
    violations: list[dict[str, Any]] = page.evaluate(RUN, asked)
    found.states += 1
    for violation in violations:
        places = [f"{state}: {node['target']} {node['html'][:120]}" for node in violation["nodes"]]
        found.violations.setdefault(violation["id"], []).extend(places)


def walk(page: Page, found: Found, most: int) -> None:
    """Press Tab from the top of the page to its end, or past enough of a long list."""
    page.evaluate("document.activeElement.blur(), getSelection().removeAllRanges(), scrollTo(0, 0)")
    page.evaluate(WATCH)
    walked: list[list[str] | None] = []
    while len(walked) < most and None not in walked[1:]:
        for _ in range(STOPS_AT_ONCE):
            page.keyboard.press("Tab")
        walked = page.evaluate("window.walked")
    # The first Tab is pressed on no element; the next time there is none, the page has ended.
    stops = list(takewhile(lambda stop: stop is not None, walked[1:]))
    found.stops += len(stops)
    found.faults += [fault for stop in stops for fault in stop or []]
    found.faults += nameless(page)


def nameless(page: Page) -> list[str]:
    """Return what can have the focus and has no name, as a screen reader is told."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        f"no name: {node['role']['value']} {node['nodeId']}"
        for node in nodes
        if not node.get("ignored") and _takes_focus(node) and not node["name"]["value"].strip()
    ]


def _takes_focus(node: dict[str, Any]) -> bool:
    named = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    # The page itself and a message can have the focus, but Tab does not stop at them.
    return bool(named.get("focusable")) and node["role"]["value"] not in {"RootWebArea", "status"}
