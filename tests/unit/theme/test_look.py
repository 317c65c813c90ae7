"""The files of the look, as the package names them."""

from __future__ import annotations

from kennisbank.theme.look import OVERRIDES, TEMPLATES, look_files

THEME = OVERRIDES.parent


def test_every_file_of_the_look_is_named() -> None:
    """A style, script, drawing or template that nobody names would go missing unseen."""
    found = {path for path in THEME.rglob("*") if path.suffix in {".css", ".js", ".svg"}}
    templates = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}

    assert set(look_files().values()) == found
    assert set(TEMPLATES) == templates


def test_the_files_are_published_below_assets() -> None:
    """Each file keeps the address that readers have had it from."""
    files = look_files()

    assert files["assets/stylesheets/look.css"] == THEME / "stylesheets" / "look.css"
    assert files["assets/javascripts/form/page.js"] == THEME / "scripts" / "form" / "page.js"
    assert files["assets/logo.svg"] == THEME / "logo.svg"
