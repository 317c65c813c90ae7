"""A new entry comes behind what was there, and not a byte of that changes."""

from __future__ import annotations

import pytest

from kennisbank.sources.importing.adding import skeleton, with_entry

ENTRY = "@book{nieuw,\n  title = {Nieuw},\n}\n"


@pytest.mark.parametrize(
    ("data", "added"),
    [
        (b"", b"@book{nieuw,\n  title = {Nieuw},\n}\n"),
        (b"\xef\xbb\xbf", b"@book{nieuw,\n  title = {Nieuw},\n}\n"),
        (b"@book{a,}\n", b"\n@book{nieuw,\n  title = {Nieuw},\n}\n"),
        (b"@book{a,}", b"\n\n@book{nieuw,\n  title = {Nieuw},\n}\n"),
        (b"@book{a,}\r\n", b"\r\n@book{nieuw,\r\n  title = {Nieuw},\r\n}\r\n"),
        (b"\xef\xbb\xbf@book{a,\r\n}", b"\r\n\r\n@book{nieuw,\r\n  title = {Nieuw},\r\n}\r\n"),
        (b"% caf\xe9\n", b"\n@book{nieuw,\n  title = {Nieuw},\n}\n"),
    ],
)
def test_the_file_keeps_its_bytes_and_its_line_ends(data: bytes, added: bytes) -> None:
    """A mark in front, CRLF, a missing last line end and bytes that are no UTF-8 all stay."""
    assert with_entry(data, ENTRY) == data + added


def test_a_skeleton_holds_the_doi_and_says_what_is_missing() -> None:
    """Nothing in it is made up, and its record is not called verified."""
    assert skeleton("10.5555/a") == (
        "@article{aanvullen,\n"
        "  author = {AANVULLEN},\n"
        "  year = {AANVULLEN},\n"
        "  title = {AANVULLEN},\n"
        "  journal = {AANVULLEN},\n"
        "  doi = {10.5555/a},\n"
        "  studydesign = {unknown},\n"
        "  recordstate = {as-cited},\n"
        "}\n"
    )
