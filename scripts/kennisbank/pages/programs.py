"""What is installed becomes the list of programs that a site is made with: version and licence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution, requires

_NAME = re.compile(r"[A-Za-z0-9._-]+")
# Where a package names its licence only as one of the classifiers of the package index.
_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Program:
    """A program of others that makes the site, as its own package describes it."""

    name: str
    version: str
    licence: str


def programs() -> tuple[Program, ...]:
    """Return the programs that the generator asks for, by name."""
    asked = {match[0] for one in requires("kennisbank") or () if (match := _NAME.match(one))}
    return tuple(_program(distribution(name)) for name in sorted(asked, key=str.lower))


def _program(found: Distribution) -> Program:
    return Program(found.metadata["Name"], found.version, _licence(found))


def _licence(found: Distribution) -> str:
    """Return the short name of a licence; some packages give its whole text instead."""
    about = found.metadata.json
    said = str(about.get("license_expression") or about.get("license") or "")
    if said and "\n" not in said:
        return said
    classifiers = found.metadata.get_all("Classifier") or []
    names = [one.removeprefix(_CLASSIFIER) for one in classifiers if one.startswith(_CLASSIFIER)]
    return names[0] if names else "zie het pakket"
