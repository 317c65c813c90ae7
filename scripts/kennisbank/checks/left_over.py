"""No sentence of a template stays behind: what says how to fill in a field is not its content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisbank.fields.specs import Text
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity

RULE = Rule(
    "left-over",
    N_("In a text stands a sentence of a template, which says what is to come there."),
    N_("Replace it with your own text, or take it away."),
    Severity.WARNING,
)
# What generators of sites, templates of issues and people in haste leave behind.
_TEMPLATE = re.compile(
    r"\blorem ipsum\b"
    r"|^\W*(?:TODO|TBD|TBC|FIXME|XXX|T\.B\.D\.)\b"
    r"|\b(?:insert|add|enter|write|put|describe|replace|fill in)\b[^.!?\n]{0,60}"
    r"\b(?:text|content|description|details|summary|title|name) here\b"
    r"|\byour (?:text|content|description|summary|title|name) (?:goes )?here\b"
    r"|\breplace (?:this|the) (?:text|sentence|paragraph|placeholder)\b"
    r"|\bthis (?:text|page|section) is (?:a placeholder|under construction)\b"
    r"|\b(?:vul|schrijf|typ|beschrijf|zet) hier\b"
    r"|\bhier komt (?:de|een|nog) (?:tekst|beschrijving|uitleg|samenvatting)\b"
    r"|\b(?:vervang|verander) (?:deze|dit) (?:tekst|zin|alinea)\b",
    re.IGNORECASE | re.MULTILINE,
)
# In small letters; a text without any of these, as nearly all are, is looked at no further.
_MAYBE = (
    *("lorem", "todo", "tbd", "tbc", "t.b.d", "fixme", "xxx", " here", "replace", "placeholder"),
    *("construction", "hier", "verv", "verander"),
)
# Shorter help and examples are words that an entry may well have.
_LONG = 25


def find(library: Library) -> Iterator[Problem]:
    """Yield the first such sentence of each text."""
    for file in library.files.values():
        for text in file.texts:
            if text.spec.field_type.is_read and (start := _start(text)) is not None:
                place = file.document.location_of_text(text.key_path, start)
                message = _("this is a sentence of a template, which says what is to come here.")
                hint = _("Write your own text instead: {help}", help=text.spec.help)
                yield RULE.problem(place, message, hint)


def _start(text: Text) -> int | None:
    folded = text.text.casefold()
    if any(word in folded for word in _MAYBE) and (found := _TEMPLATE.search(text.text)):
        return found.start()
    help_text = text.spec.help
    if len(help_text) >= _LONG and help_text in text.text:
        return text.text.index(help_text)
    return None
