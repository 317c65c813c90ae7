"""Where everything on the site has its address; no other module writes one.

One file: addresses, and what an old one may look like, stand nowhere else.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from kennisbank.messages import _, language, pgettext, speaking

HOME = ""
# The version of what programs read: it goes up when they must change.
VERSION = "1"
DATA = "data/"
FOLDER = f"{DATA}v{VERSION}"
# What readers choose from, by the ending of the file.
FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


@dataclass(frozen=True)
class Routes:
    """The addresses that the generator makes itself, in the language of the library."""

    SEARCH: str
    # Below it is a list for each value that readers narrow by.
    LISTS: str
    # Below it is a page for each role.
    ROLES: str
    INDEX: str
    SOURCES: str
    MAP: str
    CHOOSER: str
    COMPARISON: str
    SELECTION: str
    FOLLOWING: str
    # The feed of all changes.
    ALL_CHANGES: str
    UPKEEP: str
    ABOUT: str
    RATING_PAGE: str
    # Where contributors start; the page itself may be written by hand.
    GUIDE: str
    NEW: str
    FIELDS: str
    MESSAGES: str
    EXAMPLES: str
    # What a library tells of itself, by hand.
    ACCESSIBILITY: str
    PRIVACY: str
    COLOPHON: str
    # All works of the library; like the two functions below, without the ending.
    LIBRARY_PATH: str
    # The form at GitHub in which readers report a mistake, and the title of what comes out of it.
    ERROR_FORM: str
    ERROR_TITLE: str
    # How an issue begins in which a reader asks for what the search did not find.
    REQUEST_TITLE: str
    HOME: str = HOME
    DATA: str = DATA


# Below the addresses of map, chooser and comparison, where a page is about another kind.
_part: ContextVar[str] = ContextVar("part", default="")


@contextmanager
def routes_of(part: str) -> Iterator[None]:
    """Have map, chooser and comparison in a part of their own for a while, like `tools/`."""
    token = _part.set(part)
    try:
        yield
    finally:
        _part.reset(token)


def routes() -> Routes:
    """Return the addresses in the language that is spoken now."""
    return _routes(language(), _part.get())


def first_parts() -> frozenset[str]:
    """Return the first parts of these addresses: no kind can have its pages there."""
    found = routes()
    addresses = (
        *(found.SEARCH, found.LISTS, found.ROLES, found.INDEX, found.SOURCES, found.MAP),
        *(found.CHOOSER, found.COMPARISON, found.SELECTION, found.FOLLOWING, found.UPKEEP),
        *(found.DATA, found.ABOUT, found.GUIDE),
    )
    return frozenset(address.split("/")[0] for address in addresses)


@cache
def _routes(spoken: str, part: str) -> Routes:
    with speaking(spoken):
        guide, following, about = _("contribute/"), _("following/"), _("about/")
        sources = _("sources/")
        return Routes(
            SEARCH=_("search/"),
            LISTS=_("subjects/"),
            ROLES=_("roles/"),
            INDEX=_("a-z/"),
            SOURCES=sources,
            MAP=_("map/") + part,
            CHOOSER=_("choose/") + part,
            COMPARISON=_("compare/") + part,
            SELECTION=_("selection/"),
            FOLLOWING=following,
            ALL_CHANGES=following + _("everything.xml"),
            UPKEEP=_("upkeep/"),
            ABOUT=about,
            RATING_PAGE=about + _("evidence/"),
            GUIDE=guide,
            NEW=guide + _("new/"),
            FIELDS=guide + _("fields/"),
            MESSAGES=guide + _("messages/"),
            EXAMPLES=guide + _("examples/"),
            ACCESSIBILITY=_("accessibility/"),
            PRIVACY=_("privacy/"),
            COLOPHON=_("colophon/"),
            LIBRARY_PATH=f"{FOLDER}/{sources.rstrip('/')}",
            ERROR_FORM=_("mistake.yml"),
            ERROR_TITLE=_("Report a mistake"),
            REQUEST_TITLE=_("Asked for:") + " ",
        )


def work_path(key: str) -> str:
    """Return where one work can be downloaded, without the ending: sources/key/key."""
    return f"{source_address(key)}{key}"


def entry_path(address: str) -> str:
    """Return where the works of an entry can be downloaded: methods/jobcrafting/sources."""
    return address + routes().SOURCES.rstrip("/")


def source_address(key: str) -> str:
    """Return the address of the page of a source."""
    return f"{routes().SOURCES}{key}/"


def part_address(address: str, number: int) -> str:
    """Return where a part of a list is: the first at the list itself, then methods/part~2/.

    No entry and no source can have that name.
    """
    word = pgettext("address", "part")
    return address if number == 1 else f"{address}{word}~{number}/"


class Addresses:
    """Where every entry lives."""

    def __init__(self, folders: Mapping[str, str]) -> None:
        """Take the folder of each kind, by its name."""
        self._folders = folders

    def entry(self, kind: str, identifier: str) -> str:
        """Return the address of an entry, like methoden/jobcrafting/."""
        return f"{self._folders[kind]}/{identifier}/"

    def overview(self, kind: str) -> str:
        """Return the address of the overview of a kind, like methoden/."""
        return f"{self._folders[kind]}/"


def hand_address(path: PurePosixPath) -> str:
    """Return the address of a hand-written page: docs/over/index.md is over/."""
    inner = path.relative_to("docs").with_suffix("")
    parts = inner.parts[:-1] if inner.name == "index" else inner.parts
    return "".join(f"{part}/" for part in parts)


def relative(origin: str, target: str) -> str:
    """Return the link from one address to another; both are relative to the root of the site."""
    path, hash_mark, fragment = target.partition("#")
    if path == origin and hash_mark:
        return f"#{fragment}"
    here, there = origin.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    # posixpath.relpath asks the system for the working folder; this is asked 30 times a page.
    link = "../" * (len(here) - shared) + "/".join(there[shared:])
    return f"{link or './'}{hash_mark}{fragment}"


# What a page may have been called elsewhere: nothing out of sight. Codes stand for a space, a sign
# or a letter that a file may have in its name, so %2F, %2E and what no reader sees are none.
_SIGN = "[A-Za-z0-9_.~:+-]"
_MORE = "%[89ABab][0-9A-Fa-f]"
_CODE = (
    "(?!%[Ee]2%80%(?:8[B-Fb-f]|[Aa][89A-Ea-e])|%[Ee]2%81%[Aa]|%[Dd]8%9[Cc])(?:"
    "%(?!2[25AaEeFf]|3[AaCcEeFf]|5[Cc]|7[CcFf])[2-7][0-9A-Fa-f]"
    f"|%(?:[Cc][3-9A-Fa-f]|[Dd][0-9A-Fa-f]){_MORE}"
    f"|%[Ee](?:0%[ABab]|[1-9A-Ca-c]%[89ABab]|[Dd]%[89])[0-9A-Fa-f]{_MORE})"
)
# A name on a disk has at most 255 bytes.
_PART = rf"(?!\.)(?:{_SIGN}{{1,200}}|(?:{_SIGN}|{_CODE}){{1,80}})"
OLD_ADDRESS = rf"/{_PART}(?:/{_PART}){{0,7}}/?"
_OLD_ADDRESS = re.compile(OLD_ADDRESS)


def old_address(written: str) -> str:
    """Return the file that answers at an old address: of /2019/old/ that is 2019/old/index.html.

    Empty for what is no such address.
    """
    if not _OLD_ADDRESS.fullmatch(written):
        return ""
    path = unquote(written.strip("/"), errors="strict")
    is_file = not written.endswith("/") and "." in path.rpartition("/")[2]
    return path if is_file else f"{path}/index.html"


def site_address(written: str) -> str | None:
    """Return the address that is written as /methods/sharing/, from the root of the site.

    Nothing for what is no address of a page.
    """
    if written == "/":
        return HOME
    return f"{written.strip('/')}/" if _OLD_ADDRESS.fullmatch(f"/{written.strip('/')}") else None


def site_href(href: str, origin: str, folder: PurePosixPath | None) -> str:
    """Return what a link in Markdown becomes on the page at an address.

    A page by hand names other pages and drawings from its own folder; in entries, and for all
    else, a link is an address already.
    """
    path, hash_mark, fragment = href.partition("#")
    if folder is None or not path or ":" in path:
        return href
    target = _published(PurePosixPath(posixpath.normpath(folder / path)))
    return href if target is None else relative(origin, target) + hash_mark + fragment


def _published(file: PurePosixPath) -> str | None:
    """Return where a page or a file of docs/assets/ is published; other links are addresses."""
    if file.suffix == ".md" and file.is_relative_to("docs"):
        return hand_address(file)
    return str(file.relative_to("docs")) if file.is_relative_to("docs/assets") else None
