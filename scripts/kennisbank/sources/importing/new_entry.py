"""Writes a work as the text of a new source in references.bib."""

from __future__ import annotations

from kennisbank.messages import N_, _
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.formats.bibtex import bibtex

# Stands where a person must still fill in something; the check refuses it.
# What stands where something must be added by hand.
MARKER = N_("ADD-ME")
# The registry answers for the record. What kind of study it is, nobody has judged yet.
# How sure it is that a work is the one that was meant: looked up, or only named by somebody.
VERIFIED, AS_CITED = "verified", "as-cited"
_OURS = "  studydesign = {{unknown}},\n  recordstate = {{{state}}},\n}}\n"


def entry_text(item: CslItem, state: str = VERIFIED) -> str:
    """Return the entry of a work, by default one that a registry described."""
    return bibtex(item).removesuffix("}\n") + _OURS.format(state=state)


def skeleton(doi: str) -> str:
    """Return the entry of a work of which only the DOI is known."""
    fields = ("author", "year", "title", "journal")
    waiting = "".join(f"  {name} = {{{_(MARKER)}}},\n" for name in fields)
    ours = _OURS.format(state=AS_CITED)
    return f"@article{{{_(MARKER).lower()},\n{waiting}  doi = {{{doi}}},\n{ours}"


def with_entry(data: bytes, entry: str) -> bytes:
    """Return a .bib file with an entry behind all that was in it, with the file's own line ends."""
    newline = "\r\n" if b"\r\n" in data else "\n"
    gap = "" if not data.strip(b"\xef\xbb\xbf\r\n") else "\n"
    if data.removeprefix(b"\xef\xbb\xbf") and not data.endswith(b"\n"):
        gap = f"\n{gap}"
    return data + f"{gap}{entry}".replace("\n", newline).encode()
