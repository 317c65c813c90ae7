"""Works become the files that reference managers open: per work, per entry and for the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.exports.bibtex import bibtex
from kennisbank.exports.csl_json import csl_json
from kennisbank.exports.library_json import FOLDER, json_bytes
from kennisbank.exports.ris import ris

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kennisbank.citations.works import Work
    from kennisbank.library import Library

# What readers choose from, by the ending of the file.
FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
# All works of the library; like the two functions below, without the ending.
LIBRARY_PATH = f"{FOLDER}/bronnen"


def work_path(key: str) -> str:
    """Return where one work can be downloaded, without the ending: bronnen/key/key."""
    return f"bronnen/{key}/{key}"


def entry_path(address: str) -> str:
    """Return where the works of an entry can be downloaded: methoden/jobcrafting/bronnen."""
    return f"{address}bronnen"


def source_files(library: Library, works: Mapping[str, Work]) -> dict[str, bytes]:
    """Return every file by its path in the site; an entry that cites no work has none."""
    texts = {key: _Texts(work) for key, work in works.items()}
    files: dict[str, bytes] = {}
    for key in works:
        files |= _files(work_path(key), [texts[key]])
    for address, keys in _cited_by_entry(library, works):
        files |= _files(entry_path(address), [texts[key] for key in keys])
    return files | _files(LIBRARY_PATH, [texts[key] for key in _in_order(works, works)])


class _Texts:
    """One work in each format, written once for all the files it is in."""

    def __init__(self, work: Work) -> None:
        self.bib = bibtex(work.item)
        self.ris = ris(work.item)
        (self.json,) = csl_json([work.item])


def _files(path: str, works: list[_Texts]) -> dict[str, bytes]:
    return {
        f"{path}.bib": "\n".join(work.bib for work in works).encode(),
        f"{path}.ris": "\n".join(work.ris for work in works).encode(),
        f"{path}.json": json_bytes([work.json for work in works]),
    }


def _cited_by_entry(library: Library, works: Mapping[str, Work]) -> Iterator[tuple[str, list[str]]]:
    for key, entry in library.entries.items():
        if keys := _in_order(library.cited_in(library.files[key].path), works):
            yield f"{type(entry).address}/{key.id}/", keys


def _in_order(keys: Iterable[str], works: Mapping[str, Work]) -> list[str]:
    """Return the keys of works that are there, in the order of a list of references."""
    return sorted((key for key in keys if key in works), key=lambda key: works[key].form.order)
