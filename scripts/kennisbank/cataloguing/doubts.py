"""A work from a registry becomes what a person must still look at, in Dutch sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.cataloguing.titles import in_capitals, in_title_case
from kennisbank.citations import work_types
from kennisbank.citations.item_data import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.citations.item import Item

# Ng and Li have no small letters to miss, and initials are no surname.
_SHORT_NAME = 3


def doubts(item: Item) -> Iterator[str]:
    """Yield what is missing or looks wrong; the first sentence always counts."""
    yield "Is dit het werk dat u bedoelt? Kijk de gegevens na."
    yield "studydesign is 'unknown': beoordeel zelf wat voor onderzoek het is."
    title = item.get("title", "")
    if in_capitals(title):
        yield "De titel staat in hoofdletters. Schrijf hem als een gewone zin."
    elif item.get("language", "").startswith("en") and in_title_case(title):
        yield "De titel heeft veel hoofdletters. Schrijf hem als een gewone zin."
    yield from _people(item)
    if not item.get("issued"):
        yield "Het register noemt geen datum. In de lijst komt z.d. te staan."
    if not item.get("language"):
        yield "Het register noemt geen taal. Zet er langid = {dutch} of {english} bij."
    if item["type"] == work_types.THESIS and not item.get("genre"):
        yield "Is dit een proefschrift? Maak er dan @phdthesis van."
    if item.get("genre") == "Preprint":
        yield "Dit is een voorpublicatie. Bestaat er ook een gedrukte versie?"


def _people(item: Item) -> Iterator[str]:
    names = [name for role in ("author", "editor") for name in names_in(item, role)]
    if not names:
        yield "Het register noemt geen auteur."
    if any(name.family.isupper() and len(name.family) > _SHORT_NAME for name in names):
        yield "Een naam staat in hoofdletters. Schrijf hem met één hoofdletter."
