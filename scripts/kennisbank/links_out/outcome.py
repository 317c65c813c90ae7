"""What lychee wrote in JSON becomes the outcome of each address that did not simply work."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kennisbank.links_out.addresses import Address


class Verdict(Enum):
    """Whether an address is gone, or a program cannot tell."""

    BROKEN = "broken"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An address with what is the matter with it, in Dutch."""

    address: Address
    verdict: Verdict
    reason: str
    answered: bool = True


_TOO_SLOW = (Verdict.UNSURE, "de site antwoordt niet op tijd", False)
_GONE = {404: "de pagina is er niet (404)", 410: "de pagina is weggehaald (410)"}
# Many sites refuse programs and let people in, so these say nothing of the page.
_REFUSED = frozenset((401, 403, 405, 406, 418, 429, 451, 503, 999))
_SERVER_FAULT = 500


def read_outcomes(text: str, addresses: Sequence[Address]) -> list[Outcome]:
    """Return the outcomes in the order of the list that was checked.

    Raises ValueError, with a sentence in Dutch, for a text that says nothing of that list.
    """
    try:
        report = json.loads(text)
        judged = {line: _TOO_SLOW for line, _ in _rows(report["timeout_map"])}
        judged |= {line: _judged(code) for line, code in _rows(report["error_map"])}
        return [Outcome(addresses[line - 1], *judged[line]) for line in sorted(judged)]
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, RecursionError):
        message = "dit is geen uitkomst van lychee over de adressen van deze bibliotheek."
        raise ValueError(message) from None


def _rows(files: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[int, int | None]]:
    """Yield the line in the list and the answer of the server, if there was one."""
    for rows in files.values():
        for row in rows:
            line, code = row["span"]["line"], row["status"].get("code")
            # Yes and no are numbers to Python, and lines count from the end below 1.
            if type(line) is not int or line < 1 or type(code) not in {int, type(None)}:
                raise ValueError
            yield line, code


def _judged(code: int | None) -> tuple[Verdict, str, bool]:
    if code is None:
        return Verdict.BROKEN, "de site is niet te bereiken", False
    if code in _GONE:
        return Verdict.BROKEN, _GONE[code], True
    if code in _REFUSED:
        return Verdict.UNSURE, f"de site laat geen programma's toe ({code})", True
    if code >= _SERVER_FAULT:
        return Verdict.BROKEN, f"de site heeft een storing ({code})", True
    return Verdict.BROKEN, f"de site weigert het adres ({code})", True
