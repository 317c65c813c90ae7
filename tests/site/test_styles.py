"""The style sheets that a page loads: the one of every page, and those of what it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kennisbank.theme.look import BASE, PAGE_STYLES, look_files
from kennisbank.theme.theme_style import CLASSES
from library_files import write_files
from running import mkdocs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.build
# Names of classes in the selectors of a style sheet.
NAMED = re.compile(r"\.(kb-[\w-]+)(?=[^{}]*\{)")
OWN = sorted({path for paths in PAGE_STYLES.values() for path in paths})


def classes_in(sheet: bytes) -> set[str]:
    """Return the classes that a style sheet gives a look."""
    return set(NAMED.findall(sheet.decode()))


def loaded_by(html: str) -> list[str]:
    """Return the style sheets of the generator that a page loads, in order."""
    found = re.findall(r'<link rel="stylesheet" href="[./]*(assets/stylesheets/[^"]+)"', html)
    return [path for path in found if path in {BASE, *OWN}]


def test_a_page_loads_the_style_sheet_of_each_thing_on_it(built_site: Path) -> None:
    """Where a class stands that only one sheet knows, that sheet is loaded."""
    look = look_files()
    base = classes_in(look[BASE])
    known = {path: classes_in(look[path]) - base for path in OWN}
    missing = set()
    for file in built_site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        used = {name for names in re.findall(r'class="([^"]+)"', html) for name in names.split()}
        loaded = loaded_by(html)
        shared = {name for path in loaded for name in known.get(path, ())}
        for path in set(OWN) - set(loaded):
            if lacking := used & known[path] - shared:
                missing.add((str(file.relative_to(built_site)), path, *sorted(lacking)))

    assert sorted(missing) == []


@pytest.mark.parametrize(
    ("page", "sheets"),
    [
        ("methoden/jobcrafting/", ["entry"]),
        ("over/bewijs/", []),
        ("", ["home"]),
        ("zoeken/", ["search"]),
        ("kaart/", ["map"]),
        ("keuzehulp/", ["chooser"]),
        ("methoden/", ["overview"]),
        ("development/style/", ["style"]),
        ("vergelijken/", ["comparison"]),
        ("selectie/", ["selection"]),
        ("bijdragen/nieuw/methode/", ["form"]),
    ],
)
def test_a_page_loads_nothing_that_it_has_no_use_for(
    built_site: Path, page: str, sheets: list[str]
) -> None:
    """After the style sheet of every page come those of what the page does, and no others."""
    html = (built_site / page / "index.html").read_text(encoding="utf-8")

    assert loaded_by(html) == [BASE, *(f"assets/stylesheets/{name}.css" for name in sheets)]


def test_a_library_has_the_last_word_on_each_page(tmp_path: Path) -> None:
    """A sheet in extra_css comes after ours, also on a page that loads more of them.

    It may rest on anything in the theme, so the theme comes whole.
    """
    config = "site_name: Klein\ntheme: material\nplugins: [kennisbank]\nextra_css: [%s]\n"
    own = "assets/stylesheets/eigen.css"
    write_files(tmp_path, {"mkdocs.yml": config % own, f"docs/{own}": "h1 { color: teal }\n"})
    done = mkdocs("build", folder=tmp_path)
    html = (tmp_path / "site" / "zoeken" / "index.html").read_text(encoding="utf-8")
    found = re.findall(r'<link rel="stylesheet" href="[./]*([^"]+)"', html)

    assert done.returncode == 0, done.stderr
    assert found[-3:] == [BASE, "assets/stylesheets/search.css", own]
    assert "assets/javascripts/bundle." in html
    assert b".md-search" in (tmp_path / "site" / found[0]).read_bytes()


def test_the_theme_gives_a_look_to_every_class_of_its_own(built_site: Path) -> None:
    """Its style sheet is cut down to the classes that our pages have; here all of them are read."""
    (sheet,) = (built_site / "assets" / "stylesheets").glob("main.*.min.css")
    found = {
        name
        for file in built_site.rglob("*.html")
        for names in re.findall(r'class="([^"]*)"', file.read_text(encoding="utf-8"))
        for name in names.split()
        if not name.startswith("kb-")
    }

    assert {name for name in found if name.startswith("md-")} - CLASSES == set()
    assert len(sheet.read_bytes()) < 45_000


def test_a_page_leaves_the_script_of_the_theme_out(built_site: Path) -> None:
    """It weighs more than all else that a page loads, and no setting of this library needs it."""
    assert "/bundle." not in (built_site / "index.html").read_text(encoding="utf-8")
    assert not [*built_site.rglob("bundle.*.min.js")]
