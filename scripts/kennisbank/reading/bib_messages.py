"""Why a block of a .bib file cannot be read becomes a sentence in Dutch, and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.file_names import is_reserved
from kennisbank.reading.source import ADDRESS_KEY
from kennisbank.slug import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

_REASONS = (
    ("end of file", "het bestand houdt op voordat deze bron is gesloten.", "Zet er een } achter."),
    (
        "Unexpected block start",
        "de volgende bron begint voordat deze is gesloten.",
        "Waarschijnlijk ontbreekt een } of een aanhalingsteken.",
    ),
    (
        "Expected comma after entry key",
        "achter de sleutel staat geen komma.",
        "Schrijf bijvoorbeeld @book{jansen2021leren, en dan de velden.",
    ),
    ("Expected a `=`", "een veld heeft geen waarde.", "Schrijf elk veld als: title = {De titel},"),
    (
        "Expected equals sign",
        "achter de naam van een @string staat geen =.",
        'Schrijf bijvoorbeeld @string{tijdschrift = "Naam"}.',
    ),
    (
        "after a closed entry field value",
        "achter de waarde van een veld staat geen komma.",
        "Zet achter elk veld een komma.",
    ),
)
_OTHER = (
    "deze bron is niet te lezen.",
    "Staat achter de sleutel en elk veld een komma, en is elke accolade gesloten?",
)


def reason_of(abort_reason: str) -> tuple[str, str]:
    """Return the message and the hint for a reason that bibtexparser gives."""
    for start, message, hint in _REASONS:
        if re.search(re.escape(start), abort_reason):
            return message, hint
    return _OTHER


def outside_of_sources(type_: str | None, field: str | None) -> tuple[str, str]:
    """Return the message and the hint for text between sources that was meant to be in one."""
    if field:
        return f"het veld '{field}' staat buiten een bron.", "Staat er erboven een } te veel?"
    if type_ is None:
        return "hier staat een } te veel.", "Haal hem weg."
    opened = "Begin met bijvoorbeeld @book{jansen2021leren,"
    return f"achter '@{type_}' ontbreekt een {{.", opened


def key_remedy(key: str, taken: Mapping[str, object]) -> str:
    """Return what to do about a key that can be no address: the nearest one that can, if free.

    `taken` holds the keys of the file in small letters.
    """
    if is_reserved(key):
        return "Windows houdt die naam voor een apparaat. Kies een andere sleutel."
    near = slug(key)
    is_free = near == key.casefold() or near not in taken
    if is_free and ADDRESS_KEY.fullmatch(near) and not is_reserved(near):
        return f"Schrijf '{near}', hier en waar de bron wordt genoemd."
    return "Gebruik kleine letters, cijfers, - en _, hooguit 64: 'jansen2021leren'."
