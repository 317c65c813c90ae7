"""The author field of a source becomes names: people in parts, and organisations whole."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from kennisbank.reading.latex import plain_text

_LABELLED = re.compile(r"\s*(given|family|prefix|suffix)\s*=\s*(.*)", re.DOTALL)
# "PJ" as databases of articles write it; a name of three capitals is rarer than three initials.
_RUN_OF_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,3}")
_OTHERS = "others"
# Where the splitter takes these for a given name or for "Jr.", they belong to the surname.
_PREFIXES = frozenset(
    "van de den der het 't ’t te ten ter von zu di da la le v.d. vd".split()  # noqa: SIM905
)


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
        """The surname where it comes first or alone: Van der Weide, but 't Hart."""
        return self.literal or capitalised(self.surname)

    @property
    def initials(self) -> str:
        """The first letters of the given names: Jean-Paul A. is J.-P. A."""
        return initials_of(self.given)

    @property
    def with_initials(self) -> str:
        """The name in running text: A. van der Weide."""
        return f"{self.initials} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class Names:
    """The names in one field, whether there were others, and the ones that cannot be split."""

    known: tuple[Name, ...] = ()
    others: bool = False
    faults: tuple[str, ...] = ()


def names_of(latex: str) -> Names:
    """Return the names of an author, editor or translator field; braces are still in it.

    Names are split first and decoded after: decoding takes away the braces that keep an
    organisation together.
    """
    written = split_multiple_persons_names(latex) if latex.strip() else []
    names = [one for one in written if one.strip() and one.strip() != _OTHERS]
    others = any(one.strip() == _OTHERS for one in written)
    known = [(one, _name(one)) for one in names]
    faults = tuple(plain_text(one) or one for one, name in known if name is None)
    shown = [name or Name(literal=plain_text(one)) for one, name in known]
    return Names(tuple(name for name in shown if name.surname), others, faults)


def capitalised(text: str) -> str:
    """Return a name with a capital in front; an apostrophe in front keeps it small: 't Hart."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=100_000)
def initials_of(given: str) -> str:
    """Return the initials of given names, with their full stops."""
    words = given.replace(".", ". ").split()
    if len(words) == 1 and _RUN_OF_INITIALS.fullmatch(words[0]):
        words = list(words[0])
    return " ".join(found for word in words if (found := _initials_of_word(word)))


def _initials_of_word(word: str) -> str:
    first, *more = [part for part in re.split("[-‐‑]", word) if any(map(str.isalpha, part))] or [""]
    initials = [_initial(first)] if first else []
    initials += [_initial(part) for part in more if part[0].isupper()]
    return "-".join(initials)


def _initial(word: str) -> str:
    letters = word[next(i for i, letter in enumerate(word) if letter.isalpha()) :]
    first = letters[:2] if letters.startswith("IJ") else letters[0]
    return f"{unicodedata.normalize('NFC', first.upper())}."


def _name(written: str) -> Name | None:
    text = written.strip()
    if not plain_text(text):
        return None
    if _is_whole_group(text):
        return Name(literal=plain_text(text))
    if labelled := _labelled(text):
        return labelled
    try:
        parts = parse_single_name_into_parts(text)
    except InvalidNameError:
        return None
    given, prefix, family, suffix = (
        plain_text(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    if suffix and not prefix and _PREFIXES.issuperset(suffix.split()):
        suffix, prefix = "", suffix
    if not prefix:
        given, prefix = _without_prefix(given)
    return Name(family or given, given if family else "", prefix, suffix)


def _without_prefix(given: str) -> tuple[str, str]:
    """Part given names from a prefix behind them: Dutch catalogues write "Berg, J. van den"."""
    words = given.split()
    start = len(words)
    while start and words[start - 1] in _PREFIXES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def _labelled(text: str) -> Name | None:
    """Read the long form of biblatex: family=Weide, given=Arjen, prefix=van der."""
    found = [_LABELLED.fullmatch(part) for part in text.split(",")]
    parts = {match[1]: plain_text(match[2].strip('" ')) for match in found if match}
    if len(parts) < len(found) or "family" not in parts:
        return None
    return Name(**parts)


def _is_whole_group(text: str) -> bool:
    """Return whether one pair of braces holds the whole name, which makes it an organisation."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for index, mark in enumerate(text):
        depth += {"{": 1, "}": -1}.get(mark, 0)
        if not depth:
            return index == len(text) - 1
    return False
