"""Writes numbers and money as readers of the library do, from the data of Unicode."""

from __future__ import annotations

import re
from contextvars import ContextVar
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import (
    get_currency_name,
    get_currency_symbol,
    get_territory_currencies,
    list_currencies,
)
from markupsafe import Markup

from kennisbank.messages import language


def written_number(number: Decimal) -> str:
    """Return a number with the decimal sign of the language, as precise as it was written."""
    return f"{number:f}".replace(".", _signs(language())[0])


def thousands(count: int) -> str:
    """Return a whole number with a sign between the thousands."""
    return f"{count:,}".replace(",", _signs(language())[1])


def html_language() -> Markup:
    """Return the attributes that tell a browser the language, and which way it is written."""
    attributes = Markup('lang="{}"').format(language())
    is_ltr = Locale.parse(language()).text_direction == "ltr"
    return attributes if is_ltr else attributes + Markup(' dir="rtl"')


# Of languages that belong to no country, such as Esperanto.
_ELSEWHERE = "EUR"
_currency: ContextVar[str] = ContextVar("currency", default="")


def count_in(currency: str) -> None:
    """Count money in a currency from now on; with nothing, in that of the language."""
    _currency.set(currency)


def currency() -> str:
    """Return the code of the currency that the library counts in, like `EUR`."""
    return _currency.get() or _currency_of(language())


@cache
def _currency_of(spoken: str) -> str:
    """Return the currency of the country where most people speak a language."""
    full = Locale.parse(get_global("likely_subtags").get(spoken, spoken))
    return next(iter(get_territory_currencies(full.territory or "")), _ELSEWHERE)


def is_currency(code: str) -> bool:
    """Return whether ISO 4217 has a code."""
    return code in list_currencies()


def code_of_currency(written: str) -> str:
    """Return the code that somebody meant by a sign, a name or small letters; or nothing."""
    if is_currency(code := written.strip().upper()):
        return code
    spoken, said = Locale.parse(language()), written.strip().casefold()
    known = (spoken.currencies, spoken.currency_symbols)
    found = [
        code
        for code in sorted(list_currencies())
        if any(said == names.get(code, "").casefold() for names in known)
    ]
    return found[0] if len(found) == 1 else ""


def currency_name() -> str:
    """Return what an amount is counted in, as a sentence has it: euros."""
    return get_currency_name(currency(), count=2, locale=language())


def money(amount: str) -> str:
    """Return a written number with the sign of the currency: €1,240."""
    before, after = _around_money(currency(), language())
    return f"{before}{amount}{after}"


@cache
def _around_money(code: str, spoken: str) -> tuple[str, str]:
    """Return what stands before and behind a number; letters and digits never touch.

    The spaces are those of the locale, so that no line ends between a sign and its number.
    """
    pattern = Locale.parse(spoken).currency_formats["standard"].pattern.partition(";")[0]
    before, after = re.split(r"[#0.,]+", pattern)
    sign = get_currency_symbol(code, spoken)
    gap = "\u00a0" if sign[-1:].isalpha() and before.endswith("¤") else ""
    return before.replace("¤", sign + gap), after.replace("¤", sign)


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
