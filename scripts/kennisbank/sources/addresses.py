"""Reads DOIs and web addresses, out of a source or as somebody typed them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

_DOI_ADDRESS = re.compile(r"(?:https?://)?(?:www\.|dx\.)?doi\.org/", re.IGNORECASE)
_DOI_LABEL = re.compile(r"doi\s*:?\s*(?=10\.)", re.IGNORECASE)
_PROXIED = re.compile(r"\bdoi[.-]org[^/\s]*/(10\.\d{4,9}/[^\s{}?#&]+)", re.IGNORECASE)
_IS_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
# TeXMed has it in a note, between \\href{ and }.
_NOTED_DOI = re.compile(r"doi\.org/(10\.\d{4,9}/[^\s{}\[\]]+)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"'`{}\\]+", re.IGNORECASE)
_AROUND = re.compile(r"[{\s]*(?:\\url\s*\{|<)(?P<address>[^{}<>]*)[}>][}\s]*")
# What reference managers write for a sign that LaTeX reads as a command: {\_}, \%, {\~{}}.
_TILDE = re.compile(r"\{?\\(?:~(?:\{\})?|textasciitilde(?![a-z])\s?(?:\{\})?)\}?")
_SIGN = re.compile(r"\{\\?([_%&#$~])\}|\\([_%&#$])")
# EndNote puts all addresses of a work in one field.
_SEVERAL = re.compile(r"(https?://[^\s<>\"{}]+)(?:\s+https?://[^\s<>\"{}]+)+", re.IGNORECASE)
# Pages about DOIs ask for every other sign to be written as %3C in an address.
_SAFE_IN_DOI = "/:;()[]!$&'*+,=@._-~"
_ENCODED = re.compile(r"(%[0-9A-Fa-f]{2})")


def doi_of(text: str) -> str:
    """Return the DOI itself, however it was entered; what is none stays as it is, to be reported.

    Capitals stay, though they do not count. Source: the DOI Handbook, section 2.5.2 on encoding.
    """
    doi = address_of(text).replace("&lt;", "<").replace("&gt;", ">")
    while found := _DOI_ADDRESS.match(doi) or _DOI_LABEL.match(doi):
        doi = doi[found.end() :]
    if "://" in doi and (found := _PROXIED.search(unquote(doi))):
        # The library of a university puts its own name behind that of doi.org.
        doi = found[1]
    return doi.rstrip(".,;")


def work_doi(fields: Mapping[str, str]) -> str:
    """Return the DOI of a work, from its own field, an address that is one, or a note."""
    for name in ("doi", "url"):
        doi = doi_of(fields.get(name, ""))
        if doi.startswith("10.") and not re.search(r"\s", doi):
            return doi
    noted = _NOTED_DOI.search(fields.get("note", ""))
    return doi_of(noted[1]) if noted else ""


def doi_address(doi: str) -> str:
    """Return where a DOI leads; < and # would end the address too early.

    A DOI that was taken from an address is encoded already.
    """
    parts = _ENCODED.split(doi)
    encoded = (
        part if _ENCODED.fullmatch(part) else quote(part, safe=_SAFE_IN_DOI) for part in parts
    )
    return f"https://doi.org/{''.join(encoded)}"


def url_of(fields: Mapping[str, str]) -> str:
    """Return the web address of a work, from its own field or from howpublished."""
    if url := address_of(fields.get("url", "")):
        return url
    if _IS_ADDRESS.match(doi := doi_of(fields.get("doi", ""))):
        return doi
    if eprint := arxiv_number(fields):
        return f"https://arxiv.org/abs/{eprint}"
    found = _URL.search(_plain_signs(fields.get("howpublished", "")))
    return found.group() if found else ""


def arxiv_number(fields: Mapping[str, str]) -> str:
    """Return the number of a preprint on arXiv, or nothing."""
    archive = fields.get("eprinttype") or fields.get("archiveprefix", "")
    return fields.get("eprint", "").strip(" {}") if archive.casefold() == "arxiv" else ""


def address_of(text: str) -> str:
    """Return what a field holds as an address: no braces around it, and signs as they are."""
    plain = _plain_signs(text)
    found = _AROUND.fullmatch(plain)
    address = (found["address"] if found else plain).strip(" {}")
    several = _SEVERAL.fullmatch(address)
    return several[1] if several else address


def _plain_signs(text: str) -> str:
    return _SIGN.sub(lambda match: match[1] or match[2], _TILDE.sub("~", text))


_ADDRESS = re.compile(r"(?:https?://)?(?:www\.|dx\.)?doi\.org/", re.IGNORECASE)
_LABELS = re.compile(r"(?:doi(?!\.org/)\s*:?\s*)+", re.IGNORECASE)
# Printable ASCII, without what could leave a field of a .bib file or a path of an address.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[!#-Z_a-z\[\]~]{1,250}")
_LAST_MARKS = ".,;:"


def doi_in(text: str) -> str:
    """Return the DOI in an address, behind `doi:` or by itself; empty when there is none."""
    rest = text.strip()
    if rest.startswith("<") and rest.endswith(">"):
        rest = rest[1:-1]
    if label := _LABELS.match(rest):
        rest = rest[label.end() :]
    if address := _ADDRESS.match(rest):
        rest = unquote(re.split("[?#]", rest[address.end() :])[0])
    rest = rest.rstrip(_LAST_MARKS)
    steps = rest.split("/")
    return rest if _DOI.fullmatch(rest) and not {".", ".."} & set(steps) else ""
