"""The package installed from its wheel, without a checkout: the site it builds is whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generated import write_library
from library_files import write_files
from opening import OpenPage
from running import REPOSITORY, mkdocs
from serving import folder_served
from wheels import install_wheel, make_wheel, run_installed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.build
CONFIG = """\
site_name: Veilig naar school
theme: material
plugins: [kennisbank]
"""
TERM = """\
title: Schoolzone
summary: Een stuk straat bij een school.
reviewed: 2026-01-01
definition: Een stuk straat bij een school waar auto's langzaam rijden.
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    return install_wheel(make_wheel(folder), folder / "environment")


@pytest.fixture(scope="module")
def empty_site(python: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a folder with nothing but docs/ and three lines of mkdocs.yml."""
    root = tmp_path_factory.mktemp("veilig-naar-school")
    (root / "docs").mkdir()
    write_files(root, {"mkdocs.yml": CONFIG})
    done = run_installed(python, "mkdocs", "build", "--strict", folder=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def installed_site(python: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a library with a few methods and a term."""
    root = tmp_path_factory.mktemp("installed")
    write_library(root, 4)
    write_files(root, {"mkdocs.yml": CONFIG, "terms/schoolzone.yml": TERM})
    done = run_installed(python, "mkdocs", "build", folder=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture
def open_installed(browser: Browser, installed_site: Path) -> Iterator[OpenPage]:
    """Open pages of that site; whatever they complain of fails the test."""
    with folder_served(installed_site) as address:
        opened = OpenPage(browser, f"{address}/")
        yield opened
        opened.close()
    # The form keeps what was typed.
    assert [one for one in opened.complaints if not one.startswith("stored: ")] == []


def test_a_new_library_builds_where_the_package_is_installed(python: Path, tmp_path: Path) -> None:
    """Three commands, the third of which builds here what it would serve."""
    made = run_installed(python, "kennisbank", "init", "mine", folder=tmp_path)
    checked = run_installed(python, "kennisbank", "check", "--strict", folder=tmp_path / "mine")
    built = run_installed(python, "mkdocs", "build", "--strict", folder=tmp_path / "mine")

    assert made.returncode == 0, made.stderr
    assert checked.returncode == 0, checked.stdout
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "mine" / "site" / "methoden" / "oefenvragen" / "index.html").exists()


def files_of(site: Path) -> dict[str, bytes]:
    """Return the content of every file of a site, by its path."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_the_package_is_the_installed_one(python: Path, tmp_path: Path) -> None:
    """Nothing that the other tests find comes from the checkout."""
    code = "import kennisbank; print(kennisbank.__file__)"
    (tmp_path / "where.py").write_text(code, encoding="utf-8")
    done = run_installed(python, "where", folder=tmp_path)

    assert done.stdout.startswith(str(python.parent.parent))
    assert str(REPOSITORY) not in done.stdout


def test_an_empty_library_has_the_site_that_a_checkout_builds(
    empty_site: Path, tmp_path: Path
) -> None:
    """Three lines of settings give the same pages, styles, scripts and drawings, byte for byte."""
    done = mkdocs("build", "--site-dir", str(tmp_path / "site"), folder=empty_site.parent)
    assert done.returncode == 0, done.stderr
    ours, theirs = files_of(tmp_path / "site"), files_of(empty_site)

    assert "assets/stylesheets/base.css" in ours
    assert sorted(theirs) == sorted(ours)
    assert [name for name in ours if theirs[name] != ours[name]] == []


def test_a_missing_file_of_the_look_stops_the_build(
    python: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A broken installation says what is missing and what to do, and builds nothing."""
    root = tmp_path_factory.mktemp("broken")
    (root / "docs").mkdir()
    write_files(root, {"mkdocs.yml": CONFIG})
    [theme] = python.parent.parent.glob("lib/*/site-packages/kennisbank/theme")
    lost = {name: theme / name for name in ("scripts/form/page.js", "overrides/partials/nav.html")}
    contents = {file: file.read_bytes() for file in lost.values()}
    try:
        for file in contents:
            file.unlink()
        done = run_installed(python, "mkdocs", "build", folder=root)
    finally:
        for file, content in contents.items():
            file.write_bytes(content)

    assert done.returncode == 1
    assert f"in theme/ ontbreekt {', '.join(sorted(lost))}. Installeer" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


@pytest.mark.browser
def test_searching_works_in_the_installed_site(open_installed: OpenPage) -> None:
    """A word in the field of the home page leads to its page."""
    page = open_installed("")
    page.fill("#kb-find-field", "schoolzone")
    page.press("#kb-find-field", "Enter")

    expect(page.locator(".kb-result h3").first).to_have_text("Schoolzone")


@pytest.mark.browser
def test_the_form_works_in_the_installed_site(open_installed: OpenPage) -> None:
    """What a writer types is in the file that the form makes."""
    page = open_installed("bijdragen/nieuw/begrip/")
    page.fill("#veld-title", "Fietsstraat")
    page.fill("#veld-summary", "Een straat waar fietsers voorgaan.")
    page.fill("#veld-definition", "Een straat waar auto's achter fietsers blijven.")
    page.click("#kb-form [type=submit]")

    expect(page.locator("#insturen")).to_be_focused()
    expect(page.locator("#kb-form-text")).to_have_value(re.compile("title: Fietsstraat"))


@pytest.mark.browser
def test_the_chooser_works_in_the_installed_site(open_installed: OpenPage) -> None:
    """An answer gives methods that fit."""
    page = open_installed("keuzehulp/")
    page.select_option("#kb-chooser [name=rol]", "hr")
    page.click("#kb-chooser [type=submit]")

    expect(page.locator("#kb-chooser-result h4").first).to_be_visible()
