"""An empty Word document, in parts, which the browser fills with a handout.

The library that makes it takes a tenth of a second to import: only who needs it imports this.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

from babel import Locale
from babel.core import get_global
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from kennisbank.messages import _, language

_TABLES = {"Normal Table", "Table Grid"}
# A picture of the empty page, and all styles once more for a Word of 2010.
_UNUSED = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
# The first day that a ZIP knows, for a library that was never reviewed.
_FIRST_DAY = dt.date(1980, 1, 1)


def word_parts(author: str, day: dt.date | None) -> dict[str, object]:
    """Return the parts by name, and which list definition numbers the steps.

    The styles are Word's own (Title, Heading 1, List Bullet …), so a reader can restyle them.
    """
    document = Document()
    _sign(document, author, day or _FIRST_DAY)
    _set_page(document)
    _set_language(document)
    _drop_unused(document)
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name).decode() for name in sorted(archive.namelist())}
    return {"parts": parts, "numbers": _number_definition(document)}


def _sign(document: WordDocument, author: str, day: dt.date) -> None:
    """The library would write its own name and the moment of the build."""
    moment = dt.datetime.combine(day, dt.time())
    properties = document.core_properties
    properties.title, properties.author = _("My selection"), author
    properties.last_modified_by = author
    properties.created = properties.modified = moment
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = _country()


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)


def _country() -> str:
    """Return our language as Word knows it: nl-NL."""
    full = Locale.parse(get_global("likely_subtags").get(language(), language()))
    return f"{full.language}-{full.territory}" if full.territory else full.language


def _set_language(document: WordDocument) -> None:
    """Without this Word marks every word of another language as a mistake in English."""
    styles: Any = document.styles.element
    for one in styles.iter(qn("w:lang")):
        one.set(qn("w:val"), _country())


def _drop_unused(document: WordDocument) -> None:
    """The looks of a hundred tables weigh most, and a picture is no text."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLES:
            style.delete()
    for relations in (document.part.package.rels, document.part.rels):
        for name in [key for key, one in relations.items() if one.reltype in _UNUSED]:
            del relations[name]


def _number_definition(document: WordDocument) -> int:
    style: Any = document.styles["List Number"].element
    number = style.pPr.numPr.numId.val
    numbering: Any = document.part.numbering_part.element
    return int(numbering.num_having_numId(number).abstractNumId.val)
