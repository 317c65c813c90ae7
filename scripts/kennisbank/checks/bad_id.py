"""The name of a file can be an address, and so can those of the folders around a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.fields.text_rules import ID_LENGTHS, ID_PATTERN
from kennisbank.file_names import is_reserved
from kennisbank.problems import Location, Rule
from kennisbank.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "bad-id",
    "De naam van een bestand kan geen adres op de site worden.",
    "Gebruik kleine letters, cijfers en streepjes, hooguit 64 tekens: 'taakroulatie.yml'.",
)
MESSAGE = "de bestandsnaam '{id}' kan geen adres worden."


def find(library: Library) -> Iterator[Problem]:
    """Yield each entry whose file name is not an id, and each page of which a name is none."""
    for key in library.keys:
        fits = re.fullmatch(ID_PATTERN, key.id) and len(key.id) in ID_LENGTHS
        if not fits or is_reserved(key.id):
            hint = "Windows houdt die naam voor een apparaat. Kies een andere." if fits else ""
            yield RULE.problem(Location(library.path_of(key)), MESSAGE.format(id=key.id), hint)
    for page in library.pages:
        for name in page.path.relative_to("docs").with_suffix("").parts:
            if not re.fullmatch(ID_PATTERN, name):
                hint = f"Noem het '{slug(name)}'." if slug(name) else ""
                message = f"de naam '{name}' kan geen adres worden."
                yield RULE.problem(Location(page.path), message, hint)
