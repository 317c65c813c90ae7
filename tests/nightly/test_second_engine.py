"""Other engines build the same site: Zensical from an exported folder, ProperDocs as it is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import fields
from pathlib import Path

import pytest

from engines import ENGINES, exported, properdocs, set_up_engines, zensical
from generated import write_library
from page_content import PageContent, page_content, page_contents
from running import REPOSITORY, mkdocs

pytestmark = pytest.mark.build
TEMPLATES = REPOSITORY / "scripts" / "kennisbank" / "engines" / "static_templates"
MADE_FROM = re.compile(r"(zensical/templates/\S+\.html)\b.*?sha256 ([0-9a-f]{64})", re.DOTALL)
ADDRESSES = {
    "KENNISBANK_SITE_URL": "https://voorbeeld.nl/kb/",
    "KENNISBANK_REPOSITORY": "https://voorbeeld.nl/kb-bron",
}
CONFIG = """\
site_name: Klein & {{ fijn }}
site_url: https://voorbeeld.nl/kb/
theme:
  {name: material, language: nl, font: false}
plugins: [{kennisbank: {offline: false}}]
nav: [index.md]
"""
HOME = "---\ntitle: Start\ndescription: Een begin\n---\n\nWelkom.\n"
# What engines take for their own language: templates, Markdown, HTML, tabs and empty lines.
ODD = """\
title: 'A < b & "c" {{ 7 * 7 }} <i>d</i>'
summary: 'Een *gewone* zin met {% raw %} en & en <b>niet vet</b>.'
reviewed: 2026-01-01
definition: |
  Zie [[mechanism:mechanisme-1]] en `{{ nav }}` en <b>niet vet</b> en \\*ster\\* [@bron3].

      code met	een tab en  twee spaties


      <div markdown="1">**niet vet**</div>

  - [x] geen vakje :smile: ==geen streep==
  - {: #geen-anker .geen-klasse }

  !!! note "geen kader"
"""


@pytest.fixture(scope="module", autouse=True)
def _engines() -> None:
    set_up_engines()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This library, exported."""
    place = tmp_path_factory.mktemp("zensical") / "map"
    return exported(REPOSITORY, place, **ADDRESSES)


@pytest.fixture(scope="module")
def second_site(folder: Path) -> Path:
    """The site that Zensical builds of this library."""
    return zensical(folder)


@pytest.fixture(scope="module")
def odd_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library with a term that looks like other languages, built by MkDocs."""
    root = tmp_path_factory.mktemp("klein")
    write_library(root, 2)
    (root / "terms").mkdir()
    (root / "terms" / "vreemd.yml").write_text(ODD, encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    done = mkdocs("build", folder=root)
    assert done.returncode == 0, done.stderr
    return root


def differences(first: Path, second: Path) -> list[str]:
    """Return "page: what", for everything on a page that another engine changed."""
    ours, theirs = page_contents(first), page_contents(second)
    assert ours.keys() == theirs.keys()
    return [
        f"{path}: {name}"
        for path, page in sorted(ours.items())
        for name in ([one.name for one in fields(PageContent)] if _is_themed(page) else ["bytes"])
        if _facet(page, name) != _facet(theirs[path], name)
    ]


def _is_themed(page: PageContent | bytes) -> bool:
    return isinstance(page, PageContent)


def _facet(page: PageContent | bytes, name: str) -> object:
    return getattr(page, name) if isinstance(page, PageContent) else page


def test_zensical_builds_the_same_pages(built_site: Path, second_site: Path) -> None:
    """Each page has the same head, text, links, anchors, citations, ids, contents and tabs."""
    assert len(list(second_site.rglob("*.html"))) > 200
    found = differences(built_site, second_site)
    # Only the site that MkDocs builds offers a copy of itself.
    assert [one for one in found if not one.startswith("data/index.html: ")] == []


def test_zensical_publishes_the_same_files(
    built_site: Path, second_site: Path, folder: Path
) -> None:
    """Data, downloads, redirects, search, styles and scripts come out byte for byte."""
    docs = folder / "docs"
    files = [path.relative_to(docs) for path in docs.rglob("*") if path.is_file()]
    ours = [path for path in files if path.suffix != ".md"] + [Path("sitemap.xml")]

    assert len(ours) > 500
    assert [
        str(path)
        for path in ours
        if (second_site / path).read_bytes() != (built_site / path).read_bytes()
    ] == []


def test_no_engine_reads_its_own_language_in_a_page(odd_library: Path, tmp_path: Path) -> None:
    """Templates, Markdown, HTML and tabs in an entry are the same text after every engine."""
    second = zensical(exported(odd_library, tmp_path / "map"))
    page = page_content(second, second / "begrippen" / "vreemd" / "index.html")

    assert differences(odd_library / "site", second) == []
    assert isinstance(page, PageContent)
    assert 'A < b & "c" {{ 7 * 7 }} <i>d</i>' in page.text
    assert "code met\teen tab en  twee spaties" in page.markup
    assert "<b>" not in page.markup


def test_templates_are_made_from_the_files_of_this_zensical() -> None:
    """A new version of the engine is looked at before our changes are laid over it."""
    upstream = next((ENGINES / "lib").glob("python*/site-packages"))
    found = [
        (path.name, made_from[1], made_from[2])
        for path in sorted(TEMPLATES.rglob("*.html"))
        if (made_from := MADE_FROM.search(path.read_text(encoding="utf-8")))
    ]

    assert len(found) == 2
    for name, path, digest in found:
        assert hashlib.sha256((upstream / path).read_bytes()).hexdigest() == digest, name


def test_properdocs_runs_the_plugin_as_it_is(odd_library: Path, tmp_path: Path) -> None:
    """Every file is the same, but for the name of the program in the head of a page."""
    site = properdocs(odd_library, tmp_path / "site")
    ours = {str(path.relative_to(site)) for path in site.rglob("*")}
    first = odd_library / "site"

    assert ours == {str(path.relative_to(first)) for path in first.rglob("*")}
    assert [
        path
        for path in ours
        if (site / path).is_file() and _unnamed(site / path) != _unnamed(first / path)
    ] == []


def _unnamed(path: Path) -> bytes:
    return re.sub(rb'<meta name="generator"[^>]*>', b"", path.read_bytes())
