"""How property tests draw, and one built site and one browser for the tests that look at it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import sync_playwright

from kennisbank.messages import DEFAULT_LANGUAGE, speaking
from opening import OpenPage, opening, start_chromium
from running import KEPT, REPOSITORY, mkdocs
from serving import folder_served

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

# In CI a failure must be the change's, so the examples are the same each time; elsewhere they vary.
# A busy machine is no failure either: no example has to be ready within a time.
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=40)
settings.register_profile("elsewhere", deadline=None, max_examples=40)
# Each week, by an option of pytest: many examples, and other ones each time.
settings.register_profile("nightly", deadline=None, max_examples=400)
# What builds keep for later goes with the run, and not to whoever runs the tests.
os.environ["XDG_CACHE_HOME"] = KEPT
settings.load_profile("ci" if os.environ.get("CI") else "elsewhere")


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
    """What tests share is made in the first language, and leaves no other one behind."""
    if fixturedef.scope == "function":
        return (yield)
    with speaking(DEFAULT_LANGUAGE):
        return (yield)


@pytest.fixture(autouse=True)
def _first_language() -> Iterator[None]:
    """What a test reads in another language, the next test does not hear."""
    with speaking(DEFAULT_LANGUAGE):
        yield


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, built strictly; processes that share a run share it."""
    run = tmp_path_factory.getbasetemp()
    site = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "site"
    addresses = {
        "KENNISBANK_SITE_URL": "https://voorbeeld.nl/kb/",
        "KENNISBANK_REPOSITORY": "https://voorbeeld.nl/kb-bron",
        "KENNISBANK_OFFLINE": "true",
    }
    with FileLock(f"{site}.lock"):
        # A build that fails leaves no folder.
        if not site.exists():
            done = mkdocs(
                "build", "--strict", "--site-dir", str(site), folder=REPOSITORY, **addresses
            )
            assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="session")
def served_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the built site under a project path, as GitHub Pages serves it."""
    root = tmp_path_factory.mktemp("pages")
    (root / "kb").symlink_to(built_site)
    with folder_served(root) as address:
        yield f"{address}/kb/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    with sync_playwright() as playwright:
        started = start_chromium(playwright)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, served_site: str) -> Iterator[OpenPage]:
    """Open pages of the site; whatever they complain of in the end fails the test."""
    with opening(browser, served_site) as opened:
        yield opened


@pytest.fixture
def open_copy(browser: Browser, built_site: Path) -> Iterator[OpenPage]:
    """Open files of the site from the disk, as whoever has a copy of it does."""
    with opening(browser, f"{built_site.as_uri()}/") as opened:
        yield opened
