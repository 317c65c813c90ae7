"""The data files of the web form: what it asks, offers and checks, by kind and for all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kennisbank import suggestions
from kennisbank.checks import (
    RULES,
    bad_id,
    broken_link,
    change_order,
    duplicate_title,
    empty_field,
    faults,
    missing_field,
    redirect_clash,
    self_link,
    uncited,
    unfilled,
    unknown_citation,
    wrong_type,
)
from kennisbank.fields import validation, writing
from kennisbank.fields.base import Entry, earlier_ids
from kennisbank.fields.scaffold import MARKER
from kennisbank.fields.text_rules import ID_LENGTHS, ID_PATTERN, SPELT_UNKNOWN, unknown_word
from kennisbank.forms.description import demand_data, kind_description
from kennisbank.forms.patterns import for_browser
from kennisbank.invisible_characters import HIDDEN
from kennisbank.library.library import EntryFile
from kennisbank.messages import _, language
from kennisbank.pages.context import RenderContext
from kennisbank.plain_json import json_script
from kennisbank.problems import Severity
from kennisbank.reading import mention_patterns, rules
from kennisbank.reading.mention_patterns import CITATION, CITES, ENTRY_LINK
from kennisbank.sources.formats.reference_list import in_list_order
from kennisbank.sources.style.cluster import page_patterns, page_words

# Read from left to right as markdown-it does: what starts first wins, and inside code, addresses,
# links and after a backslash there are no mentions.
# What starts a new block ends code that is still open.
_BLOCK = r"\n[ \t]*(?:\n|`{3}|~{3}|[-+*>](?=\s)|\d{1,9}[.)](?=\s))"
_SKIPPED = (
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*\n)|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    rf"|(?P<ticks>`+)(?!`)(?:(?!{_BLOCK}).)+?(?<!`)(?P=ticks)(?!`)|`+"
    r"|<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+)>"
    r"|\\[\[@\\`]"
)
_LINK = (
    r"\[(?:[^\[\]`<\\]|<(?![A-Za-z][^<>\s]*>)|\\.|`[^`]*`|`(?![^`]*`)|\[(?!CITES|\[)[^\[\]`]*\])*\]"
    r"\(\s*(?:<[^<>\n]*>|[^\s()<>]*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
).replace("CITES", CITES)
SCANNED = re.compile(
    rf"{_SKIPPED}|(?P<entry>{ENTRY_LINK.pattern})|(?P<citation>{CITATION.pattern})|{_LINK}",
    re.DOTALL | re.MULTILINE,
)


_PATTERNS = {
    "hidden": HIDDEN,
    "scanned": SCANNED,
    "item": mention_patterns.ONE_ITEM,
    "citation": mention_patterns.CITATION,
    "entryLink": mention_patterns.ENTRY_LINK,
    "sentence": uncited.SENTENCE,
    "oddLetter": unknown_citation.ODD_LETTER,
    "notPlain": writing.NOT_PLAIN,
    "number": writing.NUMBER,
}
_WORDS = {
    "field": faults.FIELD,
    "point": faults.POINT,
    "wrong": wrong_type.MESSAGE,
    "choice": validation.CHOICE,
    "choices": validation.CHOICES,
    "joined": validation.JOINED,
    "didYouMean": suggestions.QUESTION,
    "empty": empty_field.MESSAGE,
    "emptyHint": empty_field.HINT,
    "missing": missing_field.MESSAGE,
    "badId": bad_id.MESSAGE,
    "badIdHint": bad_id.RULE.remedy,
    "citation": unknown_citation.MESSAGE,
    "oddLetter": unknown_citation.ODD_MESSAGE,
    "oddLetterHint": unknown_citation.ODD_HINT,
    "link": broken_link.MESSAGE,
    "incomplete": broken_link.INCOMPLETE,
    "incompleteHint": broken_link.INCOMPLETE_HINT,
    "noKind": broken_link.NO_KIND,
    "noKindHint": broken_link.NO_KIND_HINT,
    "selfLink": self_link.MESSAGE,
    "title": duplicate_title.MESSAGE,
    "titleHint": duplicate_title.HINT,
    "redirect": redirect_clash.MESSAGE,
    "later": change_order.LATER,
    "laterHint": change_order.LATER_HINT,
    "same": change_order.SAME,
    "sameHint": change_order.SAME_HINT,
    "hidden": rules.HIDDEN_MESSAGE,
    "hiddenHint": rules.HIDDEN_HINT,
    "unfilled": unfilled.MESSAGE,
    "unfilledHint": unfilled.HINT,
    "uncitedField": uncited.MESSAGE,
    "uncited": uncited.CLAIM_MESSAGE,
}


def _patterns() -> dict[str, re.Pattern[str]]:
    pages, page_word = page_patterns(language())
    return {
        **_PATTERNS,
        "claim": uncited.claim_pattern(language()),
        "untold": uncited.untold(language()),
        "pages": pages,
        "pageWord": page_word,
    }


def rule_data(kinds: Sequence[type[Entry]]) -> dict[str, Any]:
    """Return what every form checks with, whatever its kind."""
    return {
        "patterns": {name: for_browser(one.pattern) for name, one in _patterns().items()},
        "words": {name: _(message) for name, message in _WORDS.items()},
        "pages": page_words(),
        "remedies": {rule.code: rule.advice for rule in RULES},
        "warnings": [rule.code for rule in RULES if rule.severity is not Severity.ERROR],
        "id": {
            "pattern": for_browser(ID_PATTERN),
            "shortest": ID_LENGTHS.start,
            "longest": ID_LENGTHS[-1],
        },
        "alike": suggestions.ALIKE,
        "unknown": unknown_word(),
        "speltUnknown": demand_data(SPELT_UNKNOWN),
        "marker": _(MARKER),
        "width": writing.WIDTH,
        "kinds": [[kind.kind, kind.label.one_in_text, kind.folder] for kind in kinds],
    }


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
