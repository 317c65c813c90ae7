"""Names what in a registry's answer a person should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.sources import work_types
from kennisbank.sources.csl_item import names_in
from kennisbank.sources.importing.known_work import in_capitals, in_title_case
from kennisbank.sources.importing.registry_text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kennisbank.sources.csl_item import CslItem


def doubts(item: CslItem, answer: Mapping[str, object]) -> Iterator[str]:
    """Yield what is missing or looks wrong in an item and the answer that it was made of.

    The first sentence always counts.
    """
    yield "Is dit het werk dat u bedoelt? Kijk de gegevens na."
    yield "studydesign is 'unknown': beoordeel zelf wat voor onderzoek het is."
    title = item.get("title", "")
    if in_capitals(title):
        yield "De titel staat in hoofdletters. Schrijf hem als een gewone zin."
    elif item.get("language", "").startswith("en") and in_title_case(title):
        yield "De titel heeft veel hoofdletters. Schrijf hem als een gewone zin."
    yield from _people(item, answer)
    if not item.get("issued"):
        yield "Het register noemt geen datum. In de lijst komt z.d. te staan."
    if not item.get("language"):
        yield "Het register noemt geen taal. Zet er langid = {dutch} of {english} bij."
    if item["type"] == work_types.THESIS and not item.get("genre"):
        yield "Is dit een proefschrift? Maak er dan @phdthesis van."
    if item.get("genre") == "Preprint":
        yield "Dit is een voorpublicatie. Bestaat er ook een gedrukte versie?"


def _people(item: CslItem, answer: Mapping[str, object]) -> Iterator[str]:
    if not item.get("author") and not item.get("editor"):
        yield "Het register noemt geen auteur."
    said = answer.get("author")
    surnames = (text_of(one.get("family")) for one in _people_in(said))
    if any(len(name) > 1 and name.isupper() for name in surnames):
        yield "Een naam stond in hoofdletters. Kijk na of hij zo goed geschreven is."
    whole = (name.literal for name in names_in(item, "author"))
    if found := next((name for name in whole if "," in name), ""):
        yield f"Is '{found}' een mens? Haal dan de accolades om die naam weg."


def _people_in(said: object) -> list[Mapping[str, object]]:
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []
