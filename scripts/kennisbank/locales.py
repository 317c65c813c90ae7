"""Writes numbers and months as readers of the library do, from the data of Unicode."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from kennisbank.messages import language

if TYPE_CHECKING:
    from decimal import Decimal


def written_number(number: Decimal) -> str:
    """Return a number with the decimal sign of the language, as precise as it was written."""
    return f"{number:f}".replace(".", _signs(language())[0])


def thousands(count: int) -> str:
    """Return a whole number with a sign between the thousands."""
    return f"{count:,}".replace(",", _signs(language())[1])


# Where a noun has a capital wherever it stands.
_CAPITAL_NOUNS = frozenset({"de", "lb"})


def in_text(label: str) -> str:
    """Return a label as it stands within a sentence: small, unless it is a name or letters.

    Names, abbreviations and titles in which every word has a capital have more than their first.
    """
    if language() in _CAPITAL_NOUNS or label[1:] != label[1:].lower():
        return label
    return label[:1].lower() + label[1:]


@cache
def _signs(spoken: str) -> tuple[str, str]:
    """Return the sign before the decimals and the one between the thousands."""
    symbols = Locale.parse(spoken).number_symbols
    # Newer data has them for each way to write digits.
    western = symbols.get("latn", symbols)
    return western["decimal"], western["group"]
