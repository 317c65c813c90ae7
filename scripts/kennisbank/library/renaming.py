"""Gives an entry another id, in its file name and wherever it is named."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePosixPath

from kennisbank.fields.repairing import field_start
from kennisbank.fields.specs import field_specs
from kennisbank.library.library import OLD_IDS, EntryFile, EntryKey, Library, Link
from kennisbank.library.names import ids_by_name
from kennisbank.problems import Location
from kennisbank.slug import slug

Edit = tuple[int, int, str]


def renamed(library: Library, old: EntryKey, new: str) -> dict[PurePosixPath, str]:
    """Return the new text of each file to write, the renamed entry first, under its new path."""
    edits: dict[PurePosixPath, list[Edit]] = defaultdict(list)
    texts: dict[PurePosixPath, str] = {}
    for link in library.all_links:
        if link.target == old:
            text = link.document.text
            texts[link.document.path] = text
            edit = _link_edit(text, link, new)
            # The place comes from the same text, so the id stands there.
            assert edit, link.place  # noqa: S101 - anything else is a fault of ours
            edits[link.document.path].append(edit)
    entry = library.files[old]
    texts[entry.path] = entry.document.text
    edits[entry.path].append(_redirect_edit(entry, new))
    own = _edited(texts.pop(entry.path), edits[entry.path])
    others = {path: _edited(text, edits[path]) for path, text in sorted(texts.items())}
    return {entry.path.with_stem(new): own, **others}


def with_ids(library: Library) -> dict[PurePosixPath, str]:
    """Return the new text of each file that names an entry by its title, an alias or a former id.

    Where the name cannot be found back on one line of the file, it is left as it is.
    """
    names = ids_by_name(library)
    edits: dict[PurePosixPath, list[Edit]] = defaultdict(list)
    texts: dict[PurePosixPath, str] = {}
    for link in library.all_links:
        kind, name = link.target
        meant = "" if link.target in library.keys else names.get(kind, {}).get(slug(name), "")
        text = link.document.text
        if meant and (edit := _link_edit(text, link, meant)):
            texts[link.document.path] = text
            edits[link.document.path].append(edit)
    return {path: _edited(text, edits[path]) for path, text in sorted(texts.items())}


def taken_by(library: Library, key: EntryKey, but: EntryKey) -> PurePosixPath | None:
    """Return the file that has an id already, or had it before."""
    for other, file in library.files.items():
        earlier = key.id in file.old_ids and other.kind == key.kind
        if other == key or (earlier and other != but):
            return file.path
    return None


def successor(library: Library, old: EntryKey) -> EntryKey | None:
    """Return the entry that had this id before."""
    for key, file in library.files.items():
        if key.kind == old.kind and old.id in file.old_ids:
            return key
    return None


def _link_edit(text: str, link: Link, new: str) -> Edit | None:
    start = index_of(text, link.place)
    identifier = re.escape(link.target.id)
    before = "" if link.spec else rf"\[\[\s*{re.escape(link.target.kind)}\s*:\s*"
    match = re.compile(rf"{before}(?P<id>{identifier})").match(text, start)
    return (match.start("id"), match.end("id"), new) if match else None


def _redirect_edit(file: EntryFile, new: str) -> Edit:
    """Add the old id to the earlier addresses; if the new one is among them, in its place."""
    text, written = file.document.text, file.document.value.get(OLD_IDS)
    # Whole addresses, which an entry had elsewhere, stand in the same list.
    ids = [str(one) for one in written] if isinstance(written, tuple) else []
    if not ids:
        return _new_field(file)
    number = ids.index(new) if new in ids else len(ids) - 1
    start = index_of(text, file.document.location_of_text((OLD_IDS, number), 0))
    end = start + len(ids[number])
    if new in ids:
        return start, end, file.id
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if "[" in line:
        after = end + (text[end : end + 1] in {'"', "'"})
        return after, after, f", {file.id}"
    after = end + len(text[end:].partition("\n")[0])
    indent = re.match(r"\s*", line)
    return after, after, f"\n{indent.group() if indent else ''}- {file.id}"


def _new_field(file: EntryFile) -> Edit:
    """Put the field where the order of the model wants it."""
    names = [spec.name for spec in field_specs(file.kind)]
    later = set(names[names.index(OLD_IDS) + 1 :])
    text = file.document.text
    place = min(
        (field_start(text, name) for name in file.document.value if name in later),
        default=len(text),
    )
    before = "" if text[:place].endswith("\n") else "\n"
    return place, place, f"{before}{OLD_IDS}:\n  - {file.id}\n"


def _edited(text: str, edits: list[Edit]) -> str:
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def index_of(text: str, place: Location) -> int:
    """Return how many characters of a text stand before a place in it."""
    before = 0
    for _ in range(place.line - 1):
        before = text.index("\n", before) + 1
    return before + place.column - 1
