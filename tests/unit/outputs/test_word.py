"""The empty Word document that the browser fills."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import cast

from docx import Document

from kennisbank.outputs.empty_word import word_parts

DAY = dt.date(2026, 11, 24)


def test_the_parts_are_a_document_that_opens() -> None:
    """It is empty, A4 and Dutch, and has the styles that the browser names."""
    parts = cast("dict[str, str]", word_parts("Bibliotheek", DAY)["parts"])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    document = Document(made)
    names = {style.style_id for style in document.styles}

    assert document.paragraphs == []
    assert document.core_properties.author == "Bibliotheek"
    assert document.core_properties.created == dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
    assert (document.sections[0].page_width or 0) // 36000 == 210
    assert 'w:lang w:val="nl-NL"' in parts["word/styles.xml"]
    assert {"Title", "Heading1", "Heading4", "ListBullet", "ListNumber", "TableGrid"} <= names


def test_the_same_day_gives_the_same_parts() -> None:
    """Neither the clock nor the library that writes them leaves a trace."""
    assert word_parts("Bibliotheek", DAY) == word_parts("Bibliotheek", DAY)
    assert "python-docx" not in str(word_parts("Bibliotheek", DAY))


def test_a_library_without_a_day_gives_a_document_too() -> None:
    """A library that was never reviewed has a handout as well."""
    assert word_parts("", None)["numbers"] == word_parts("", DAY)["numbers"]
