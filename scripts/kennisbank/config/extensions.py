"""Finds the types of fields and the checks that other packages bring, by their entry points.

A package names them in its pyproject.toml, under `kennisbank.fields` and `kennisbank.checks`:
docs/development/extending.md shows both.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from kennisbank.messages import _

FIELDS = "kennisbank.fields"
CHECKS = "kennisbank.checks"


def field_types() -> dict[str, EntryPoint]:
    """Return what may stand behind `is` because a package brings it, by its name."""
    return {one.name: one for one in _points(FIELDS, tuple(sys.path))}


def checks() -> tuple[EntryPoint, ...]:
    """Return the checks that packages bring."""
    return _points(CHECKS, tuple(sys.path))


@cache
def _points(group: str, _folders: tuple[str, ...]) -> tuple[EntryPoint, ...]:
    # Asked twenty times in a build, of the same packages as long as these folders are looked in.
    return tuple(entry_points(group=group))


def extended() -> bool:
    """Return whether other packages have a part in the site, of which nothing is known here."""
    return bool(field_types() or checks())


def load(point: EntryPoint) -> Any:  # noqa: ANN401 - whatever the package has there
    """Return what an entry point names.

    Raises:
        ExtensionError: when the package fails, in whatever way.
    """
    try:
        return point.load()
    except Exception as error:  # whatever the code of others does
        raise ExtensionError(point, error) from error


class ExtensionError(Exception):
    """What another package brings does not work."""

    def __init__(self, point: EntryPoint, error: Exception) -> None:
        super().__init__(
            _(
                "'{name}' of the package {package} does not work: {reason}.",
                name=point.name,
                package=point.dist.name if point.dist else point.value,
                reason=f"{type(error).__name__}: {error}",
            )
        )
