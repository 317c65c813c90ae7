"""The name of a file can be an address, and so can those of the folders around a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisbank.fields.text_rules import ID_LENGTHS, ID_PATTERN
from kennisbank.file_names import is_reserved
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Rule
from kennisbank.slug import slug

RULE = Rule(
    "bad-id",
    N_("The name of a file cannot be an address on the site."),
    N_("Use lower-case letters, digits and hyphens, at most 64 characters: 'taakroulatie.yml'."),
)
MESSAGE = N_("the file name '{id}' cannot be an address.")


def find(library: Library) -> Iterator[Problem]:
    """Yield each entry whose file name is not an id, and each page of which a name is none."""
    for key in library.keys:
        fits = re.fullmatch(ID_PATTERN, key.id) and len(key.id) in ID_LENGTHS
        if not fits or is_reserved(key.id):
            hint = _("Windows keeps that name for a device. Choose another.") if fits else ""
            yield RULE.problem(Location(library.path_of(key)), _(MESSAGE, id=key.id), hint)
    for page in library.pages:
        for name in page.path.relative_to("docs").with_suffix("").parts:
            if not re.fullmatch(ID_PATTERN, name):
                hint = _("Call it '{name}'.", name=slug(name)) if slug(name) else ""
                message = _("the name '{name}' cannot be an address.", name=name)
                yield RULE.problem(Location(page.path), message, hint)
