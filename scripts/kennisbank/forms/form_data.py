"""The data files of the web form: what it asks, offers and checks for each kind."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.fields.base import earlier_ids
from kennisbank.forms.description import kind_description
from kennisbank.forms.rules import rule_data
from kennisbank.library.library import EntryFile
from kennisbank.pages.context import RenderContext
from kennisbank.plain_json import json_script
from kennisbank.sources.formats.reference_list import in_list_order

Row = list[str]


def choice_data(context: RenderContext) -> dict[str, list[Row]]:
    """Return the rows by what they are; sources are in the order of the list."""
    return {
        "entries": [
            [key.kind, key.id, target.title, *target.entry.aliases]
            for key, target in context.site_map.targets.items()
        ],
        "sources": list(_sources(context)),
        "old": list(_old_ids(context)),
    }


def _sources(context: RenderContext) -> Iterator[Row]:
    """Yield key, names in a sentence, names in parentheses, year and title."""
    for work in in_list_order(context.works.values()):
        form = work.form
        names = [context.plain(form.narrative), context.plain(form.parenthetical)]
        yield [work.key, *names, form.year, work.source.fields.get("title", "")]


def _old_ids(context: RenderContext) -> Iterator[Row]:
    """Yield kind, old id, and the id that has its place now."""
    for key, entry in context.library.entries.items():
        for old in earlier_ids(entry):
            yield [key.kind, old, key.id]


FOLDER = "assets/form"
# So many rows are some 50 kB compressed: more come in files that are loaded beside each other.
MOST_ROWS = 1000


def form_files(context: RenderContext) -> dict[str, bytes]:
    """Return a script for each kind and each entry, one with all rules, and the choices."""
    return {
        f"{FOLDER}/{name}.js": json_script("kennisbankForm", name, data)
        for name, data in _parts(context)
    }


def _parts(context: RenderContext) -> Iterator[tuple[str, object]]:
    library = context.library
    yield "rules", rule_data(library.kinds)
    yield from choice_parts(choice_data(context))
    for kind in library.kinds:
        yield f"kinds/{kind.kind}", kind_description(kind, library)
    for key in library.entries:
        yield f"entries/{key.kind}/{key.id}", _entry(library.files[key])


def choice_parts(choices: dict[str, list[Row]]) -> Iterator[tuple[str, object]]:
    """Yield the choices in files of so many rows; the first says how many files there are."""
    rows = [(name, row) for name, found in choices.items() for row in found]
    count = max(1, -(-len(rows) // MOST_ROWS))
    for number in range(1, count + 1):
        here = rows[(number - 1) * MOST_ROWS : number * MOST_ROWS]
        part = {name: [row for of, row in here if of == name] for name in choices}
        yield ("choices", {**part, "files": count}) if number == 1 else (f"choices-{number}", part)


def _entry(file: EntryFile) -> dict[str, object]:
    """Return the values as they are written, and whether remarks in the file would be lost."""
    remarks = [line for line in file.document.text.splitlines()[1:] if line.startswith("#")]
    return {"values": file.document.value, "remarks": bool(remarks)}
