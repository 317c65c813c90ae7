"""Decides what the text calls each work: names, year letter, place in the list.

No engine does this, and no work can do it alone: a letter, an initial or an added name
depends on the other works of the site.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from markupsafe import Markup, escape

from kennisbank.messages import all_of
from kennisbank.sources.csl_item import CslItem, is_part, work_date
from kennisbank.sources.dates import in_press, no_date, with_letter
from kennisbank.sources.order import fold, fold_title
from kennisbank.sources.style.disambiguation import SHOWN_NAMES, Citable, disambiguated
from kennisbank.sources.style.display import shown_title, untitled

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
