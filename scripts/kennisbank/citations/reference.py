"""A source becomes its reference, its in-text form and its place in a list, in simple Dutch APA."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kennisbank.citations.names import Name, names_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kennisbank.reading.bibtex import Source

NO_DATE = "z.d."
_SHOWN_AUTHORS = 2
_LISTED_AUTHORS = 20


@dataclass(frozen=True, slots=True)
class Reference:
    """One work as the page shows it; `html` is safe, the other texts are plain."""

    key: str
    html: Markup
    cited_as: str
    year: str
    sort_key: tuple[str, str, str]
    state: str
    design: str


@cache
def _fold(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if one.isalnum())


def reference_of(source: Source) -> Reference:
    """Return how a source is listed and cited; what is not known is left out or named so."""
    fields = source.fields
    names, others = names_of(fields.get("author") or fields.get("editor", ""))
    title = _plain(fields.get("title", ""))
    year = _plain(fields.get("year", "")) or _plain(fields.get("date", ""))[:4] or NO_DATE
    cited_as = _cited_as(names, others=others) or title or source.key
    order = (_fold(cited_as), "" if year == NO_DATE else year, _fold(title))
    html = Markup(" ").join(part for part in _parts(source, names, title, year, others=others))
    state = fields.get("recordstate", "as-cited")
    return Reference(source.key, html, cited_as, year, order, state, fields.get("studydesign", ""))


def _cited_as(names: tuple[Name, ...], *, others: bool) -> str:
    if not names:
        return ""
    if others or len(names) > _SHOWN_AUTHORS:
        return f"{names[0].alone} et al."
    return " & ".join(name.alone for name in names)


def _parts(
    source: Source, names: tuple[Name, ...], title: str, year: str, *, others: bool
) -> list[Markup]:
    fields = source.fields
    authors = _listed(names, others=others)
    shown_title = escape(title) if title else Markup("[titel onbekend]")
    standalone = "journal" not in fields and "booktitle" not in fields
    if standalone and title:
        shown_title = Markup("<i>{}</i>").format(title)
    parts = [Markup("{}").format(_ended(authors))] if authors else []
    parts += [Markup("({}).").format(year), _ended(shown_title)]
    parts += [_ended(part) for part in (_container(fields), _publisher(fields, names)) if part]
    return [part for part in [*parts, _link(fields)] if part]


def _listed(names: tuple[Name, ...], *, others: bool) -> str:
    listed = [name.inverted for name in names]
    if others:
        return f"{', '.join(listed)} et al."
    if len(listed) > _LISTED_AUTHORS:
        return ", ".join(listed[: _LISTED_AUTHORS - 1]) + f", … {listed[-1]}"
    if len(listed) <= 1:
        return "".join(listed)
    before = ", ".join(listed[:-1])
    return f"{before}, & {listed[-1]}" if names[0].first else f"{before} & {listed[-1]}"


def _container(fields: Mapping[str, str]) -> Markup:
    journal = _plain(fields.get("journal") or fields.get("booktitle", ""))
    if not journal:
        series = " ".join(_plain(fields[one]) for one in ("series", "number") if one in fields)
        return escape(series)
    volume, number = _plain(fields.get("volume", "")), _plain(fields.get("number", ""))
    issue = Markup("<i>{}</i>").format(volume) if volume else Markup("")
    issue += Markup("({})").format(number) if number else Markup("")
    pages = _plain(fields.get("pages", "")).replace("--", "–")
    shown = [Markup("<i>{}</i>").format(journal), issue, escape(pages)]
    return Markup(", ").join(part for part in shown if part)


def _publisher(fields: Mapping[str, str], names: tuple[Name, ...]) -> Markup:
    publisher = _plain(fields.get("publisher") or fields.get("institution", ""))
    same = publisher in {name.alone for name in names}
    return Markup("") if same or "journal" in fields else escape(publisher)


def _link(fields: Mapping[str, str]) -> Markup:
    doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", fields.get("doi", "").strip())
    address = f"https://doi.org/{doi}" if doi else fields.get("url", "").strip()
    if not re.fullmatch(r"https?://[^\s<>\"'`]+", address):
        return Markup("")
    return Markup('<a href="{0}" rel="noopener">{0}</a>').format(address)


def _ended(text: Markup | str) -> Markup:
    shown = escape(text)
    return shown if re.search(r"[.?!](</i>)?$", shown) else shown + Markup(".")


def _plain(text: str) -> str:
    return text.replace("{", "").replace("}", "").replace("\\&", "&").strip()
