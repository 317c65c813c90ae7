"""A name: a person in parts or an organisation whole, and how each place writes it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kennisbank.messages import language

# "PJ" as databases of articles write it; a name of three capitals is rarer than three initials.
_INITIALS_RUN = re.compile(r"[A-ZÀ-Þ]{2,3}")
# What people call somebody, which is no given name: Karin in "K. (Karin)".
_CALLED = re.compile(r"\([^()]*\)")
# Chr. and Th. are written by people who call themselves so.
_INITIAL_OF_MORE = re.compile(r"(?:Chr?|Ph|Th)\.")
_HYPHEN = "-‐‑"


@lru_cache(maxsize=100_000)
def initials_of(given: str) -> str:
    """Return the initials of given names, with their full stops."""
    given = _CALLED.sub(" ", given).strip() or given
    words = re.sub(rf"\.(?![{_HYPHEN}])", ". ", given).split()
    if len(words) == 1 and _INITIALS_RUN.fullmatch(words[0]):
        words = list(words[0])
    return " ".join(found for word in words if (found := _initials_of_word(word)))


def _initials_of_word(word: str) -> str:
    first, *more = [
        part for part in re.split(f"[{_HYPHEN}]", word) if any(map(str.isalpha, part))
    ] or [""]
    initials = [_initial(first)] if first else []
    initials += [_initial(part) for part in more if part[0].isupper()]
    return "-".join(initials)


def _initial(word: str) -> str:
    if _INITIAL_OF_MORE.fullmatch(word):
        return word
    letters = word[next(i for i, letter in enumerate(word) if letter.isalpha()) :]
    first = letters[:2] if letters.startswith("IJ") else letters[0]
    return f"{unicodedata.normalize('NFC', first.upper())}."


_RUN_OF_INITIALS = re.compile(r"[A-ZÀ-Þ]{4,5}")


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or an organisation (only `literal` is filled)."""

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def surname(self) -> str:
        """The surname with its prefix as written: van der Weide."""
        return self.literal or f"{self.prefix} {self.family}".strip()

    @property
    def alone(self) -> str:
        """The surname where it comes first or alone: Van der Weide, in Dutch."""
        if self.literal or self._is_small or language() != "nl":
            return self.surname
        return _capitalised(self.surname)

    @property
    def initials(self) -> str:
        """The first letters of the given names: Jean-Paul A. is J.-P. A."""
        found = initials_of(" ".join(self.given) if self._is_in_initials else self.given)
        return found.lower() if self._is_small and self.given.islower() else found

    @property
    def _is_small(self) -> bool:
        """Whether someone goes without capitals, as danah boyd; a prefix is another matter."""
        return self.surname.isalpha() and self.surname.islower()

    @property
    def _is_in_initials(self) -> bool:
        """Whether PCMH is four initials: beside a surname in capitals it may be a name."""
        return bool(_RUN_OF_INITIALS.fullmatch(self.given)) and not self.family.isupper()

    @property
    def is_in_capitals(self) -> bool:
        """Whether a person's surname is JANSEN; in two letters it may be what someone is called."""
        return bool(self.given) and len(self.family) > len("IJ") and self.family.isupper()

    @property
    def with_initials(self) -> str:
        """The name in running text: A. van der Weide."""
        return f"{self.initials} {self.surname}".strip()


def _capitalised(text: str) -> str:
    """Return a name with a capital in front; an apostrophe in front keeps it small: 't Hart."""
    return text[:1].upper() + text[1:]
