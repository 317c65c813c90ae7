"""What the comparison and the chooser show of each method, in files that their pages load.

A short list has all of it in the page, and no such files.
"""

from __future__ import annotations

from collections.abc import Sequence

from kennisbank.library.library import EntryKey
from kennisbank.pages.chooser import (
    BESIDE,
    choice_card,
    column_of,
    is_long,
    recommendable,
    starts,
)
from kennisbank.pages.chooser_row import ChooserRow, row_of, rows
from kennisbank.pages.context import Name, Parts, RenderContext
from kennisbank.plain_json import json_script

FOLDER = "assets/compared"


def compared_files(context: RenderContext) -> dict[str, bytes]:
    """Return the files; the number of each is its place among the first ids that the page has."""
    if not starts(context):
        return {}
    targets = sorted(context.site_map.of(context.library.rated), key=lambda one: one.key.id)
    columns = context.each(column, [one.key for one in targets])
    data = [(one.key.id, *held) for one, held in zip(targets, columns, strict=True)]
    cut = [data[start : start + BESIDE] for start in range(0, len(data), BESIDE)]
    return {
        f"{FOLDER}/{number}.js": json_script(
            "kennisbankCompared",
            str(number),
            dict(chunk),
        )
        for number, chunk in enumerate(cut)
    }


CHOICES = "assets/choices"


def choice_files(context: RenderContext) -> dict[str, bytes]:
    """Return what the rule asks of every method in one file, and their cards in files of fifty.

    Both have the order of the rule. What many methods share stands once, so that one file has
    ten thousand of them.
    """
    found = rows(context) if context.library.rated else []
    if not is_long(found):
        return {}
    shown = recommendable(found)
    made = [one for (one,) in context.each(card, [one.target.key for one in shown])]
    starts = range(0, len(made), BESIDE)
    cards = {str(start // BESIDE): made[start : start + BESIDE] for start in starts}
    data = {"index": _asked(shown), **cards}
    return {
        f"{CHOICES}/{name}.js": json_script("kennisbankChoices", name, content)
        for name, content in data.items()
    }


def _asked(shown: Sequence[ChooserRow]) -> dict[str, object]:
    """Return for each thing that the rule asks its values, and which of them each method has."""
    asked = [
        {
            "effort": str(one.candidate.effort),
            "levels": " ".join(f"{name}:{level}" for name, level in one.candidate.levels.items()),
            **{name: " ".join(sorted(fits)) for name, fits in one.candidate.fits.items()},
        }
        for one in shown
    ]
    return {name: _shared([one[name] for one in asked]) for name in asked[0]} if asked else {}


def _shared(values: Sequence[str]) -> tuple[list[str], list[int]]:
    known = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return [*known], [known[value] for value in values]


def column(context: RenderContext, name: Name) -> Parts:
    """Return what the comparison loads of a method."""
    target = context.site_map.targets[EntryKey(*name)]
    cells = {row: tuple(map(str, texts)) for row, texts in column_of(context, target).cells.items()}
    return ({"title": target.title, "address": target.address, "cells": cells},)


def card(context: RenderContext, name: Name) -> Parts:
    """Return what the chooser loads of a method."""
    row = row_of(context, context.site_map.targets[EntryKey(*name)])
    return (choice_card(context, row),)
