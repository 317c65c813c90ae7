"""What looks like a link, a citation or a heading in a text is one, and is not shown as typed."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from kennisbank.entries.shapes import PROSE_FORMS
from kennisbank.hidden import HIDDEN
from kennisbank.problems import Rule, Severity
from kennisbank.reading.mention_patterns import CITATION, ENTRY_LINK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "stray-mark",
    "Tekens voor opmaak staan zo in de tekst dat lezers de tekens zelf zien.",
    "Verbeter de opmaak. Horen de tekens in de tekst, zet er dan een \\ voor.",
    Severity.WARNING,
)
_BULLET = "Begin elk punt van een lijst met '- '."
_LINK = "Schrijf [[soort:bestandsnaam]], zoals [[method:jobcrafting]], en buiten een tabel."
_CITE = "Schrijf [@sleutel], [@sleutel, p. 3] of [@een; @twee], met alleen dat tussen de haken."
# In code, after a backslash and in what is well written, nothing is astray.
_WELL_WRITTEN = re.compile(
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|\\[^\w\s]"
    r"|\[[^\[\]]*\]\(<?(?:(?:https?|mailto):|\.\./)[^\s<>]*>?\)|<(?:https?|mailto):[^\s<>]*>"
    rf"|{ENTRY_LINK.pattern}|{CITATION.pattern}",
    re.DOTALL,
)
_STRAY = {
    re.compile(r"\[\["): ("[[ zonder goede verwijzing", _LINK),
    re.compile(r"@\{|\[-@|\[@(?=[\s{])|\\cite\w*\{"): (
        "een bron die geen bron is",
        _CITE,
    ),
    re.compile(r"\]\("): (
        "een link die niet werkt",
        "Schrijf [woorden](https://…), zonder spatie.",
    ),
    re.compile(r"</?[a-z][a-z0-9]*(?: [^<>\n]*)?/?>", re.IGNORECASE): (
        "HTML, dat hier niet werkt",
        "Laat het weg. Schrijf **vet** of *schuin* met sterretjes.",
    ),
    re.compile(r"^[ \t]*[•▪●◦·‣][ \t]", re.MULTILINE): (
        "een bolletje dat geen lijst maakt",
        _BULLET,
    ),
    re.compile(r"^#{1,6} ", re.MULTILINE): (
        "een kop, en die kan hier niet",
        "Laat de # weg, of maak er een vette regel van: **Kop**.",
    ),
}
_ENTITY = re.compile(r"&#?\w{1,12};")
_TRIGGER = re.compile(
    r"[<•▪●◦·‣\\]|\]\(|^#|&\w*#|@\{"
    r"|\[\[(?![a-z-]+:[a-z0-9-]+(?:\]\]|\|[^\[\]|\n]+\]\]))|\[-?@(?![a-z0-9_-])",
    re.MULTILINE,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield the first stray mark of each sort in each text of an entry."""
    for file in library.files.values():
        for text in file.texts:
            if text.shape.form in PROSE_FORMS and _TRIGGER.search(text.text):
                for start, message, hint in _strays(text.text):
                    place = file.document.location_of_text(text.key_path, start)
                    yield RULE.problem(place, message, hint)


def _strays(markdown: str) -> Iterator[tuple[int, str, str]]:
    rest = _WELL_WRITTEN.sub(_blank, markdown)
    for pattern, (what, hint) in _STRAY.items():
        if found := pattern.search(rest):
            yield found.start(), f"hier staat {what}.", hint
    for found in _ENTITY.finditer(rest):
        if HIDDEN.search(unescape(found[0])):
            yield found.start(), "hier staat een code voor een onzichtbaar teken.", "Haal haar weg."


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks, with the ends of lines."""
    return re.sub(r"[^\n]", " ", match[0])
