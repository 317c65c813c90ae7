"""An old address belongs to one entry only, and to none that still exists."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import OLD_IDS, EntryKey, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule

RULE = Rule(
    "redirect-clash",
    N_("An old address belongs to another page already."),
    N_("Remove the old address from one of the two."),
)
MESSAGE = N_("the address '{id}' belongs to {path} already.")


def find(library: Library) -> Iterator[Problem]:
    """Yield each old address that is taken by an entry or by another redirect."""
    taken = {key: library.path_of(key) for key in library.keys}
    for key, file in sorted(library.files.items()):
        for index, old in enumerate(file.old_ids):
            old_key = EntryKey(key.kind, old)
            if old_key in taken:
                place = file.document.location_of((OLD_IDS, index))
                message = _(MESSAGE, id=old, path=taken[old_key])
                yield RULE.problem(place, message)
            taken.setdefault(old_key, file.path)
