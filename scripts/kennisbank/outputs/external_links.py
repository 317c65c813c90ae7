"""Lists the addresses outside the site, and reports which of them do not answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import Any

from kennisbank.invisible_characters import visible
from kennisbank.library.library import Library
from kennisbank.messages import N_, _, ngettext
from kennisbank.problems import Location, Problem
from kennisbank.reading.text_file import location_in, read_text
from kennisbank.sources.addresses import doi_address, doi_of, url_of
from kennisbank.sources.source import Source

_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\]+", re.IGNORECASE)
_AFTER = ".,;:!?*"
_CLOSING = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Address:
    """An address elsewhere, where the library names it, and the copies of it in an archive."""

    url: str
    places: tuple[Location, ...]
    archived: tuple[str, ...] = ()


def outside_addresses(library: Library, root: Path) -> list[Address]:
    """Return every address once, in the order of the alphabet, so that two runs give one list."""
    places: dict[str, set[Location]] = {}
    copies: dict[str, set[str]] = {}
    for url, place, copy in (*_in_sources(library), *_in_texts(library, root)):
        places.setdefault(url, set()).add(place)
        copies.setdefault(url, set()).update([copy] if copy else [])
    return [
        Address(url, tuple(sorted(places[url])), tuple(sorted(copies[url])))
        for url in sorted(places)
    ]


def _in_sources(library: Library) -> Iterator[tuple[str, Location, str]]:
    bibliography = library.bibliography
    for source in (*bibliography.sources.values(), *bibliography.others.values()):
        copy = source.fields.get("archiveurl", "").strip(" {}")
        for field, url in _fields(source):
            # What a source takes over from another is looked at there.
            if field in source.places and _ADDRESS.fullmatch(url):
                yield url, source.place_of(field), copy


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    if doi := doi_of(source.fields.get("doi", "")):
        yield "doi", doi_address(doi)
    yield "url", url_of(source.fields)


def _in_texts(library: Library, root: Path) -> Iterator[tuple[str, Location, str]]:
    for path in _text_paths(library):
        text = read_text(root, path)
        if not isinstance(text, Problem):
            for found in _ADDRESS.finditer(text):
                # A text about addresses writes https://doi.org/… for any of them.
                if "…" not in found[0]:
                    url = _without_text_around(found[0])
                    yield url, location_in(text, found.start(), path), ""


def _text_paths(library: Library) -> Iterator[PurePosixPath]:
    yield from (file.document.path for file in library.files.values())
    yield from (page.path for page in library.pages)


def _without_text_around(found: str) -> str:
    """Leave out the bracket and the full stop that belong to the sentence, not to the address."""
    for index, sign in enumerate(found):
        before = found[:index]
        if sign in _CLOSING and before.count(_CLOSING[sign]) <= before.count(sign):
            return before.rstrip(_AFTER)
    return found.rstrip(_AFTER)


class LinkVerdict(Enum):
    """Whether an address is gone, or a program cannot tell."""

    BROKEN = "broken"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class LinkOutcome:
    """An address with what is the matter with it, in words."""

    address: Address
    verdict: LinkVerdict
    reason: str
    answered: bool = True


_GONE = {404: N_("the page does not exist (404)"), 410: N_("the page was taken away (410)")}
# Many sites refuse programs and let people in, so these say nothing of the page.
_REFUSED = frozenset((401, 403, 405, 406, 418, 429, 451, 503, 999))
_SERVER_FAULT = 500


def read_outcomes(text: str, addresses: Sequence[Address]) -> list[LinkOutcome]:
    """Return the outcomes in the order of the list that was checked.

    Raises ValueError, with a sentence for people, for a text that says nothing of that list.
    """
    try:
        report = json.loads(text)
        too_slow = (LinkVerdict.UNSURE, _("the site does not answer in time"), False)
        judged = {line: too_slow for line, _ in _answer_rows(report["timeout_map"])}
        judged |= {line: _judged(code) for line, code in _answer_rows(report["error_map"])}
        return [LinkOutcome(addresses[line - 1], *judged[line]) for line in sorted(judged)]
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, RecursionError):
        message = _("this is no result of lychee on the addresses of this library.")
        raise ValueError(message) from None


def _answer_rows(files: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[int, int | None]]:
    """Yield the line in the list and the answer of the server, if there was one."""
    for rows in files.values():
        for row in rows:
            line, code = row["span"]["line"], row["status"].get("code")
            # Yes and no are numbers to Python, and lines count from the end below 1.
            if type(line) is not int or line < 1 or type(code) not in {int, type(None)}:
                raise ValueError
            yield line, code


def _judged(code: int | None) -> tuple[LinkVerdict, str, bool]:
    if code is None:
        return LinkVerdict.BROKEN, _("the site cannot be reached"), False
    if code in _GONE:
        return LinkVerdict.BROKEN, _(_GONE[code]), True
    if code in _REFUSED:
        return LinkVerdict.UNSURE, _("the site lets no programs in ({code})", code=code), True
    if code >= _SERVER_FAULT:
        return LinkVerdict.BROKEN, _("the site has a fault ({code})", code=code), True
    return LinkVerdict.BROKEN, _("the site refuses the address ({code})", code=code), True


# An issue on GitHub holds 65,536 characters.
_SHOWN = 100
_SHOWN_LENGTH = 300
_PLACES = 5
_HEADS = {
    LinkVerdict.BROKEN: (N_("Does not work"),),
    LinkVerdict.UNSURE: (
        N_("Cannot be told"),
        N_("A program gets no further here, a person perhaps does."),
    ),
}
_ADVICE = (
    N_("Open the address in your browser. If it works, you need do nothing."),
    N_("Has the page moved? Put the new address in the file that is named."),
    N_(
        "Is it gone, and is there a copy? Add the copy to the source in `references.bib`, as "
        "`archiveurl`."
    ),
    N_("Is there no copy? Look for one in a web archive, or take another source."),
)


def links_report(outcomes: Sequence[LinkOutcome], count: int) -> str:
    """Return the report on a list of so many addresses."""
    broken = sum(1 for one in outcomes if one.verdict is LinkVerdict.BROKEN)
    parts = [_summary(broken, count)]
    if nothing_answered(outcomes, count):
        parts.append(
            _("Not one address answered. Probably it was the connection of this check.") + "\n"
        )
    for verdict, head in _HEADS.items():
        if rows := [one for one in outcomes if one.verdict is verdict]:
            title, *more = map(_, head)
            parts += [f"## {title}\n", *(f"{one}\n" for one in more)]
            parts.append("\n".join(_rows(rows)) + "\n")
    return "\n".join([*parts, *([_advice()] if outcomes else [])])


def _advice() -> str:
    steps = [f"{number}. {_(step)}" for number, step in enumerate(_ADVICE, start=1)]
    return "\n".join(["## " + _("What you can do"), "", *steps, ""])


def nothing_answered(outcomes: Sequence[LinkOutcome], count: int) -> bool:
    """Return whether the network of the checker is at fault rather than so many sites."""
    return count > 1 and sum(not one.answered for one in outcomes) == count


def _summary(broken: int, count: int) -> str:
    checked = ngettext("{n} address checked", "{n} addresses checked", count)
    if not broken:
        return _("{checked}: none was found that does not work.", checked=checked) + "\n"
    does_not = ngettext("{n} does not work.", "{n} do not work.", broken)
    return f"{checked}: {does_not}\n"


def _rows(outcomes: Sequence[LinkOutcome]) -> Iterator[str]:
    for outcome in outcomes[:_SHOWN]:
        yield f"- {_code(outcome.address.url)}: {outcome.reason}"
        places = outcome.address.places
        yield from (
            "  - " + _("is in {place}", place=_code(str(place))) for place in places[:_PLACES]
        )
        if len(places) > _PLACES:
            more = len(places) - _PLACES
            yield "  - " + ngettext("and in {n} more place", "and in {n} more places", more)
        yield from (
            "  - " + _("archived copy: {copy}", copy=_code(copy))
            for copy in outcome.address.archived
        )
    if len(outcomes) > _SHOWN:
        yield "- " + _("and {n} more", n=len(outcomes) - _SHOWN)


def _code(text: str) -> str:
    """Show text of others as code: no link, no mention, no markup, no hidden characters."""
    cut = text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}…"
    return f"`{visible(cut).replace('`', '%60')}`"
