"""Prints a document as a PDF with tags and bookmarks."""

from __future__ import annotations

import logging
from importlib import import_module

from kennisbank.messages import _
from kennisbank.theme.look import stylesheet

# What an archive and a screen reader ask of a PDF: tags, a language, a title.
_VARIANT = "pdf/ua-1"


class NoPrinterError(Exception):
    """What prints is not installed; its text says what to do."""


def pdf_of(html: str) -> bytes:
    """Return the PDF; the maker of it is asked for only here, since few need it."""
    try:
        weasyprint = import_module("weasyprint")
    except (ImportError, OSError):
        message = _(
            "WeasyPrint is not installed, or not whole. Install it: pip install 'kennisbank[book]'"
        )
        raise NoPrinterError(message) from None
    # It reads the colours of drawings, and warns of each all the same.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    style = weasyprint.CSS(string=stylesheet("book"))
    document = weasyprint.HTML(string=html)
    made: bytes = document.write_pdf(stylesheets=[style], pdf_variant=_VARIANT, pdf_tags=True)
    return made
