"""An address of the site becomes a page in Chromium, with its complaints noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


class OpenPage:
    """Opens pages, and remembers complaints: console errors, failed and foreign requests."""

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
        page.on("console", lambda said: self._note(said.type, said.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))
        page.on("request", lambda request: self._request(request.url))
        page.goto(self.address + path, wait_until="load")
        return page

    def close(self) -> None:
        """Close every page that was opened."""
        for page in self.pages:
            page.close()

    def _note(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"{kind}: {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"request: {url}")
