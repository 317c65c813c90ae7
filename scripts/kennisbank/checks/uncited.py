"""What claims a measured number, a finding or an effect names its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kennisbank.fields.base import Entry
from kennisbank.fields.specs import Text, field_specs
from kennisbank.fields.text_rules import unknown_words
from kennisbank.fields.types import SourceType
from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import N_, _, language
from kennisbank.problems import Problem, Rule, Severity

RULE = Rule(
    "uncited",
    N_(
        "A sentence with a measured number or a result of research names no source, or a field "
        "that asks for a source has none. Years, steps and counts do not matter."
    ),
    N_(
        "Put the source in the sentence: [@key]. If there is no source, write 'unknown' or remove "
        "the claim."
    ),
    Severity.WARNING,
)


# Who misspells "unknown" hears that, and is not asked for the source of it, too.
@cache
def untold(spoken: str) -> re.Pattern[str]:
    """Return the pattern of a text that is empty, or unknown in the words of a language."""
    words = "|".join(map(re.escape, unknown_words(spoken)))
    return re.compile(rf"\s*(?:(?:{words})\s*\.?\s*)?", re.IGNORECASE)


MESSAGE = N_("‘{title}’ (field '{name}') names no source.")
CLAIM_MESSAGE = N_("this sentence names no source for '{claim}'.")
# Only numbers that measure: years, "step 1", "24 factors" and counts of people need no source of
# their own. Verbs like "increases" and "leads to" stay out: in most sentences they claim nothing.
# Each with the signs of which it holds at least one: most texts hold none, and need no search.
_Claims = dict[tuple[str, ...], str]
_IN_ANY_LANGUAGE: _Claims = {
    ("%", "‰"): r"\d[\d.,]*\s?(?:%(?!-)|‰)",
    ("€", "$", "£"): r"[€$£]\s?\d[\d.,]*",
    ("=", "<", ">"): r"\b[dpr]\s?[=<>]\s?-?\d*[.,]\d+|\bn\s?=\s?\d+",
}
_DUTCH_STUDY = r"(?<!wat )\b(?:onderzoek|onderzoeken|onderzoekers|studie|studies)"
_ENGLISH_STUDY = r"\b(?:research|researchers|stud(?:y|ies)|trials?|experiments?|meta-analys[ei]s)"
# A language that is not here has the signs above only.
_IN_WORDS: dict[str, _Claims] = {
    "nl": {
        ("procent",): r"\d[\d.,]*\s?procent\b",
        ("euro",): r"\d[\d.,]*\s?euro\b",
        ("keer",): r"\d keer (?:zo|meer|minder|vaker)\b",
        ("significant",): r"\bsignificant\w*",
        ("onderzoek", "studie"): rf"{_DUTCH_STUDY} (?:laat|laten) (?:\w+ )?zien\b"
        rf"|{_DUTCH_STUDY} (?:toont|tonen)\b"
        rf"|{_DUTCH_STUDY} (?:wijst|wijzen) uit\b"
        r"|\buit (?:\w+ )?(?:onderzoek|studies) blijkt\b"
        r"|\bblijkt uit (?:\w+ )?(?:onderzoek|studies)\b",
    },
    "en": {
        ("percent", "per cent"): r"\d[\d.,]*\s?per ?cent\b",
        ("euro", "dollar", "pound"): r"\d[\d.,]*\s?(?:euros?|dollars?|pounds)\b",
        ("times",): r"\d times (?:as|more|less|fewer)\b",
        ("significan",): r"\bsignifican(?:t|tly|ce)\b",
        ("research", "stud", "trial", "experiment", "meta-analys"): rf"{_ENGLISH_STUDY} (?:\w+ )?"
        r"(?:shows?|showed|shown|finds?|found|demonstrates?|demonstrated|indicates?|reveals?)\b"
        r"|\baccording to (?:\w+ )?(?:research|studies)\b",
    },
}
SENTENCE = re.compile(r"\S.*?(?:[.?!](?=\s+[\"'‘“(]?[A-ZÀ-Þ@])|\Z)", re.DOTALL)


@cache
def claim_pattern(language: str) -> re.Pattern[str]:
    """Return what claims something in a text of a language."""
    claims = _IN_ANY_LANGUAGE | _IN_WORDS.get(language, {})
    return re.compile("|".join(claims.values()), re.IGNORECASE)


@cache
def _signs(language: str) -> tuple[str, ...]:
    claims = _IN_ANY_LANGUAGE | _IN_WORDS.get(language, {})
    return tuple(sign for signs in claims for sign in signs)


def find(library: Library) -> Iterator[Problem]:
    """Yield each sentence that claims something, and each field that asks a source, without one."""
    for file in library.files.values():
        for text in file.texts:
            told = text.spec.field_type.written and not untold(language()).fullmatch(text.text)
            if told and not _names_source(file.kind, str(text.key_path[0])):
                yield from _problems(file, text)


@cache
def _names_source(kind: type[Entry], name: str) -> bool:
    """Return whether the entry, or the group of fields around a text, names its source itself."""
    fields = {spec.name: spec for spec in field_specs(kind)}
    part = fields[name].group
    around = [*fields.values(), *(field_specs(part) if part else ())]
    return any(isinstance(spec.field_type, SourceType) for spec in around)


def _problems(file: EntryFile, text: Text) -> Iterator[Problem]:
    cited = [one.offset for one in file.citations if one.key_path == text.key_path]
    if text.spec.cited and not cited:
        place = file.document.location_of_text(text.key_path, 0)
        message = _(MESSAGE, name=text.spec.name, title=text.spec.title)
        yield RULE.problem(place, message)
        return
    # Steps say what to do; nobody measured them.
    lowered = text.text.lower()
    if text.spec.ordered or not any(sign in lowered for sign in _signs(language())):
        return
    for sentence in SENTENCE.finditer(text.text):
        claim = claim_pattern(language()).search(sentence[0])
        if claim and not any(sentence.start() <= one < sentence.end() for one in cited):
            place = file.document.location_of_text(text.key_path, sentence.start() + claim.start())
            yield RULE.problem(place, _(CLAIM_MESSAGE, claim=claim[0]))
