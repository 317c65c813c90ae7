"""Outcomes become a report in Markdown: what does not work, where it stands, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.hidden import visible
from kennisbank.links_out.outcome import Outcome, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# An issue on GitHub holds 65,536 characters.
_SHOWN = 100
_SHOWN_LENGTH = 300
_PLACES = 5
_HEADS = {
    Verdict.BROKEN: "## Werkt niet\n",
    Verdict.UNSURE: "## Niet vast te stellen\n\n"
    "Een programma komt hier niet verder, een mens misschien wel.\n",
}
_ADVICE = """\
## Wat u kunt doen

1. Open het adres in uw browser. Werkt het, dan hoeft u niets te doen.
2. Is de pagina verhuisd? Zet het nieuwe adres in het bestand dat erbij staat.
3. Is zij weg en is er een kopie? Zet de kopie in `references.bib` bij de bron, als `archiveurl`.
4. Is er geen kopie? Zoek er een in een webarchief, of neem een andere bron.
"""
_NOTHING_ANSWERED = (
    "Geen enkel adres gaf antwoord. Waarschijnlijk lag het aan de verbinding van deze controle.\n"
)


def links_report(outcomes: Sequence[Outcome], count: int) -> str:
    """Return the report on a list of so many addresses."""
    broken = sum(1 for one in outcomes if one.verdict is Verdict.BROKEN)
    parts = [_summary(broken, count)]
    if nothing_answered(outcomes, count):
        parts.append(_NOTHING_ANSWERED)
    for verdict, head in _HEADS.items():
        if rows := [one for one in outcomes if one.verdict is verdict]:
            parts += [head, "\n".join(_rows(rows)) + "\n"]
    return "\n".join([*parts, *([_ADVICE] if outcomes else [])])


def nothing_answered(outcomes: Sequence[Outcome], count: int) -> bool:
    """Return whether the network of the checker is at fault rather than so many sites."""
    return count > 1 and sum(not one.answered for one in outcomes) == count


def _summary(broken: int, count: int) -> str:
    checked = f"{count} {'adres' if count == 1 else 'adressen'} nagekeken"
    if not broken:
        return f"{checked}: er is er geen gevonden dat niet werkt.\n"
    return f"{checked}: {broken} {'werkt' if broken == 1 else 'werken'} niet.\n"


def _rows(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes[:_SHOWN]:
        yield f"- {_code(outcome.address.url)}: {outcome.reason}"
        places = outcome.address.places
        yield from (f"  - staat in {_code(str(place))}" for place in places[:_PLACES])
        if len(places) > _PLACES:
            yield f"  - en op nog {len(places) - _PLACES} plaatsen"
        yield from (f"  - gearchiveerde kopie: {_code(copy)}" for copy in outcome.address.archived)
    if len(outcomes) > _SHOWN:
        yield f"- en nog {len(outcomes) - _SHOWN}"


def _code(text: str) -> str:
    """Show text of others as code: no link, no mention, no markup, no hidden characters."""
    cut = text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}…"
    return f"`{visible(cut).replace('`', '%60')}`"
