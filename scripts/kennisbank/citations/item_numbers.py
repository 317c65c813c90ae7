"""The volume, number and pages of a source become bare: the list says "nr." and "pp." itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations.field_text import first_text
from kennisbank.citations.work_types import (
    ARTICLE,
    BOOK,
    CHAPTER,
    MAGAZINE,
    NEWSPAPER,
    OTHER,
    PAPER,
    POST,
    SPEECH,
    WEBPAGE,
    is_whole_book,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_ARTICLES = (ARTICLE, NEWSPAPER, MAGAZINE)
# Here a number is that of a series; one that stands in place of pages has a field of its own.
_IN_A_SERIES = (BOOK, CHAPTER, PAPER, OTHER, WEBPAGE, POST, SPEECH)
_ARTICLE_NUMBER = re.compile(
    r"(?:article|artikel|art\.)\s*(?:no\.|nr\.)?\s*(\S+)|(e\d+)", re.IGNORECASE
)
# What the list says by itself: p. before pages, Deel before a volume, nr. before a number.
_NUMBER_WORD = re.compile(
    r"^(?:(?:nr|no|number|nummer|issue)(?![^\W\d_])\.?|#)\s*(?=\w)", re.IGNORECASE
)
_VOLUME_WORD = re.compile(
    r"^(?:vol(?:ume)?|jrg|jaargang|jg|deel|dl|band|bd)(?![^\W\d_])\.?\s*(?=\w)", re.IGNORECASE
)
_PAGE_WORD = re.compile(r"^(?:pp?\.|pages?\s|blz\.?|pag\.|pagina(?:'s)?\s)\s*(?=\w)", re.IGNORECASE)
# Databases write 209-26 for 209-226.
_SHORT_RANGE = re.compile(r"(?P<first>\d{3,})-(?P<last>\d{2,})")
_DASH = re.compile(r"\s*[-‐–—]+\s*")


def numbers_of(fields: Mapping[str, str], type_: str, entry_type: str) -> dict[str, str]:
    """Return the numbers of a work by the names that CSL has for them."""
    volume = _VOLUME_WORD.sub("", first_text(fields, ("volume",)))
    number = first_text(fields, ("number", "issue"))
    pages = _full_range(_DASH.sub("-", _PAGE_WORD.sub("", first_text(fields, ("pages",)))))
    article = first_text(fields, ("eid", "articleno"))
    if type_ in _ARTICLES:
        return {"volume": volume} | _numbers_of_article(number, pages, article)
    if type_ in _IN_A_SERIES:
        # The pages of a whole book are how many it has, which nobody asks for.
        where = "" if is_whole_book(entry_type) else pages
        return {"volume": volume, "page": where, "collection-number": number, "number": article}
    return {"volume": volume, "page": pages, "number": _NUMBER_WORD.sub("", number)}


def _numbers_of_article(number: str, pages: str, article: str) -> dict[str, str]:
    if not article and (found := _ARTICLE_NUMBER.fullmatch(pages)):
        article, pages = found[1] or found[2], ""
    issue = _DASH.sub("-", _NUMBER_WORD.sub("", number))
    return {"issue": issue, "page": pages, "number": article}


def _full_range(pages: str) -> str:
    found = _SHORT_RANGE.fullmatch(pages)
    if not found or len(found["last"]) >= len(found["first"]):
        return pages
    first, last = found["first"], found["last"]
    whole = first[: -len(last)] + last
    return f"{first}-{whole}" if whole > first else pages
