"""Names what keeps the name of a file or folder from working on every computer."""

from __future__ import annotations

from unicodedata import is_normalized

from kennisbank.invisible_characters import HIDDEN

LONGEST_NAME = 100
# Windows keeps these for devices, with any ending: nobody there can check out con.yml.
RESERVED = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)),
    )
)
_REFUSED = frozenset('<>:"|?*\\')


def name_fault(name: str) -> str:
    """Return what is wrong with a name, as a sentence; empty when nothing is."""
    device = f"'{name.partition('.')[0]}' is op Windows de naam van een apparaat."
    faults = {
        "in de naam staat een onzichtbaar teken.": HIDDEN.search(name) or {"\n", "\t"} & set(name),
        "in de naam staan letters los van hun accent (niet in NFC).": not is_normalized(
            "NFC", name
        ),
        "in de naam staat een teken dat niet op elke computer kan.": _REFUSED & set(name),
        "de naam begint of eindigt met een spatie of punt.": name != name.strip(" ."),
        device: is_reserved(name),
        f"de naam is langer dan {LONGEST_NAME} tekens.": len(name) > LONGEST_NAME,
    }
    return next((message for message, found in faults.items() if found), "")


def is_reserved(name: str) -> bool:
    """Return whether Windows takes a name for a device."""
    return name.partition(".")[0].rstrip().casefold() in RESERVED
