"""What mkdocs.yml can say to our plugin."""

from __future__ import annotations

import datetime as dt

from mkdocs.config.base import Config
from mkdocs.config.config_options import ListOfItems, Optional, Type


class KennisbankConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types for this
    """What mkdocs.yml can say about the library."""

    repository = Type(str, default="")
    branch = Type(str, default="main")
    # Where the editors can be reached without a repository: mailto:… or the address of a page.
    contact = Type(str, default="")
    # Ages are counted up to this day; SOURCE_DATE_EPOCH goes before it.
    date = Optional(Type(dt.date))
    # The address of the terms under which the texts may be used.
    license = Type(str, default="")
    # The work that the sources were first found in, for those that nobody found themselves.
    cited_in = Type(str, default="")
    # Libraries on the same host that the search page asks as well: /other-library/.
    also_searched = ListOfItems(Type(str), default=[])
    # Whether the site offers a copy of itself that works without the internet: a release does.
    offline = Type(bool, default=False)
    # Whether the site offers all of it as one PDF: what is published does.
    book = Type(bool, default=False)
    # Off, every page goes through the theme's own template: the same bytes, more slowly.
    shell = Type(bool, default=True)
