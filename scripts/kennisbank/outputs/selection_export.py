"""The parts of pages that readers take along in a document of their own."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from itertools import groupby, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from lxml import html

from kennisbank.evidence.studies import VERIFIED
from kennisbank.plain_json import json_script
from kennisbank.sources.formats.reference_list import in_list_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from docx.document import Document as WordDocument
    from lxml.html import HtmlElement

    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.page import Page
    from kennisbank.pages.site_map import EntryRef
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


# A piece of text, or its look ("b" or "i") and the piece.
Run: TypeAlias = str | tuple[str, str]
Runs: TypeAlias = list[Run]
# What it is (h2, p, ul, ol, table …) and its runs; of a table rows of cells; of an item in a
# numbered list also its number.
Block: TypeAlias = tuple[str, Runs] | tuple[str, Runs, int] | tuple[str, list[list[Runs]]]

_LOOKS = {"strong": "b", "b": "b", "em": "i", "i": "i", "dt": "b"}
_TEXTS = frozenset({"p", "h2", "h3", "h4", "pre", "caption"})
_LISTS = frozenset({"ul", "ol"})
_BLOCKS = _TEXTS | _LISTS | {"dl", "table", "div"}
# On paper nobody follows a card, downloads a file or sees a drawing without its words.
_DRAWINGS = frozenset({"figcaption", "svg"})
_BLANKS = re.compile(r"[ \t\r\n]+")
_UNSEEN = ("aria-hidden", "hidden", "download")
_NO_TEXT = frozenset({"kb-grid", "kb-explained"})
_SAID = frozenset({"kb-opening", "kb-facts", "kb-section"})
_SAID_ELSEWHERE = "kb-sources"


def page_blocks(page: str) -> list[Block]:
    """Return what the sections of a page say; what is related and the sources stand elsewhere."""
    found: list[Block] = []
    for section in html.fromstring(page).iter("section"):
        names = section.get("class", "").split()
        if _SAID.isdisjoint(names) or _SAID_ELSEWHERE in names:
            continue
        blocks = list(_blocks(section))
        if any(not block[0].startswith("h") for block in blocks):
            found += blocks
    return found


def runs_of(fragment: str) -> Runs:
    """Return the text of a piece of HTML, with what is bold or italic."""
    return _runs(html.fragment_fromstring(fragment, create_parent="div"))


def _blocks(element: HtmlElement) -> Iterator[Block]:
    if _is_left_out(element):
        return
    if element.tag in _TEXTS:
        if runs := _runs(element):
            yield ("p" if element.tag in {"pre", "caption"} else element.tag, runs)
    elif element.tag in _LISTS:
        yield from _items(element)
    elif element.tag == "dl":
        yield from _definitions(element)
    elif element.tag == "table":
        yield from _table(element)
    else:
        for child in element:
            yield from _blocks(child)


def _is_left_out(element: HtmlElement) -> bool:
    if element.tag in _DRAWINGS or any(element.get(name) is not None for name in _UNSEEN):
        return True
    return not _NO_TEXT.isdisjoint(element.get("class", "").split())


def _items(element: HtmlElement) -> Iterator[Block]:
    """An item's first block is the item; what follows stands under it."""
    for number, item in enumerate(element, start=int(element.get("start", 1))):
        parts = [child for child in item if child.tag in _BLOCKS]
        head, *rest = parts or [item]
        if head.tag in _TEXTS or head is item:
            runs = _runs(head)
            yield ("ol", runs, number) if element.tag == "ol" else ("ul", runs)
        else:
            rest = parts
        for part in rest:
            yield from _blocks(part)


def _definitions(element: HtmlElement) -> Iterator[Block]:
    for name in element.iter("dt"):
        values = takewhile(lambda one: one.tag == "dd", name.itersiblings())
        said: Runs = []
        for value in values:
            said += [", ", *_runs(value)] if said else _runs(value)
        yield ("p", _joined([*_runs(name, "b"), ": ", *said]))


def _table(element: HtmlElement) -> Iterator[Block]:
    for caption in element.iterchildren("caption"):
        yield from _blocks(caption)
    rows = [[_runs(cell) for cell in row.xpath("./th | ./td")] for row in element.iter("tr")]
    yield ("table", rows)


def _runs(element: HtmlElement, look: str = "") -> Runs:
    return _joined(_pieces(element, look or _LOOKS.get(element.tag, "")))


def _pieces(element: HtmlElement, look: str) -> Iterator[Run]:
    if element.text:
        yield _run(element.text, look)
    for child in element:
        if not _is_left_out(child):
            # Blocks inside a cell or a value stand on one line.
            space = " " if child.tag in _BLOCKS or child.tag == "br" else ""
            yield from (_run(space, look), *_pieces(child, _LOOKS.get(child.tag, look)))
            yield _run(f"{_address(child)}{space}", look)
        if child.tail:
            yield _run(child.tail, look)


def _address(element: HtmlElement) -> str:
    """On paper a link to another site is its address, unless its text says that already."""
    target = element.get("href", "") if element.tag == "a" else ""
    outside = target.startswith("http") and target != element.text_content()
    return f" ({target})" if outside else ""


def _run(text: str, look: str) -> Run:
    return (look, text) if look else text


def _joined(pieces: Iterable[Run]) -> Runs:
    """Return the pieces with single spaces, none at either end, and equal neighbours as one."""
    runs: list[tuple[str, str]] = []
    written = (("", piece) if isinstance(piece, str) else piece for piece in pieces if piece)
    for look, texts in groupby(written, key=itemgetter(0)):
        text = _BLANKS.sub(" ", "".join(text for _, text in texts))
        if not runs or runs[-1][1].endswith(" "):
            text = text.lstrip(" ")
        if runs and runs[-1][0] == look:
            runs[-1] = (look, runs[-1][1] + text)
        elif text:
            runs.append((look, text))
    if runs:
        runs[-1] = (runs[-1][0], runs[-1][1].rstrip(" "))
    return [(look, text) if look else text for look, text in runs if text]


# A work by its key, with its place in the list of all works and its reference.
Source: TypeAlias = tuple[str, int, Runs]

FOLDER = "assets/selection"
_LEAD = re.compile(r'<p class="kb-lead">(.*?)</p>', re.DOTALL)
_SOURCE = re.compile(r'<li id="bron-([^"]+)">')


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
    sources = {
        work.key: (work.key, place, _reference(work, context.states))
        for place, work in enumerate(in_list_order(context.works.values()))
    }
    for key, target in context.site_map.targets.items():
        name = f"{key.kind}:{key.id}"
        yield name, _handout(target, by_address[target.address].content, sources)
        # An address that somebody shared may name the entry as it was called then.
        for old in target.entry.redirect_from:
            yield f"{key.kind}:{old}", {"moved": name}


def _handout(target: EntryRef, html: str, sources: Mapping[str, Source]) -> dict[str, object]:
    lead = _LEAD.search(html)
    return {
        "title": target.title,
        "kind": type(target.entry).label.one,
        "address": target.address,
        "summary": runs_of(lead[1]) if lead else [],
        "blocks": page_blocks(html),
        # The list at the foot of a page.
        "sources": [sources[found[1]] for found in _SOURCE.finditer(html)],
    }


def _reference(work: Work, states: Mapping[str, str]) -> Runs:
    """A work that nobody could check says so wherever it is listed."""
    runs = runs_of(str(work.reference))
    if work.state == VERIFIED:
        return runs
    return [*runs, f" [{states.get(work.state, work.state)}]"]
