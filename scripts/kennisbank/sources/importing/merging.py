"""Compares works of another program with references.bib, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kennisbank.messages import _
from kennisbank.sources.addresses import work_doi
from kennisbank.sources.bibtex.editing import with_field
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY, bib_text
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.formats.bibtex import latex_text
from kennisbank.sources.importing.adding import AS_CITED, entry_text, new_key, with_entry
from kennisbank.sources.importing.known_work import first_name, same_work
from kennisbank.sources.importing.watching import Difference, differences
from kennisbank.sources.order import fold, fold_title
from kennisbank.sources.source import Bibliography, Source


@dataclass(frozen=True, slots=True)
class Changed:
    """A source of ours, and the fields in which the other program says something else."""

    source: Source
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """What a file would bring: new works by key, changed sources, and how many are the same."""

    new: tuple[tuple[str, CslItem], ...]
    changed: tuple[Changed, ...]
    same: int
    # Titles of works that stand in the file more than once.
    doubles: tuple[str, ...]


def merge_of(items: Iterable[CslItem], bibliography: Bibliography) -> Merge:
    """Return what the works would bring to a bibliography."""
    known = _Known(bibliography)
    taken = set(bibliography.sources) | set(bibliography.others)
    new: dict[str, CslItem] = {}
    changed: list[Changed] = []
    doubles: list[str] = []
    same = 0
    incoming = _Seen()
    for item in items:
        if incoming.has(item):
            doubles.append(item.get("title", ""))
            continue
        source = known.source_of(item)
        if source is None:
            key = new_key(item, taken)
            taken.add(key)
            new[key] = item
        elif found := tuple(_changes(source, item)):
            changed.append(Changed(source, found))
        else:
            same += 1
    return Merge(tuple(new.items()), tuple(changed), same, tuple(doubles))


class _Seen:
    """Which works of a file came before."""

    def __init__(self) -> None:
        self._dois: set[str] = set()
        self._titles: set[tuple[str, str, str]] = set()

    def has(self, item: CslItem) -> bool:
        """Return whether the same work came before, and remember it."""
        doi = item.get("DOI", "").casefold()
        title, who = fold_title(item.get("title", "")), fold(first_name(item))
        name = (title, who, str(item.get("issued", "")))
        seen = (bool(doi) and doi in self._dois) or (not doi and name in self._titles)
        self._dois |= {doi} if doi else set()
        self._titles.add(name)
        return seen


class _Known:
    """Finds the source that a work is: by DOI, else by its title."""

    def __init__(self, bibliography: Bibliography) -> None:
        self._sources = bibliography.all_sources
        self._by_doi = {
            doi.casefold(): one for one in self._sources if (doi := work_doi(one.fields))
        }
        self._items = [(one, csl_item(one)) for one in self._sources]

    def source_of(self, item: CslItem) -> Source | None:
        """Return the source, or None for a new work; works with two DOIs are two works."""
        doi = item.get("DOI", "").casefold()
        if doi and doi in self._by_doi:
            return self._by_doi[doi]
        for source, other in self._items:
            has_other_doi = bool(doi and work_doi(source.fields))
            if not has_other_doi and same_work(other, item):
                return source
        return None


def _changes(source: Source, item: CslItem) -> Iterable[Difference]:
    """Yield what differs, and what the other program knows and we do not."""
    ours = csl_item(source)
    yield from differences(ours, item)
    for name in ("DOI", "volume", "issue", "page"):
        value = str(item.get(name, ""))
        if value and not ours.get(name) and not (name == "DOI" and work_doi(source.fields)):
            yield Difference(name, "", value)


_FIELDS = {
    "title": ("title",),
    "year": ("date", "year"),
    "container-title": ("journaltitle", "journal", "booktitle"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "page": ("pages",),
    "number": ("number",),
    "DOI": ("doi",),
}


def merged(content: bytes, merge: Merge, *, changes: bool) -> tuple[bytes, tuple[str, ...]]:
    """Return references.bib with the new works and, where asked, the changed fields.

    Beside it stands what could not be changed, for a person: names, and sources not found.
    """
    left: list[str] = []
    for one in merge.changed if changes else ():
        for row in one.differences:
            changed = _with_change(content, one.source.key, row)
            if changed is None:
                message = _(
                    "'{key}': change the field '{field}' yourself.",
                    key=one.source.key,
                    field=row.name,
                )
                left.append(message)
            else:
                content = changed
    for key, item in merge.new:
        content = with_entry(content, entry_text({**item, "id": key}, AS_CITED))
    return content, tuple(left)


def _with_change(content: bytes, key: str, row: Difference) -> bytes | None:
    names = _FIELDS.get(row.name, ())
    text = bib_text(content, BIBLIOGRAPHY)[0]
    source = read_bibtex(BIBLIOGRAPHY, text)[0].sources.get(key)
    if source is None or not names:
        return None
    name = next((one for one in names if one in source.places), names[0])
    value = latex_text(row.theirs)
    if row.name == "page":
        value = value.replace("-", "--")
    raw = content.decode("utf-8", "surrogateescape")
    try:
        changed = with_field(raw, source, name, value)
    except ValueError:
        return None
    return changed.encode("utf-8", "surrogateescape")
