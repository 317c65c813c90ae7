"""The files of works in each format, all together and one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.plain_json import json_bytes
from kennisbank.routes import entry_path, routes, work_path
from kennisbank.sources.formats.bibtex import bibtex
from kennisbank.sources.formats.csl_json import csl_json
from kennisbank.sources.formats.reference_list import in_list_order, named_in_order
from kennisbank.sources.formats.ris import ris

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kennisbank.library.library import Library
    from kennisbank.sources.works import Work


def source_files(library: Library, works: Mapping[str, Work]) -> dict[str, bytes]:
    """Return every file by its path in the site; an entry that cites no work has none."""
    texts = {key: _Texts(work) for key, work in works.items()}
    files: dict[str, bytes] = {}
    for path, listed in _lists(library, works):
        files |= _files(path, [texts[work.key] for work in listed])
    return files


def _lists(library: Library, works: Mapping[str, Work]) -> Iterator[tuple[str, list[Work]]]:
    """Yield the path without its ending and the works of each file, in the order of the list."""
    for work in works.values():
        yield work_path(work.key), [work]
    for key, entry in library.entries.items():
        if cited := named_in_order(library.cited_in(library.files[key].path), works):
            yield entry_path(f"{entry.address}/{key.id}/"), cited
    yield routes().LIBRARY_PATH, in_list_order(works.values())


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
