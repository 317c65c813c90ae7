"""What the comparison shows of each method, in files that its page loads for those it compares.

A short list has all of it in the page, and no such files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.pages.chooser import BESIDE, column_of, starts
from kennisbank.plain_json import json_script

if TYPE_CHECKING:
    from kennisbank.pages.chooser import Column
    from kennisbank.pages.context import RenderContext

FOLDER = "assets/compared"


def compared_files(context: RenderContext) -> dict[str, bytes]:
    """Return the files; the number of each is its place among the first ids that the page has."""
    if not starts(context):
        return {}
    targets = sorted(context.site_map.of(context.library.rated), key=lambda one: one.key.id)
    cut = [targets[start : start + BESIDE] for start in range(0, len(targets), BESIDE)]
    return {
        f"{FOLDER}/{number}.js": json_script(
            "kennisbankCompared",
            str(number),
            {one.key.id: _data(column_of(context, one)) for one in chunk},
        )
        for number, chunk in enumerate(cut)
    }


def _data(column: Column) -> dict[str, object]:
    return {
        "title": column.target.title,
        "address": column.target.address,
        "cells": column.cells,
    }
