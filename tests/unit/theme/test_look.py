"""The files of the look, as the package names them."""

from __future__ import annotations

import json
import subprocess

from kennisbank.messages import speaking
from kennisbank.theme.look import OVERRIDES, TEMPLATES, look_files, look_sources

THEME = OVERRIDES.parent


def test_every_file_of_the_look_is_named() -> None:
    """A style, script, drawing or template that nobody names would go missing unseen."""
    found = {path for path in THEME.rglob("*") if path.suffix in {".css", ".js", ".svg"}}
    # The booklet is no page of the site, and has a sheet of its own.
    found.remove(THEME / "stylesheets" / "book.css")
    templates = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}

    assert {path for parts in look_sources().values() for path in parts} == found
    assert set(TEMPLATES) == templates


def test_the_files_are_published_below_assets() -> None:
    """Each file keeps the address that readers have had it from."""
    files = look_files()

    assert b"kennisbankForm" in files["assets/javascripts/form/all.js"]
    assert files["assets/logo.svg"] == (THEME / "logo.svg").read_bytes()


def test_the_style_sheet_of_every_page_holds_its_parts_in_order() -> None:
    """The looks that all share come first, and paper has the last word."""
    base = look_files()["assets/stylesheets/base.css"].decode()
    parts = [f.read_text("utf-8") for f in look_sources()["assets/stylesheets/base.css"]]

    assert base == "\n".join(parts)
    assert base.startswith("/* The look of the library")
    assert "@media print" in parts[-1]


def test_the_script_of_every_page_holds_its_parts_in_order() -> None:
    """What keeps a selection comes before what a reader keeps with it."""
    base = look_files()["assets/javascripts/base.js"].decode()
    parts = [path.stem for path in look_sources()["assets/javascripts/base.js"]]

    assert parts.index("store") < parts.index("keep")
    assert base.index("selection.keysIn =") < base.index("kb-keep")


def test_a_script_is_published_without_its_lines_of_comment() -> None:
    """A reader loads the code only, each line of it with the number that it has in the source."""
    source = (THEME / "scripts" / "chooser.js").read_text(encoding="utf-8").split("\n")
    with speaking("en"):
        published = look_files()["assets/javascripts/chooser.js"].decode().split("\n")
    changed = [line for line, left in zip(source, published, strict=True) if line != left]

    assert changed
    assert {line.strip()[:2] for line in changed} <= {"//", "/*", "* ", "*/"}
    assert not any(line.strip().startswith("//") for line in published)


def test_every_published_script_is_still_a_script() -> None:
    """Leaving out lines of comment leaves no script half."""
    scripts = {name: text.decode() for name, text in look_files().items() if name.endswith(".js")}
    read = "for (const [name, text] of Object.entries(JSON.parse(require('fs').readFileSync(0))))"
    program = f"{read} new (require('vm').Script)(text, {{ filename: name }});"
    done = subprocess.run(
        ["node", "-e", program],
        input=json.dumps(scripts),
        capture_output=True,
        text=True,
        check=False,
    )

    assert len(scripts) > 20
    assert (done.returncode, done.stderr) == (0, "")
