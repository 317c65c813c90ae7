"""Decides what the text calls each work: names, year letter, place in the list.

No engine does this, and no work can do it alone: a letter, an initial or an added name
depends on the other works of the site.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from string import ascii_lowercase

from markupsafe import Markup, escape

from kennisbank.messages import all_of
from kennisbank.sources.csl_item import (
    CslItem,
    is_part,
    leading_role,
    names_in,
    publication,
    work_date,
)
from kennisbank.sources.dates import in_press, no_date, with_letter
from kennisbank.sources.names import Name
from kennisbank.sources.order import fold, fold_title
from kennisbank.sources.style.display import shown_title, untitled

SHOWN_NAMES = 2


@dataclass(frozen=True, slots=True)
class Citable:
    """One work on its way to its in-text form; `shown` is how many names are written out."""

    key: str
    item: CslItem
    names: tuple[Name, ...]
    others: bool
    year: str
    shown: int
    with_initials: bool = False

    @property
    def written(self) -> list[str]:
        """The names that are written out, the first with initials where there is another."""
        first, *more = self.names[: self.shown]
        return [
            first.with_initials if self.with_initials else first.alone,
            *(n.alone for n in more),
        ]

    @property
    def shortened(self) -> bool:
        """Whether et al. stands for the rest."""
        return self.others or self.shown < len(self.names)

    @property
    def surnames(self) -> tuple[str, ...]:
        """Who wrote it, to tell one group of authors from another."""
        return (*(fold(name.alone) for name in self.names), *(["+"] if self.others else []))


def disambiguated(items: Mapping[str, CslItem]) -> list[Citable]:
    """Return every work with as much of its names as tells its authors from all others."""
    return _with_added_names(_with_initials([_citable(key, item) for key, item in items.items()]))


def _citable(key: str, item: CslItem) -> Citable:
    names = tuple(names_in(item, leading_role(item)))
    others = bool(item.get("others") and names)
    short = others or len(names) > SHOWN_NAMES
    return Citable(key, item, names, others, _year(item), shown=1 if short else len(names))


def _year(item: CslItem) -> str:
    year, original = publication(item).year, work_date(item.get("original-date", {}))
    return f"{original.year}/{year}" if original.start and original.year != year else year


def _with_initials(works: Sequence[Citable]) -> list[Citable]:
    """Give first authors their initials where another first author has the same surname."""
    known: dict[str, set[str]] = defaultdict(set)
    for work in works:
        if work.names and work.names[0].given:
            known[fold(work.names[0].alone)].add(fold(work.names[0].initials))
    shared = {surname for surname, initials in known.items() if _are_different_people(initials)}
    return [
        replace(work, with_initials=bool(work.names) and fold(work.names[0].alone) in shared)
        for work in works
    ]


def _are_different_people(initials: Iterable[str]) -> bool:
    """P. and P. J. may be one person; P. J. and P. K. are two."""
    pairs = combinations(sorted(initials), 2)
    return any(not longer.startswith(shorter) for shorter, longer in pairs)


def _with_added_names(works: Sequence[Citable]) -> list[Citable]:
    """Write out more names where "Jansen et al., 2020" would mean different groups of authors."""
    groups: dict[tuple[str, str], list[Citable]] = defaultdict(list)
    for work in works:
        if work.shortened and work.names:
            groups[fold(work.written[0]), work.year].append(work)
    added: dict[str, int] = {}
    for group in groups.values():
        lists = {work.surnames for work in group}
        starts = Counter(names[:n] for names in lists for n in range(1, len(names) + 1))
        added |= {work.key: _names_needed(work, starts) for work in group}
    return [replace(work, shown=added.get(work.key, work.shown)) for work in works]


def _names_needed(work: Citable, starts: Mapping[tuple[str, ...], int]) -> int:
    """Return how many names tell a work apart, given how many lists start in each way."""
    all_names = len(work.names)
    needed = next((n for n in range(1, all_names + 1) if starts[work.surnames[:n]] == 1), all_names)
    # "et al." is plural: it never stands for one name.
    one_left = needed == all_names - 1 and needed > 1 and not work.others
    return all_names if one_left else needed


Order = tuple[tuple[tuple[str, ...], ...], tuple[int, int], str, str]
_INNER_QUOTES = str.maketrans("“”", "‘’")
_AFTER_ALL = "\uffff"


@dataclass(frozen=True, slots=True)
class InText:
    """What stands in the text: names for parentheses and for the sentence, and the year."""

    parenthetical: Markup
    narrative: Markup
    year: str
    letter: str
    order: Order

    @property
    def in_parentheses(self) -> Markup:
        """The whole citation of this one work: (Jansen & De Vries, 2020a)."""
        return Markup("({}, {})").format(self.parenthetical, self.year)

    @property
    def in_sentence(self) -> Markup:
        """The whole citation as part of a sentence: Jansen en De Vries (2020a)."""
        return Markup("{} ({})").format(self.narrative, self.year)


def in_text_forms(items: Mapping[str, CslItem]) -> dict[str, InText]:
    """Return the in-text form of every work by key."""
    works = disambiguated(items)
    letters = _letters(works)
    return {work.key: _form(work, letters.get(work.key, "")) for work in works}


def _letters(works: Sequence[Citable]) -> dict[str, str]:
    """Return the letter of each work that is cited like another, by title."""
    groups: dict[tuple[str, str], list[Citable]] = defaultdict(list)
    for work in works:
        groups[_label(work).striptags().casefold(), work.year].append(work)
    found: dict[str, str] = {}
    for group in groups.values():
        if len(group) > 1:
            by_title = sorted(
                group, key=lambda one: (fold_title(one.item.get("title", "")), one.key)
            )
            found |= {work.key: _letter(place) for place, work in enumerate(by_title)}
    return found


def _letter(place: int) -> str:
    before, last = divmod(place, len(ascii_lowercase))
    return (_letter(before - 1) if before else "") + ascii_lowercase[last]


def _form(work: Citable, letter: str) -> InText:
    year = with_letter(work.year, letter)
    return InText(_label(work), _label(work, narrative=True), year, letter, _order(work))


def _label(work: Citable, *, narrative: bool = False) -> Markup:
    if not work.names:
        return _title(work.item)
    names = work.written
    if work.shortened:
        return escape(", ".join([*names, "et al."]) if len(names) > 1 else f"{names[0]} et al.")
    if len(names) == 1:
        return escape(names[0])
    if narrative:
        return escape(all_of(names))
    # The & of APA keeps its comma after three names, also where a sentence has none before "en".
    comma = "," if len(names) > SHOWN_NAMES else ""
    return escape(f"{', '.join(names[:-1])}{comma} & {names[-1]}")


def _title(item: CslItem) -> Markup:
    title = item.get("title-short") or shown_title(item)
    if not title or (title.startswith("[") and title.endswith("]")):
        return escape(title or f"[{item.get('genre') or untitled()}]")
    if is_part(item):
        return Markup("“{}”").format(title.translate(_INNER_QUOTES))
    return Markup("<i>{}</i>").format(title)


def _order(work: Citable) -> Order:
    """Sort by names letter by letter, n.d. before years before in press, then by title."""
    names: tuple[tuple[str, ...], ...] = tuple(
        (fold(name.alone), fold(name.initials), fold(name.suffix)) for name in work.names
    )
    if work.others:
        names = (*names, (_AFTER_ALL,))
    title = fold_title(work.item.get("title", ""))
    rank = {no_date(): 0, in_press(): 2}.get(work.year, 1)
    start = work_date(work.item.get("issued", {})).start
    return names or ((title,),), (rank, start.year if start else 0), title, work.key
