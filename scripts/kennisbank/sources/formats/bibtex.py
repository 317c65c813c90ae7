"""Writes works as BibTeX, in which every sign means itself.

One file: one format, from the fields of a work to the signs that LaTeX reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal
from urllib.parse import quote

from kennisbank.sources import work_types
from kennisbank.sources.conversion import ROLES
from kennisbank.sources.csl_item import CslItem, Role, names_in, publication, text_in, work_date
from kennisbank.sources.dates import Day, WorkDate, advance_online
from kennisbank.sources.formats.csl_json import has_others
from kennisbank.sources.name_parsing import names_of
from kennisbank.sources.names import Name

# \{ would do for LaTeX, but BibTeX counts it as a brace and loses the end of the field.
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SIGN = re.compile("[" + re.escape("".join(_SIGNS)) + "]")
# Two of these in a row would become one: a dash, a quotation mark, an entity of HTML.
_PAIR = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=&)(?=[A-Za-z]+;)")
_NEVER_IN_AN_ADDRESS = re.compile(r"[^\S ]|[{}\\]")


def latex_text(text: str) -> str:
    """Return LaTeX that prints the text as it is, on one line."""
    one_line = " ".join(text.split())
    return _PAIR.sub("{}", _SIGN.sub(lambda sign: _SIGNS[sign.group()], one_line))


def latex_address(text: str) -> str:
    """Return a web address or DOI: LaTeX has no say in it, but no brace may end the field."""
    return _NEVER_IN_AN_ADDRESS.sub(lambda sign: quote(sign.group()), text)


def bibtex_names(item: CslItem, role: Role) -> str:
    """Return the names of a role, with "and others" where the source says so."""
    names = [name_text(name) for name in names_in(item, role)]
    if has_others(item, role):
        names.append("others")
    return " and ".join(names)


def name_text(name: Name) -> str:
    """Return the plainest form that is read back as the same name."""
    forms = list(_forms(name))
    return next((form for form in forms if _is_read_as(name, form)), forms[0])


def _is_read_as(name: Name, form: str) -> bool:
    # Between others: an "and" at the end of a name would divide it from nothing when it is alone.
    return names_of(f"{form} and {form}").known == (name, name)


def _forms(name: Name) -> Iterator[str]:
    if name.literal:
        yield _braced(name.literal)
        return
    # Other readers would take the small word in a surname for the end of its prefix.
    if not any(word[:1].islower() for word in name.family.split()[:-1]):
        yield _with_commas(name, latex_text)
    # Words that BibTeX would take for a prefix, a comma or an "and" that divides nothing.
    yield _with_commas(name, _braced)
    parts = {"family": name.family, "given": name.given}
    parts |= {"prefix": name.prefix, "suffix": name.suffix}
    yield ", ".join(f"{part}={_braced(text)}" for part, text in parts.items() if text)


def _with_commas(name: Name, write: Callable[[str], str]) -> str:
    # Braces would make an organisation of a person with one name, were there nothing behind them.
    alone = not (name.prefix or name.suffix or name.given)
    family = write(name.family) + ("{}" if alone and write is _braced else "")
    surname = f"{latex_text(name.prefix)} {family}".strip()
    return ", ".join([surname, *(write(part) for part in (name.suffix, name.given) if part)])


def _braced(text: str) -> str:
    return f"{{{latex_text(text)}}}"


def iso_day(day: Day | None) -> str:
    """Return as much as is known, the year in four digits; nothing when nothing is."""
    if not day:
        return ""
    # ISO 8601 has a year 0, which people call 1 v.Chr.
    year = f"{day.year:04}" if day.year > 0 else f"-{-day.year - 1:04}".replace("-0000", "0000")
    return "-".join([year, *(f"{part:02}" for part in day.parts[1:])])


_OtherDate = Literal["original-date", "event-date", "accessed"]
# Every BibTeX style defines these names; they stand in no braces.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex_dates(item: CslItem) -> dict[str, str]:
    """Return the date fields with the marks around their values.

    `year` is there for BibTeX; `date` only for what year and month cannot say: a day, a range or
    about when.
    """
    fields = _published(item)
    fields |= {
        "origdate": _only_date(item, "original-date"),
        "eventdate": _only_date(item, "event-date"),
        "urldate": _only_date(item, "accessed"),
    }
    return {name: value for name, value in fields.items() if value}


def _published(item: CslItem) -> dict[str, str]:
    status = item.get("status")
    if status and status != advance_online():
        return {"pubstate": "{inpress}"}
    fields = {"pubstate": "{prepublished}" if status else ""}
    date = publication(item)
    if not date.start:
        return fields | {"year": f"{{{latex_text(date.text)}}}" if date.text else ""}
    fields |= {"year": f"{{{iso_day(Day(date.start.year))}}}"}
    season = date.start.season
    if date.start.month and not season:
        fields["month"] = _MONTHS[date.start.month - 1]
    if date.start.day or date.end or date.still or date.circa or season:
        fields["date"] = f"{{{_date(date)}}}"
    return fields


def _only_date(item: CslItem, name: _OtherDate) -> str:
    date = work_date(item.get(name, {}))
    if date.start:
        return f"{{{_date(date)}}}"
    return f"{{{latex_text(date.text)}}}" if date.text else ""


def _date(date: WorkDate) -> str:
    """Return a date as EDTF writes it: 2019, 2022-03-03, 1950~, 2019/2021, 2019/."""
    days = [day for day in (date.start, date.end) if day]
    first, *more = (iso_day(day) + (f"-{day.month}" if day.season else "") for day in days)
    return "/".join([f"{first}~" if date.circa else first, *more, *([""] if date.still else [])])


_ARTICLES = ("article-journal", work_types.NEWSPAPER, work_types.MAGAZINE)
_ENTRY_TYPES = {
    **dict.fromkeys(_ARTICLES, "article"),
    work_types.BOOK: "book",
    work_types.CHAPTER: "incollection",
    work_types.PAPER: "inproceedings",
    work_types.REPORT: "techreport",
    work_types.THESIS: "thesis",
    work_types.WEBPAGE: "online",
    work_types.DATASET: "dataset",
    "software": "software",
    "legislation": "legislation",
    "legal_case": "jurisdiction",
    "manuscript": "unpublished",
    "motion_picture": "video",
    "song": "audio",
    "graphic": "image",
    "patent": "patent",
    "standard": "standard",
    "post": "post",
}
# These say by their type what they are.
_THESES = {"Proefschrift": "phdthesis", "Masterscriptie": "mastersthesis"}
_LANGUAGES = {
    "nl-NL": "dutch",
    "en": "english",
    "en-US": "american",
    "en-GB": "british",
    "de": "german",
    "fr": "french",
}
_TEXTS = {
    "title-short": "shorttitle",
    "volume": "volume",
    "issue": "number",
    "collection-title": "series",
    "collection-number": "number",
    "edition": "edition",
    "version": "version",
    "publisher-place": "address",
    "number-of-volumes": "volumes",
    "part-number": "part",
    "chapter-number": "chapter",
    "original-title": "origtitle",
    "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
    "event-title": "eventtitle",
    "event-place": "venue",
    "ISBN": "isbn",
    "ISSN": "issn",
}
_PUBLISHERS = {work_types.REPORT: "institution", work_types.THESIS: "school"}
_CONTAINERS = {
    **dict.fromkeys(_ARTICLES, "journal"),
    work_types.BOOK: "maintitle",
    work_types.WEBPAGE: "organization",
    work_types.POST: "organization",
}
# Here a number is that of an article or paper, which stands in place of pages.
_ARTICLE_NUMBER = frozenset(
    (
        *_ARTICLES,
        *(work_types.BOOK, work_types.CHAPTER, work_types.PAPER),
        *(work_types.WEBPAGE, work_types.POST, work_types.SPEECH, work_types.OTHER),
    )
)
_RANGE = re.compile(r"(?<=\w)-(?=\w)")


def bibtex(item: CslItem) -> str:
    """Return the text of one entry, with a newline behind it."""
    entry_type = _entry_type(item)
    named = {field: bibtex_names(item, role) for role, field in ROLES.items()}
    fields = {field: f"{{{names}}}" for field, names in named.items() if names}
    texts = _texts(item, entry_type)
    fields |= {name: f"{{{latex_text(text)}}}" for name, text in texts.items()}
    if page := item.get("page"):
        fields["pages"] = f"{{{_RANGE.sub('--', latex_text(page))}}}"
    fields |= bibtex_dates(item)
    addresses = {"doi": item.get("DOI", ""), "url": item.get("URL", "")}
    fields |= {name: f"{{{latex_address(text)}}}" for name, text in addresses.items() if text}
    lines = (f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{entry_type}{{{item['id']},\n{''.join(lines)}}}\n"


def _entry_type(item: CslItem) -> str:
    type_, genre = item["type"], item.get("genre", "")
    if type_ == work_types.THESIS:
        return _THESES.get(genre, "thesis")
    if type_ == work_types.SPEECH:
        fields = {"type": genre, "eventtitle": item.get("event-title", "")}
        # BibTeX knows no talks; where nothing else tells that it is one, the type does.
        told = work_types.csl_type("unpublished", fields) == work_types.SPEECH
        return "unpublished" if told else "presentation"
    if type_ == work_types.BOOK and item.get("page"):
        # Of a @book, pages are how many it has; here they are the ones that count.
        return "inbook"
    return _ENTRY_TYPES.get(type_, "misc")


def _texts(item: CslItem, entry_type: str) -> dict[str, str]:
    type_ = item["type"]
    texts = {"title": item.get("title", "")}
    texts[_CONTAINERS.get(type_, "booktitle")] = item.get("container-title", "")
    for name, field in _TEXTS.items():
        texts[field] = texts.get(field) or text_in(item, name)
    texts[_PUBLISHERS.get(type_, "publisher")] = item.get("publisher", "")
    texts["publisher"] = texts.get("publisher") or item.get("archive", "")
    texts["eid" if type_ in _ARTICLE_NUMBER else "number"] = item.get("number", "")
    texts["type"] = "" if entry_type in _THESES.values() else item.get("genre", "")
    if type_ in {work_types.NEWSPAPER, work_types.MAGAZINE} or _looks_like_newspaper(item):
        texts["entrysubtype"] = type_.removeprefix("article-")
    return {name: text for name, text in (texts | _language(item)).items() if text}


def _looks_like_newspaper(item: CslItem) -> bool:
    """Return whether a day and no volume would make an article in a journal one in a newspaper."""
    start = publication(item).start
    bound = any(item.get(name) for name in ("volume", "issue", "DOI"))
    return item["type"] == work_types.ARTICLE and bool(start and start.day) and not bound


def _language(item: CslItem) -> dict[str, str]:
    language = item.get("language", "")
    named = _LANGUAGES.get(language)
    return {"langid": named} if named else {"language": language}
