"""The files of the look, as the package names them."""

from __future__ import annotations

from kennisbank.theme.look import OVERRIDES, TEMPLATES, look_files, look_sources

THEME = OVERRIDES.parent


def test_every_file_of_the_look_is_named() -> None:
    """A style, script, drawing or template that nobody names would go missing unseen."""
    found = {path for path in THEME.rglob("*") if path.suffix in {".css", ".js", ".svg"}}
    templates = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}

    assert {path for parts in look_sources().values() for path in parts} == found
    assert set(TEMPLATES) == templates


def test_the_files_are_published_below_assets() -> None:
    """Each file keeps the address that readers have had it from."""
    files = look_files()
    script = THEME / "scripts" / "form" / "page.js"

    assert files["assets/javascripts/form/page.js"] == script.read_bytes()
    assert files["assets/logo.svg"] == (THEME / "logo.svg").read_bytes()


def test_the_style_sheet_of_every_page_holds_its_parts_in_order() -> None:
    """The looks that all share come first, and paper has the last word."""
    base = look_files()["assets/stylesheets/base.css"].decode()
    parts = [f.read_text("utf-8") for f in look_sources()["assets/stylesheets/base.css"]]

    assert base == "\n".join(parts)
    assert base.startswith("/* The look of the library")
    assert "@media print" in parts[-1]
