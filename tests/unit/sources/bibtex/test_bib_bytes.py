"""A .bib file in another encoding costs no source."""

from __future__ import annotations

from pathlib import PurePosixPath

from kennisbank.sources.bibtex.file import bib_text

PATH = PurePosixPath("references.bib")


def test_windows_bytes_are_read_and_reported() -> None:
    """Each line that is no UTF-8 has a problem with its key; its text is read as Windows text."""
    data = "@book{künn, title = {Café}}\r\n@book{a,\r title = {Leren}}\n".encode("cp1252")
    text, problems = bib_text(b"\xef\xbb\xbf" + data, PATH)

    assert text == "@book{künn, title = {Café}}\n@book{a,\n title = {Leren}}\n"
    assert [str(one) for one in problems] == [
        (
            "references.bib:1:8: bad-file: bij 'künn' staat 'ü' niet als UTF-8. "
            "Bewaar het bestand opnieuw als UTF-8."
        )
    ]


def test_a_hidden_character_is_taken_out_and_reported() -> None:
    """A sign that nobody sees never reaches a page, and the rest of the file is read."""
    text, problems = bib_text("@book{a,\n  title = {Le\u200bren},\n}\n".encode(), PATH)

    assert text == "@book{a,\n  title = {Leren},\n}\n"
    assert [str(one) for one in problems] == [
        (
            "references.bib:2:14: hidden-character: bij 'a' staat een onzichtbaar teken (U+200B). "
            "Haal het weg en typ de tekst eromheen opnieuw."
        )
    ]
