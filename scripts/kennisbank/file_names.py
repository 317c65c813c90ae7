"""Names what keeps the name of a file or folder from working on every computer."""

from __future__ import annotations

from unicodedata import is_normalized

from kennisbank.invisible_characters import HIDDEN
from kennisbank.messages import _

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
    device = _("on Windows, '{name}' is the name of a device.", name=name.partition(".")[0])
    faults = {
        _("there is an invisible character in the name."): HIDDEN.search(name)
        or {"\n", "\t"} & set(name),
        _("letters stand apart from their accents in the name (not in NFC)."): not is_normalized(
            "NFC", name
        ),
        _("there is a character in the name that not every computer can have."): _REFUSED
        & set(name),
        _("the name starts or ends with a space or a point."): name != name.strip(" ."),
        device: is_reserved(name),
        _("the name is longer than {limit} characters.", limit=LONGEST_NAME): len(name)
        > LONGEST_NAME,
    }
    return next((message for message, found in faults.items() if found), "")


def is_reserved(name: str) -> bool:
    """Return whether Windows takes a name for a device."""
    return name.partition(".")[0].rstrip().casefold() in RESERVED
