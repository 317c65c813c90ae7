"""A library says itself how bad it is what a rule finds, where nothing rests on that rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity
from kennisbank.suggestions import did_you_mean

RULE = Rule(
    "bad-severity",
    N_("Under 'severity', kennisbank.yml holds a rule or a severity that does not exist."),
    N_("Write the code of a rule with error, warning or off after it."),
)
OFF = "off"
_WORDS = (*(one.value for one in Severity), OFF)
# Rules of style and upkeep. On all others rests what a page shows, or what is safe to publish.
ADJUSTABLE = (
    *("title-case", "duplicate-work", "duplicate-title", "orphan", "unused-source", "uncited"),
    *("loose-citation", "unproven", "source-field", "unfilled-source", "stray-mark"),
    *("future-date", "change-order", "lost-address", "misleading-address", "personal-data"),
    *("self-link", "unused-field", "as-written", "leftover-file", "left-over"),
    *("long-sentence", "stiff-word", "summary-readability", "summary-sentences"),
)
# What people write where a rule is to be silent.
_SILENT = ("false", "no", "none", "ignore", "uit", "nee", "0")


def find(library: Library) -> Iterator[Problem]:
    """Yield each rule that is not there or not to be changed, and each word that is no severity."""
    if not library.configuration:
        return
    for code, word in library.severities.items():
        path = ("severity", code)
        if code not in ADJUSTABLE:
            place = library.configuration.location_of(path, of_key=True)
            hint = did_you_mean(code, ADJUSTABLE) or _(
                "Choose from: {words}.", words=", ".join(ADJUSTABLE)
            )
            yield RULE.problem(
                place, _("the severity of '{code}' cannot be chosen.", code=code), hint
            )
        if word not in _WORDS:
            place = library.configuration.location_of(path)
            meant = OFF if word.casefold() in _SILENT else word
            hint = did_you_mean(meant, _WORDS) or _(
                "Choose from: {words}.", words=", ".join(_WORDS)
            )
            yield RULE.problem(place, _("'{word}' is no severity.", word=word), hint)


def with_severities(
    problems: Iterable[Problem], severities: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield problems as bad as the library says that they are; what is off is not told."""
    for one in problems:
        word = severities.get(one.code, "") if one.code in ADJUSTABLE else ""
        if word in _WORDS and word != OFF:
            yield replace(one, severity=Severity(word))
        elif word != OFF:
            yield one
