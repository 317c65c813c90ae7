"""The author field of a source becomes names: people in parts, and organisations whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from kennisbank.citations.initials import initials_of
from kennisbank.reading.latex import plain_text

_LABELLED = re.compile(r"\s*(given|family|prefix|suffix)\s*=\s*(.*)", re.DOTALL)
_OTHERS = "others"
# "et al." and "e.a." are what BibTeX calls others; capitals would be someone's initials.
_ET_AL = re.compile(r"(?<![\s,])[\s,]++(?:and\s+)?\{?(?:et\s+al\.?|e\.\s?a\.)\}?\s*$")
# Where the splitter takes these for a given name or for "Jr.", they belong to the surname.
_PREFIXES = frozenset(
    "van de den der het 't ’t te ten ter von zu di da la le v.d. vd".split()  # noqa: SIM905
)
# Flemish surnames start with a capital, which BibTeX takes for one more given name.
_FLEMISH = frozenset("Van De Den Der Het Te Ten Ter Vande Vanden Vander Von La Le".split())  # noqa: SIM905
# These divide names in other places than a .bib file, where only "and" does.
_DIVIDERS = re.compile(r";|\s(?:\\?&|en|et)\s")
_BRACE = re.compile(r"([{}])")
_SUFFIX = re.compile(
    r"(?:jr|sr|[ivx]{1,5}|\d+(?:st|nd|rd|th)|junior|senior|esq|ph\.?d|m\.?d)\.?", re.IGNORECASE
)
# Nobody is called so: without braces an organisation would become a person.
_ORGANISATION = re.compile(
    r"(?:Centraal|Centrum|Commissie|European|Gemeente|Hogeschool|Instituut|Ministerie|National"
    r"|Nationaal|Provincie|Raad|Sociaal[\w-]*|Stichting|Universiteit|Vereniging|World)\s[^,]+"
    r"|[^,]+\s(?:voor|for|of|the)\s[^,]+"
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
        """The surname where it comes first or alone: Van der Weide, but 't Hart and boyd."""
        return self.literal or (self.surname if self._is_small else capitalised(self.surname))

    @property
    def initials(self) -> str:
        """The first letters of the given names: Jean-Paul A. is J.-P. A."""
        found = initials_of(self.given)
        return found.lower() if self._is_small and self.given.islower() else found

    @property
    def _is_small(self) -> bool:
        """Whether someone goes without capitals, as danah boyd; a prefix is another matter."""
        return self.surname.isalpha() and self.surname.islower()

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
    latex = _ET_AL.sub(f" and {_OTHERS}", latex)
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


def _name(written: str) -> Name | None:
    text = written.strip().rstrip(",")
    if _is_whole_group(text):
        return Name(literal=plain_text(text))
    if labelled := _labelled(text):
        return labelled
    bare = _without_groups(text)
    if not plain_text(text) or _DIVIDERS.search(bare) or _ORGANISATION.fullmatch(bare):
        return None
    try:
        parts = parse_single_name_into_parts(text)
    except InvalidNameError:
        return None
    given, prefix, family, suffix = (
        plain_text(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    if suffix and not prefix and _PREFIXES.issuperset(suffix.split()):
        suffix, prefix = "", suffix
    if suffix and not _SUFFIX.fullmatch(suffix):
        return None
    given, before = _without_prefix(given)
    prefix = f"{before} {prefix}".strip()
    if prefix in _FLEMISH:
        # As BibTeX reads "De Stobbeleir, Katleen".
        family, prefix = f"{prefix} {family}", ""
    return Name(family or given, given if family else "", prefix, suffix)


def _without_prefix(given: str) -> tuple[str, str]:
    """Part given names from a prefix behind them: "Berg, J. van den", "Katleen De Stobbeleir"."""
    words = given.split()
    start = len(words)
    while start and words[start - 1] in _PREFIXES:
        start -= 1
    # A Flemish prefix comes behind a given name; by itself the same word is one.
    if start > 1 and words[start - 1] in _FLEMISH:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def _without_groups(text: str) -> str:
    """Return a name without what stands in braces, however deep."""
    depth = 0
    kept: list[str] = []
    for part in _BRACE.split(text):
        depth = max(0, depth + {"{": 1, "}": -1}.get(part, 0))
        if not depth and part != "}":
            kept.append(part)
    return "".join(kept)


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
