"""What the browser makes a handout of: the pages of entries, and an empty Word document."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from markupsafe import escape

from kennisbank.evidence.studies import VERIFIED
from kennisbank.fields.base import earlier_ids
from kennisbank.plain_json import json_script
from kennisbank.sources.formats.reference_list import in_list_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from docx.document import Document as WordDocument

    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.page import Page
    from kennisbank.sources.works import Work


TITLE = "Mijn selectie"
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
    _speak_dutch(document)
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
    properties.title, properties.author, properties.last_modified_by = TITLE, author, author
    properties.created = properties.modified = moment
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = "nl-NL"


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)


def _speak_dutch(document: WordDocument) -> None:
    """Without this Word marks every Dutch word as a mistake in English."""
    styles: Any = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")


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


FOLDER = "assets/selection"


def handout_files(context: RenderContext, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return a script for each entry and one with an empty Word document, by path."""
    data = {
        "word": word_parts(context.imprint.name, context.day),
        **dict(_handouts(context, pages)),
    }
    return {
        f"{FOLDER}/{name.replace(':', '/')}.js": json_script("kennisbankSelection", name, one)
        for name, one in data.items()
    }


def _handouts(
    context: RenderContext, pages: Iterable[Page]
) -> Iterator[tuple[str, dict[str, object]]]:
    by_address = {page.address: page for page in pages}
    works = {
        work.key: (work.key, place, _reference(work, context.states))
        for place, work in enumerate(in_list_order(context.works.values()))
    }
    for key, target in context.site_map.targets.items():
        name, page = f"{key.kind}:{key.id}", by_address[target.address]
        yield (
            name,
            {
                "title": target.title,
                "kind": type(target.entry).label.one,
                "address": target.address,
                "html": page.content,
                "works": [works[cited] for cited in page.cited],
            },
        )
        # An address that somebody shared may name the entry as it was called then.
        for old in earlier_ids(target.entry):
            yield f"{key.kind}:{old}", {"moved": name}


def _reference(work: Work, states: Mapping[str, str]) -> str:
    """A work that nobody could check says so wherever it is listed."""
    if work.state == VERIFIED:
        return str(work.reference)
    return f"{work.reference} [{escape(states.get(work.state, work.state))}]"
