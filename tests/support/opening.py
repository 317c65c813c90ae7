"""An address of the site becomes a page in Chromium, with its complaints noted."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Playwright

# Without these Chromium keeps calling hosts that are not there.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Chromium writes most of what its policy blocks on the console, but not all of it.
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`));"""
# The only things that the site keeps in a browser: what the reader chose. The rest of a key is
# the path of the site, since sites of one owner may share an origin.
KEPT = ("kennisbank-kleuren ", "kennisbank-selectie ", "kennisbank-tool ")
STORED = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


# The texts of pages come after the titles, and what they add is drawn then.
TEXTS_READ = """async () => {
  const engine = await kennisbankSearch.engine();
  await engine.loadBody();
}"""
PATIENCE = 10


def answered(page: Page) -> None:
    """Wait until a question has its whole answer: also what came after a pause or from texts."""
    whole = page.locator(".kb-answers[aria-busy=false]")
    expect(whole).to_be_attached(timeout=60_000)
    page.evaluate(TEXTS_READ)
    expect(whole).to_be_attached(timeout=60_000)


def start_chromium(playwright: Playwright) -> Browser:
    """Start Debian's Chromium, headless; where it is installed, the program without windows.

    It draws the same, and opens a page in a quarter of the time.
    """
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert path, "chromium ontbreekt: apt-get install chromium"
    return playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)


class OpenPage:
    """Opens pages, and remembers complaints: errors, foreign requests, cookies, stray storage."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.complaints: list[str] = []
        self.pages: list[Page] = []

    def __call__(
        self, path: str, *, width: int = 1280, scheme: str = "light", script: bool = True
    ) -> Page:
        """Return the page when it has loaded."""
        page = self.browser.new_page(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
            locale="nl-NL",
        )
        self.pages.append(page)
        page.add_init_script(TELL_VIOLATIONS)
        page.on("console", lambda said: self._note(said.type, said.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))
        page.on("request", lambda request: self._request(request.url))
        page.goto(self.address + path, wait_until="load")
        return page

    def expect(self, *parts: str) -> None:
        """A complaint with each of these parts was meant to come; wait for it, and forget it."""
        end = time.monotonic() + PATIENCE
        for part in parts:
            while not any(part in one for one in self.complaints) and time.monotonic() < end:
                self.pages[-1].wait_for_timeout(20)
            meant = [one for one in self.complaints if part in one]
            assert meant, f"no complaint says {part}: {self.complaints}"
            self.complaints = [one for one in self.complaints if one not in meant]

    def close(self) -> None:
        """Close every page that was opened, and see what it leaves in the browser."""
        for page in self.pages:
            if not page.is_closed():
                self._look_at_what_is_kept(page)
                page.close()

    def _look_at_what_is_kept(self, page: Page) -> None:
        self.complaints += [f"cookie: {one.get('name')}" for one in page.context.cookies()]
        stored = page.evaluate(STORED)
        self.complaints += [f"stored: {key}" for key in stored if not key.startswith(KEPT)]

    def _note(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"{kind}: {text}")

    def _request(self, url: str) -> None:
        # A request that the policy blocks is told before it is blocked, so it counts as well.
        if urlsplit(url).scheme not in {"data", "blob"} and not url.startswith(self.address):
            self.complaints.append(f"request: {url}")


@contextmanager
def opening(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Open pages while they are needed; what they complain of in the end fails the test."""
    opened = OpenPage(browser, address)
    yield opened
    opened.close()
    assert sorted(set(opened.complaints)) == []
