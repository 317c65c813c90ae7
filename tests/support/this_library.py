"""The library of this repository, read once, and its site in memory, made once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kennisbank.build import build_site
from kennisbank.library.loading import load_library
from kennisbank.pages.context import SiteMetadata
from running import REPOSITORY

if TYPE_CHECKING:
    from kennisbank.build import Site
    from kennisbank.library.library import Library

IMPRINT = SiteMetadata(
    "Bibliotheek leercultuur", "https://voorbeeld.nl/kb/", cited_in="de presentatie"
)


@cache
def this_library() -> Library:
    """Return the entries, sources and pages of this repository."""
    return load_library(REPOSITORY)[0]


@cache
def this_site() -> Site:
    """Return the pages and files that this repository makes."""
    return build_site(REPOSITORY, imprint=IMPRINT)
