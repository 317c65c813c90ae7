"""Runs the checks of other installed packages beside ours; one that fails is a problem itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.config import extensions
from kennisbank.config.configuration import PATH
from kennisbank.config.extensions import ExtensionError
from kennisbank.config.told import RULE
from kennisbank.messages import _
from kennisbank.problems import Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem


def problems_of_others(library: Library) -> Iterator[Problem]:
    """Yield what the checks of other packages find."""
    for point in extensions.checks():
        try:
            found = _checked(point, library)
        except ExtensionError as error:
            hint = _("Update that package, or uninstall it.")
            found = [RULE.problem(Location(PATH), str(error), hint)]
        yield from found


def _checked(point: EntryPoint, library: Library) -> list[Problem]:
    check = extensions.load(point)
    try:
        return list(check.find(library))
    except Exception as error:  # whatever the code of others does
        raise ExtensionError(point, error) from error
