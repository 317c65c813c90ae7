"""The files of the look, as the package names them."""

from __future__ import annotations

import json
import re
import subprocess

from babel.messages.jslexer import tokenize

from kennisbank.messages import catalogue, speaking
from kennisbank.theme.look import OVERRIDES, TEMPLATES, look_files, look_sources, translated

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
    first, last = (re.findall(r"(?m)^[^ /*\n][^\n]+\{$", one)[0] for one in (parts[0], parts[-1]))

    assert base.lstrip().startswith(first)
    assert base.index(last) > len(base) - len(parts[-1])
    assert "@media print" in parts[-1]


def test_a_style_sheet_loses_its_comments_and_nothing_else() -> None:
    """What is left says the same, each of it on the line that it has in the source."""
    for path, parts in look_sources().items():
        if path.endswith(".css"):
            source = "\n".join(part.read_text("utf-8") for part in parts)
            light = look_files()[path].decode()

            assert said(light) == said(source)
            assert light.count("\n") == source.count("\n")
            assert len(light) < len(source)


def said(sheet: str) -> str:
    """Return what a style sheet says, without comments and blanks at the beginning of a line."""
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)).strip()


def test_the_script_of_every_page_holds_its_parts_in_order() -> None:
    """What keeps a selection comes before what a reader keeps with it."""
    base = look_files()["assets/javascripts/base.js"].decode()
    parts = [path.stem for path in look_sources()["assets/javascripts/base.js"]]

    assert parts.index("store") < parts.index("keep")
    assert base.index("selection.keysIn =") < base.index("kb-keep")


def test_a_script_is_published_without_comments_and_indents() -> None:
    """A reader loads the code only, each line of it with the number that it has in the source."""
    with speaking("en"):
        published = {p: text.decode() for p, text in look_files().items() if p.endswith(".js")}
    for path, text in published.items():
        source = "\n".join(part.read_text("utf-8") for part in look_sources()[path])

        assert text.count("\n") == source.count("\n")
        assert not [line for line in text.split("\n") if line.startswith((" ", "//"))]
        # What stands in a file counts, not how it is laid out.
        assert tokens(text) == tokens(translated(source, catalogue("en")))


def tokens(script: str) -> list[str]:
    """Return what a script is made of, without comments and what stands between.

    Babel takes a backtick in a pattern for the beginning of a text.
    """
    plain = {"linecomment", "multilinecomment", "whitespace"}
    without = re.sub(r"^.*/[^/\n]*`[^/\n]*/y?[.,].*$", "", script, flags=re.MULTILINE)
    return [one.value for one in tokenize(without) if one.type not in plain]


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
