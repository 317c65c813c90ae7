"""The words of a text as the search sees them, by the rules of the library's language."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kennisbank.messages import language
from kennisbank.outputs.search.languages import SearchLanguage, search_language

_APOSTROPHES = re.compile(r"(?<=\w)['’‘`´](?=\w)")
_ACCENTS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[a-z0-9]+")
# L&D and P & O; e-learning.
_LETTERS_JOINED = re.compile(r"(?<![a-z0-9])([a-z]) ?[&+] ?(?=[a-z](?![a-z0-9]))")
# C++ is no C, and neither is C#.
_PLUSES = re.compile(r"(?<=[a-z0-9])\+\+")
_SHARP = re.compile(r"(?<![a-z0-9])([a-z])#")
_LETTER_AND_WORD = re.compile(r"(?<![a-z0-9])([a-z])-(?=[a-z]{3})")
# Letters that do not fall apart into a letter and an accent.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d"})


def fold(text: str) -> str:
    """Return a text in small letters without accents; an apostrophe inside a word is dropped."""
    plain = text.lower()
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain.translate(_LETTERS)))
    return _APOSTROPHES.sub("", plain)


def words_of(text: str) -> list[str]:
    """Return the words of a text in order, stop words left out."""
    stop = rules().stop
    return [word for word in all_words_of(text) if word not in stop]


def all_words_of(text: str) -> list[str]:
    """Return the words of a text in order; a letter that is joined to something is no word."""
    signed = _SHARP.sub(r"\1sharp", _PLUSES.sub("plusplus", fold(text)))
    return _WORD.findall(_LETTER_AND_WORD.sub(r"\1", _LETTERS_JOINED.sub(r"\1", signed)))


def rules() -> SearchLanguage:
    """Return the rules of the language that is spoken."""
    return search_language(language())


def stem(word: str) -> str:
    """Return what all forms of a folded word share, in the language that is spoken."""
    return _stem(word, language())


@cache
def _stem(word: str, of: str) -> str:
    language = search_language(of)
    # "meting" becomes "met", which is no form of the word "met".
    if word in language.stop:
        return f"{word}."
    if len(word) < language.shortest or word.isdigit():
        return word
    for step in _compiled(of):
        for pattern, new in step:
            shorter, count = pattern.subn(new, word, count=1)
            if count:
                word = shorter
                break
    return word


@cache
def _compiled(of: str) -> list[list[tuple[re.Pattern[str], str]]]:
    return [
        [(re.compile(pattern), re.sub(r"\$(\d)", r"\\g<\1>", new)) for pattern, new in step]
        for step in search_language(of).steps
    ]
