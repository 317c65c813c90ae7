"""What claims a measured number, a finding or an effect names its source."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kennisbank.checks.faults import FIELD
from kennisbank.fields.specs import field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import SourceType
from kennisbank.problems import Rule, Severity
from kennisbank.reading.mentions import find_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.fields.base import Entry
    from kennisbank.fields.specs import Text
    from kennisbank.library.library import EntryFile, Library
    from kennisbank.problems import Problem

RULE = Rule(
    "uncited",
    "Een zin met een gemeten getal of een onderzoeksuitkomst noemt geen bron, of een veld dat "
    "een bron vraagt heeft er geen. Jaartallen, stappen en aantallen tellen niet.",
    "Zet de bron in de zin: [@sleutel]. Is er geen bron, schrijf dan 'onbekend' of haal de "
    "uitspraak weg.",
    Severity.WARNING,
)
# Only numbers that measure: years, "stap 1", "24 factoren" and counts of people need no source of
# their own. Verbs like "vergroot" and "leidt tot" stay out: in most sentences they claim nothing.
_STUDY = r"(?<!wat )\b(?:onderzoek|onderzoeken|onderzoekers|studie|studies)"
# Who misspells "onbekend" hears that, and is not asked for the source of it, too.
UNTOLD = re.compile(rf"\s*(?:{UNKNOWN}\s*\.?\s*)?", re.IGNORECASE)
MESSAGE = f"{FIELD} noemt geen bron."
CLAIM_MESSAGE = "deze zin noemt geen bron bij '{claim}'."
# Each with the signs of which it holds at least one: most texts hold none, and need no search.
_CLAIMS = {
    ("%", "‰", "procent"): r"\d[\d.,]*\s?(?:%(?!-)|‰|procent\b)",
    ("€", "euro"): r"€\s?\d[\d.,]*|\d[\d.,]*\s?euro\b",
    ("=", "<", ">"): r"\b[dpr]\s?[=<>]\s?-?\d+,\d+|\bn\s?=\s?\d+",
    ("keer",): r"\d keer (?:zo|meer|minder|vaker)\b",
    ("significant",): r"\bsignificant\w*",
    ("onderzoek", "studie"): rf"{_STUDY} (?:laat|laten) (?:\w+ )?zien\b"
    rf"|{_STUDY} (?:toont|tonen)\b"
    rf"|{_STUDY} (?:wijst|wijzen) uit\b"
    r"|\buit (?:\w+ )?(?:onderzoek|studies) blijkt\b"
    r"|\bblijkt uit (?:\w+ )?(?:onderzoek|studies)\b",
}
_SIGNS = tuple(sign for signs in _CLAIMS for sign in signs)
CLAIM = re.compile("|".join(_CLAIMS.values()), re.IGNORECASE)
SENTENCE = re.compile(r"\S.*?(?:[.?!](?=\s+[\"'‘“(]?[A-ZÀ-Þ@])|\Z)", re.DOTALL)


def find(library: Library) -> Iterator[Problem]:
    """Yield each sentence that claims something, and each field that asks a source, without one."""
    for file in library.files.values():
        for text in file.texts:
            told = text.spec.field_type.written and not UNTOLD.fullmatch(text.text)
            if told and not _has_own_source(file, text):
                yield from _problems(file, text)


def _has_own_source(file: EntryFile, text: Text) -> bool:
    """Return whether the entry, or the group of fields around the text, names its source itself."""
    return _names_source(file.kind, str(text.key_path[0]))


@cache
def _names_source(kind: type[Entry], name: str) -> bool:
    fields = {spec.name: spec for spec in field_specs(kind)}
    part = fields[name].group
    around = [*fields.values(), *(field_specs(part) if part else ())]
    return any(isinstance(spec.field_type, SourceType) for spec in around)


def _problems(file: EntryFile, text: Text) -> Iterator[Problem]:
    if text.spec.cited and not find_citations(text.text):
        place = file.document.location_of_text(text.key_path, 0)
        message = MESSAGE.format(name=text.spec.name, title=text.spec.title)
        yield RULE.problem(place, message)
        return
    # Steps say what to do; nobody measured them.
    lowered = text.text.lower()
    if text.spec.ordered or not any(sign in lowered for sign in _SIGNS):
        return
    for sentence in SENTENCE.finditer(text.text):
        claim = CLAIM.search(sentence[0])
        if claim and not find_citations(sentence[0]):
            place = file.document.location_of_text(text.key_path, sentence.start() + claim.start())
            yield RULE.problem(place, CLAIM_MESSAGE.format(claim=claim[0]))
