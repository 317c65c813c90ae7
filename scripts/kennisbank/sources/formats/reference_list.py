"""Puts references in the order of a list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from markupsafe import Markup

from kennisbank.messages import pgettext
from kennisbank.sources.works import Work


def in_list_order(works: Iterable[Work]) -> list[Work]:
    """Return the works as they stand in a list of references."""
    return sorted(works, key=lambda work: work.form.order)


def named_in_order(keys: Iterable[str], works: Mapping[str, Work]) -> list[Work]:
    """Return the works with these keys, as far as they are there, in the order of the list."""
    return in_list_order(works[key] for key in keys if key in works)


def list_as_text(works: Iterable[Work]) -> str:
    """Return one reference on each line, without italics or links."""
    return "".join(f"{work.reference.striptags()}\n" for work in in_list_order(works))


def list_as_html(works: Iterable[Work]) -> str:
    """Return a list with an address for each work: source- and its key, as pages have it."""
    # A key from elsewhere may hold a space, which no id can.
    item, start = Markup('<li id="{}-{}">{}</li>\n'), pgettext("anchor", "source")
    rows = (item.format(start, quote(work.key), work.reference) for work in in_list_order(works))
    return f"<ul>\n{''.join(rows)}</ul>\n"


def list_as_json(works: Iterable[Work]) -> str:
    """Return a list of objects; reference, parenthetical and narrative are HTML."""
    rows = [
        {
            "key": work.key,
            "reference": work.reference,
            "parenthetical": work.form.in_parentheses,
            "narrative": work.form.in_sentence,
        }
        for work in in_list_order(works)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
