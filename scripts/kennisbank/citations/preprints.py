"""A preprint that is entered as an article becomes what it is: a page at an archive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations.addresses import arxiv_number
from kennisbank.citations.field_text import first_text

if TYPE_CHECKING:
    from collections.abc import Mapping

# As Google Scholar and DBLP write it: arXiv preprint arXiv:2101.00001, or CoRR abs/2101.00001.
_ARCHIVE = re.compile(r"(?:arxiv\b|corr$)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,20}/\d{7}")
_OF_A_JOURNAL = frozenset(("journal", "journaltitle", "volume", "number", "issue", "pages"))
# Archives of preprints; what they hold is cited with its year, as it is dated by its version.
ARCHIVES = frozenset(
    ("arxiv", "psyarxiv", "socarxiv", "edarxiv", "ssrn", "osf", "osf preprints", "preprints.org")
)


def as_preprint(entry_type: str, fields: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """Return entry type and fields of a work, which is a preprint where its journal says so."""
    journal = first_text(fields, ("journal", "journaltitle"))
    if not _ARCHIVE.match(journal):
        return entry_type, fields
    found = _NUMBER.search(f"{journal} {fields.get('volume', '')}")
    number = arxiv_number(fields) or (found[0] if found else "")
    kept = {name: text for name, text in fields.items() if name not in _OF_A_JOURNAL}
    own = {"organization": "arXiv", "eprinttype": "arxiv", "eprint": number}
    return "online", kept | own
