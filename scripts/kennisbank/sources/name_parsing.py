"""Reads the author field of a source as names of persons and organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from kennisbank.sources.bibtex.latex import plain_text
from kennisbank.sources.names import Name

# These divide names in other places than a .bib file, where only "and" does.
_DIVIDERS = re.compile(r";|\s(?:\\?&|en|et)\s")
_BRACE = re.compile(r"([{}])")
_ORGANISATION_WORDS = (
    r"[Ff]onds|(?:Plan)?[Bb]ureau|\w*[Uu]niversiteit|University|Hogeschool|Instituut|Institute"
    r"|Stichting|Foundation|Vereniging|Association|\w*[Cc]entrum|Inspectie|Onderzoek|Platform"
    r"|Netwerk|Adviesraad|Academie|Consortium|Council|Committee|Department|Agentschap|B\.V\.|bv"
)
# Nobody is called so: without braces an organisation would become a person.
_ORGANISATION = re.compile(
    r"(?:Centraal|Centrum|Commissie|European|Gemeente|Ministerie|National|Nationaal|Provincie"
    r"|Raad|Sociaal[\w-]*|World)\s[^,]+"
    r"|[^,]+\s(?:voor|for|of|the)\s[^,]+"
    r"|(?:Eerste|Tweede)\sKamer(?:\s[^,]+)?"
    rf"|(?=[^,]+$)(?=.*\s)(?:.*\s)?(?:{_ORGANISATION_WORDS})(?:\s.*)?"
)
IN_BRACKETS = re.compile(r"\((?:red|eds?|vert|trans)\b", re.IGNORECASE)


# What programs write where they have no name.
_NOBODY = re.compile(
    r"(?:undefined|null|none|nan|n/?a|unknown|onbekend|\[object object\])"
    r"(?:,? (?:undefined|null))?",
    re.IGNORECASE,
)


def is_nobody(written: str) -> bool:
    """Return whether a name is the word of a program, or of a person, for none."""
    return bool(_NOBODY.fullmatch(written.strip("{} ")))


# Of a surname in Dutch; in the middle of given names they begin the surname of the next person.
_BETWEEN = re.compile(r"\S+ (?:van|de|den|der|ten|ter|het|'t|’t)(?: (?:de|den|der|het))? [A-Z]")


def is_no_person(written: str) -> bool:
    """Return whether a name, as far as it stands in no braces, cannot be that of one person."""
    bare = _without_groups(written)
    first, *others = (part.strip() for part in bare.split(","))
    # Behind a surname these are initials: "Bonfiglio, Diane B.V.".
    parts = (first, *(one.removesuffix(" B.V.") for one in others))
    is_divided = _DIVIDERS.search(bare) or IN_BRACKETS.search(bare)
    return bool(is_divided) or any(map(_ORGANISATION.fullmatch, parts))


def _without_groups(text: str) -> str:
    """Return a name without what stands in braces, however deep."""
    depth = 0
    kept: list[str] = []
    for part in _BRACE.split(text):
        depth = max(0, depth + {"{": 1, "}": -1}.get(part, 0))
        if not depth and part != "}":
            kept.append(part)
    return "".join(kept)


_LABELLED = re.compile(r"\s*([a-z-]+)\s*=\s*(.*)", re.DOTALL)
_LABELS = frozenset(("given", "family", "prefix", "suffix"))
# Where the splitter takes these for a given name or for "Jr.", they belong to the surname.
PREFIXES = frozenset(
    "van de den der het 't ’t te ten ter von zu di da la le v.d. vd".split()  # noqa: SIM905
)
# Some surnames start with a capital, which BibTeX takes for one more given name.
_CAPITAL_PREFIXES = frozenset(
    "Van De Den Der Het Te Ten Ter Vande Vanden Vander Von La Le El Al Ait Aït Bin".split()  # noqa: SIM905
)
# "Anna Jansen-de Vries": the splitter sees one more given name, and half a surname.
_HALF_DOUBLE = re.compile(r"[^\s-]+-(?:van|de|den|der|het|te|ten|ter|von|'t|’t)")
_SUFFIX = re.compile(
    r"(?:jr|sr|[ivx]{1,5}|\d+(?:st|nd|rd|th)|junior|senior|esq|ph\.?d|m\.?d)\.?", re.IGNORECASE
)
# "Martin Luther King Jr." and "Davis III, Walter": a suffix that stands behind no comma.
_SUFFIX_WORD = re.compile(r"(?<=[^\s,]) (?P<suffix>[JSjs]r\b\.?|III?|IV)(?= *(?:,|$))")
# Titles are no part of a name: in front of it, and in front of the given names behind a comma.
_TITLES = re.compile(r"(?:^|(?<=,))\s*(?:(?:prof|dr|drs|ir|ing|mr)\.\s*)+", re.IGNORECASE)
# So are degrees, and the number with which DBLP tells people of one name apart.
_DEGREES = re.compile(r"(?<![\s,])(?:, ?| )(?:Ph\.?D\.?|MSc|BSc|MBA|MEd|\d{4})$")
# "de Vries JP" and "De Vries J.-P.", as databases of medicine write it.
_DOTTED = r"(?:[A-ZÀ-Þ]\.[ -]?)+"
_AFTER_SURNAME = rf"(?!\S\.)[^,{{}}]*[a-zà-ÿ] (?:(?!I{{2,3}}$|IV$)[A-Z]{{1,3}}|{_DOTTED})"
_INITIALS_LAST = re.compile(
    r"(?P<surname>(?!\S\.)[^,{}]*[a-zà-ÿ]) (?P<initials>[A-Z]{1,3}|" + _DOTTED + ")"
)
_ONE_PERSON = re.compile(rf"{_AFTER_SURNAME}|{_DOTTED} ?[^,{{}}.]*[a-zà-ÿ]{{2}}")
_ONLY_INITIALS = re.compile(_DOTTED)


def name_of(written: str) -> Name | None:
    """Return a name of a .bib field, braces still in it; nothing where it cannot be one name."""
    text = " ".join(written.split()).rstrip(", ")
    if is_nobody(text):
        return None
    # EndNote writes an organisation with a comma behind it.
    if _is_whole_group(text) or (written.rstrip().endswith(",") and "," not in text):
        return Name(literal=plain_text(text))
    if labelled := _labelled(text):
        return labelled
    return None if is_no_person(text) else _person(text)


def _person(text: str) -> Name | None:
    bare = _DEGREES.sub("", _TITLES.sub(" ", text).strip())
    people = [part.strip() for part in bare.split(",")]
    if len(people) > 1 and all(map(_ONE_PERSON.fullmatch, people)):
        # Somebody wrote a comma for "and".
        return None
    if len(people) == _TWO and " " in people[0] and _BETWEEN.match(people[1]):
        # Piet Jansen, Karin de Boer: another comma for "and".
        return None
    if found := _SUFFIX_WORD.search(bare):
        name = _in_parts(bare[: found.start()] + bare[found.end() :])
        return name and replace(name, suffix=found["suffix"])
    if found := _INITIALS_LAST.fullmatch(bare):
        bare = f"{found['surname']}, {found['initials']}"
    return _in_parts(bare)


_TWO = 2


def _in_parts(text: str) -> Name | None:
    try:
        parts = parse_single_name_into_parts(text)
    except InvalidNameError:
        return None
    given, prefix, family, suffix = (
        plain_text(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    if suffix and not prefix and PREFIXES.issuperset(suffix.split()):
        suffix, prefix = "", suffix
    if suffix and not _SUFFIX.fullmatch(suffix):
        return None
    suffix = "" if _DEGREES.search(f" {suffix}") else suffix
    if not family:
        return Name(given) if given else None
    if _ONLY_INITIALS.fullmatch(family) and "," not in text and not _ONLY_INITIALS.fullmatch(given):
        return None
    given, before = _divided(given)
    prefix, family = prefix_and_family(f"{before} {prefix}", family)
    return Name(family, given, prefix, suffix)


def _divided(given: str) -> tuple[str, str]:
    """Part given names from the start of a surname: "Berg, J. van den", "Katleen De Stobbeleir"."""
    words = given.split()
    start = len(words)
    while start and words[start - 1] in PREFIXES:
        start -= 1
    last = words[start - 1] if start else ""
    # A capital prefix comes behind a given name; by itself the same word is one.
    if (start > 1 and last in _CAPITAL_PREFIXES) or _HALF_DOUBLE.fullmatch(last):
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def prefix_and_family(front: str, last: str) -> tuple[str, str]:
    """Part a surname behind its small words: "de" and "Vries-van der Berg", "van" and "Dam"."""
    words = front.split()
    small = [word.lstrip("'’")[:1].islower() for word in words]
    start = small.index(False) if False in small else len(words)
    return " ".join(words[:start]), " ".join([*words[start:], last])


def _labelled(text: str) -> Name | None:
    """Read the long form of biblatex: family=Weide, given=Arjen, prefix=van der."""
    found = [_LABELLED.fullmatch(part) for part in text.split(",")]
    parts = {match[1]: plain_text(match[2].strip('" ')) for match in found if match}
    if len(parts) < len(found) or "family" not in parts:
        return None
    return Name(**{label: text for label, text in parts.items() if label in _LABELS})


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


_OTHERS = "others"
# Programs cut a long list off with an ellipsis.
_CUT_OFF = frozenset((_OTHERS, "…", "...", "{\\ldots}"))
# "et al." and "e.a." are what BibTeX calls others; capitals would be someone's initials.
_SAYS_OTHERS = r"(?:et\s+al\.?|e\.\s?a\.)"
_ET_AL = re.compile(rf"(?:(?<![\s,])[\s,]++|(?<=\.)(?=et))(?:and\s+)?\{{?{_SAYS_OTHERS}\}}?\s*$")


def is_others(name: str) -> bool:
    """Return whether a name by itself says that there were others."""
    return name in _CUT_OFF or bool(re.fullmatch(_SAYS_OTHERS, name))


@dataclass(frozen=True, slots=True)
class Names:
    """The names in one field, whether there were others, and the ones that cannot be split."""

    known: tuple[Name, ...] = ()
    others: bool = False
    faults: tuple[str, ...] = ()


@lru_cache(maxsize=100_000)
def names_of(latex: str) -> Names:
    """Return the names of an author, editor or translator field; braces are still in it.

    Names are split first and decoded after: decoding takes away the braces that keep an
    organisation together.
    """
    latex = _ET_AL.sub(f" and {_OTHERS}", latex)
    written = split_multiple_persons_names(latex) if latex.strip() else []
    names = [one for one in written if one.strip() and one.strip() not in _CUT_OFF]
    others = any(one.strip() in _CUT_OFF for one in written)
    known = [(one, name_of(one)) for one in names]
    faults = tuple(plain_text(one) or one for one, name in known if name is None)
    shown = [name or Name(literal=plain_text(one)) for one, name in known]
    return Names(tuple(name for name in shown if name.surname), others, faults)
