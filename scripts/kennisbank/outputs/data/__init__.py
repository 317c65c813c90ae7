"""The files of open data, by their path in the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.outputs.data.library_json import library_files
from kennisbank.outputs.data.source_files import source_files
from kennisbank.outputs.data.tables import table_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kennisbank.library.library import Library
    from kennisbank.sources.works import Work


def export_files(library: Library, works: Mapping[str, Work]) -> dict[str, bytes]:
    """Return every data file; the same library gives the same bytes."""
    return {
        **library_files(library, works),
        **table_files(library),
        **source_files(library, works),
    }
