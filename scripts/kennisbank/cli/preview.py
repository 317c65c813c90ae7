"""`kennisbank preview`: the page of one entry, also while half of it is still to be written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import click
from markupsafe import escape

from kennisbank.atomic import replace_file
from kennisbank.cli.library_folder import root_option
from kennisbank.cli.said import argument, command
from kennisbank.cli.settings import library_settings
from kennisbank.fields.base import Entry
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.validation import validate
from kennisbank.kept_files import kept_file
from kennisbank.library.library import EntryFile, EntryKey, Library
from kennisbank.library.loading import load_library
from kennisbank.locales import html_language
from kennisbank.messages import N_, _
from kennisbank.pages.context import RenderContext
from kennisbank.pages.entry_page import entry_page
from kennisbank.pages.page import Page
from kennisbank.theme.look import BASE, PAGE_STYLES, look_files

_FILE = "preview.html"
# Without the theme around it, a page has margins and type of its own.
_STANDALONE = """html { font-size: 125% }
body { max-width: 50rem; margin: 0 auto; padding: 1rem; font-family: system-ui, sans-serif }
"""
# What cannot be guessed is tried in this many ways, and then left out.
_TRIES = 4


@command(
    short_help=N_("Show the page of an entry that is not finished yet."),
    help=N_(
        "Write the page of one entry to a file that your browser opens. What is still missing or "
        "wrong in FILE is marked on the page; `kennisbank check` says what to do about it."
    ),
)
@argument("file", type=click.Path(exists=True, dir_okay=False), metavar=N_("FILE"))
@root_option
@click.pass_context
def preview(context: click.Context, file: str, root: Path) -> None:
    """Write the page; leave with 1 when the file cannot be read as an entry at all."""
    library, problems = load_library(root)
    found = _entry_file(library, root, Path(file))
    entry = (found.entry or _as_far_as_written(found)) if found else None
    place = kept_file(root, _FILE)
    if not found or not entry or not place:
        mine = [one for one in problems if root / one.location.path == Path(file)]
        said = "\n".join(f"{one.location}: {one.message}" for one in mine)
        click.echo(said or _("{file} is no entry of this library.", file=file), err=True)
        context.exit(1)
    whole = replace(library, files={**library.files, found.key: replace(found, entry=entry)})
    page = _page(whole, root, found.key)
    place.parent.mkdir(parents=True, exist_ok=True)
    replace_file(place.parent, PurePosixPath(place.name), _document(page).encode())
    click.echo(place.as_uri())


def _entry_file(library: Library, root: Path, file: Path) -> EntryFile | None:
    wanted = file.resolve()
    return next(
        (one for one in library.files.values() if (root / one.path).resolve() == wanted), None
    )


def _as_far_as_written(found: EntryFile) -> Entry | None:
    """Return an entry of what is right in a file, with a mark in the place of what is not."""
    values = dict(found.document.value)
    specs = {spec.name: spec for spec in field_specs(found.kind)}
    tried: dict[str, int] = {}
    for _number in range(_TRIES):
        entry, faults = validate(found.kind, values)
        if entry:
            return entry
        for name in dict.fromkeys(str(fault.key_path[0]) for fault in faults):
            values.pop(name, None)
            instead = _instead(specs[name], found.id)[tried.get(name, 0) :] if name in specs else []
            tried[name] = tried.get(name, 0) + 1
            if instead and specs[name].required:
                values[name] = instead[0]
    return None


def _instead(spec: FieldSpec, identifier: str) -> list[object]:
    """Return what may stand for a field that is missing or wrong, the best first."""
    mark = _("[still to write: {field}]", field=spec.title)
    texts: list[object] = [UNKNOWN] if spec.unknown else []
    if spec.name == "title":
        return [identifier]
    example = tuple(spec.example) if isinstance(spec.example, list) else spec.example
    return [*texts, (mark,) if spec.many else mark, example]


def _page(library: Library, root: Path, key: EntryKey) -> Page:
    settings = library_settings(root)
    context = RenderContext(library, settings.repository, imprint=settings.imprint)
    return entry_page(context, context.site_map.targets[key])


def _document(page: Page) -> str:
    """Return a page that stands by itself: its styles are inside it."""
    look = look_files()
    styles = "\n".join(look[path].decode() for path in (BASE, *PAGE_STYLES["entry"]))
    return (
        f'<!doctype html>\n<html {html_language()}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(page.title)}</title>\n<style>{_STANDALONE}{styles}</style>\n</head>\n"
        '<body data-md-color-scheme="default"><main class="md-content">'
        f'<article class="md-typeset">{page.content}</article></main></body>\n</html>\n'
    )
