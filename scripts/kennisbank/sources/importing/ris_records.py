"""Reads RIS as sources with the line of each field, so that nothing in it goes missing unseen.

One file: one format, from its lines to the fields of a source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kennisbank.sources.addresses import doi_in
from kennisbank.sources.date_parsing import date_of
from kennisbank.sources.formats.bibtex import latex_address, latex_text, name_text
from kennisbank.sources.importing.registry_text import text_of
from kennisbank.sources.name_parsing import is_others, name_of, names_of
from kennisbank.sources.names import Name

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<text>.*))?")
IS_RIS = re.compile(r"^[ \t]*TY {1,2}- ", re.MULTILINE)


@dataclass
class RisRecord:
    """The texts of a record by their tag, with their lines, and whether its end is there."""

    line: int
    rows: list[tuple[str, str, int]] = field(default_factory=list)
    ended: bool = False

    def texts(self, *tags: str) -> list[str]:
        """Return all that stands behind these tags, in the order of the tags."""
        return [text for tag in tags for name, text, _line in self.rows if name == tag and text]

    def first(self, *tags: str) -> str:
        """Return the first text behind one of these tags."""
        return next(iter(self.texts(*tags)), "")

    def line_of(self, *tags: str) -> int:
        """Return the line of the first of these tags."""
        found = (line for tag in tags for name, text, line in self.rows if name == tag and text)
        return next(found, self.line)


def ris_records(text: str) -> list[RisRecord]:
    """Return the records of a RIS file; one begins at TY, also where the end before it is lost."""
    records: list[RisRecord] = []
    current: RisRecord | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        found = _LINE.fullmatch(line.strip())
        tag = found["tag"] if found else ""
        if tag == "TY":
            current = RisRecord(number)
            records.append(current)
        if not current:
            continue
        if tag == "ER":
            current.ended, current = True, None
        elif found:
            current.rows.append((tag, text_of(found["text"]), number))
        elif line.strip() and current.rows:  # A long text goes on without a tag.
            tag, start, first = current.rows[-1]
            current.rows[-1] = (tag, f"{start} {text_of(line)}".strip(), first)
    return records


_TYPES = {
    "article": "JOUR EJOUR JFULL ABST INPR",
    "newspaper": "NEWS",
    "magazine": "MGZN",
    "book": "BOOK EBOOK EDBOOK SER",
    "booklet": "PAMP",
    "incollection": "CHAP ECHAP ENCYC DICT",
    "inproceedings": "CONF CPAPER",
    "report": "RPRT GOVDOC",
    "thesis": "THES",
    "online": "ELEC WEB BLOG",
    "dataset": "DATA AGGR DBASE",
    "software": "COMP",
    "legislation": "STAT BILL",
    "jurisdiction": "CASE",
    "standard": "STAND",
    "patent": "PAT",
    "video": "VIDEO MPCT",
    "audio": "SOUND MUSIC",
    "image": "ART FIGURE",
    "presentation": "SLIDE",
    "unpublished": "UNPB MANSCPT",
    "letter": "PCOMM ICOMM",
    "misc": "GEN",
}
_ENTRY_TYPES = {ris: entry for entry, names in _TYPES.items() for ris in names.split()}
# Where several tags mean the same, the first that is filled counts.
_TEXTS = {
    "title": ("TI", "T1", "CT"),
    "shorttitle": ("ST",),
    "series": ("T3",),
    "volume": ("VL",),
    "issue": ("IS",),
    "eid": ("C7",),
    "volumes": ("NV",),
    "edition": ("ET",),
    "publisher": ("PB", "PU"),
    "address": ("CY", "PP", "PI"),
    "language": ("LA",),
    "type": ("M3",),
    "number": ("M1",),
}
_CONTAINER = ("BT", "T2", "JF", "JO", "JA", "J1", "J2")
AUTHORS = ("AU", "A1")
_ROLES = {"author": AUTHORS, "editor": ("A2", "ED"), "translator": ("A4",)}
# Here the second people are performers to one program, and producers to another.
_PERFORMED = frozenset(("video", "audio", "software"))
# How programs keep a work, and what is in no list of references.
_KEPT_BESIDE = """
    TY AB N1 N2 KW AN DB DP L1 L2 L3 L4 LK AD ID LB CN RN RP AV CA C1 C2 C3 C4 C5 C6 C8 PA J9 JI WE
    U1 U2 U3 U4 U5
"""
_SET_ASIDE = frozenset(_KEPT_BESIDE.split())
_ABBREVIATIONS = frozenset(("JA", "J1", "J2", "JO", "JF"))
_PEOPLE = frozenset(tag for tags in _ROLES.values() for tag in tags)
_MAY_REPEAT = _SET_ASIDE | _ABBREVIATIONS | _PEOPLE | {"DA", "PY", "Y1", "SN"}
_IN_ARTICLES = frozenset(("article", "newspaper", "magazine"))
_HELD = dict.fromkeys(("incollection", "inproceedings"), "booktitle")
_HELD |= {"online": "organization", "book": "series"}
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]\b")
_ISBN = re.compile(r"(?:97[89][- ]?)?\d[\d -]{7,13}[\dXx]\b")


def fields_of(record: RisRecord) -> tuple[str, dict[str, str], dict[str, int]]:
    """Return the entry type and the fields with their lines; what has no place keeps its tag."""
    said = record.first("TY").upper()
    return _Fields(record, _ENTRY_TYPES.get(said, said.casefold() or "unknown")).read()


class _Fields:
    """The fields of one record while they are filled, and the tags that were used for them."""

    def __init__(self, record: RisRecord, type_: str) -> None:
        self.record, self.type = record, type_
        self.fields: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        self.used: set[str] = set(_SET_ASIDE)

    def read(self) -> tuple[str, dict[str, str], dict[str, int]]:
        """Fill all fields; the rest stays under its tag, for a person to see."""
        if self.type == "article":
            self.fields["entrysubtype"] = "journal"
        is_edited = self.record.first("TY") == "EDBOOK" and not self.record.first("A2", "ED")
        for name, tags in _ROLES.items():
            if name == "author" or self.type not in _PERFORMED:
                people = " and ".join(map(_name, self.record.texts(*tags)))
                field = "editor" if is_edited and name == "author" else name
                self._take(field, people, *tags)
                self._point_at_faulty(field, tags)
        self._take_container()
        for name, tags in _TEXTS.items():
            if text := self.record.first(*tags):
                tag = next(tag for tag in tags if self.record.first(tag))
                self._take(self._field(name), latex_text(text), tag)
        self._take_doi()
        self._take_dates()
        self._take_pages()
        self._take_numbers()
        for tag, text, line in self.record.rows:
            if text and (tag not in self.used or self._is_more(tag, text)):
                self.fields.setdefault(tag, latex_text(text))
                self.lines.setdefault(tag, line)
        return self.type, self.fields, self.lines

    def _take(self, name: str, text: str, *tags: str) -> None:
        if text and name not in self.fields:
            self.fields[name] = text
            self.lines[name] = self.record.line_of(*tags)
            self.used |= set(tags)

    def _point_at_faulty(self, field: str, tags: tuple[str, ...]) -> None:
        """Give names the line of the first that cannot be read, which is where to mend it."""
        rows = (row for row in self.record.rows if row[0] in tags)
        faulty = (line for _, text, line in rows if names_of(_name(text)).faults)
        if field in self.lines:
            self.lines[field] = next(faulty, self.lines[field])

    def _is_more(self, tag: str, text: str) -> bool:
        """Return whether a tag that counts once stands there again with another text."""
        return tag not in _MAY_REPEAT and text != self.record.first(tag)

    def _field(self, name: str) -> str:
        if name == "issue" and self.type not in {*_IN_ARTICLES, *_HELD}:
            return "number"
        if name == "publisher" and self.type in {"report", "thesis"}:
            return "institution"
        return "version" if name == "edition" and self.type in {"software", "dataset"} else name

    def _take_container(self) -> None:
        record = self.record
        if self.type == "presentation":
            self._take("venue", latex_text(record.first("CY")), "CY")
        if self.type == "book" and record.first("BT"):
            self._take("title", latex_text(record.first("BT")), "BT")
        if self.type == "inproceedings" and record.first("C3"):
            self._take("booktitle", latex_text(record.first("C3")), "C3")
            self._take("eventtitle", latex_text(record.first("T2")), "T2")
        tag = next((tag for tag in _CONTAINER if record.first(tag) and tag not in self.used), "")
        if tag:
            name = (
                "eventtitle"
                if self.type == "presentation"
                else _HELD.get(self.type, "journaltitle")
            )
            self._take(name, latex_text(record.first(tag)), tag)
            self.used |= _ABBREVIATIONS

    def _take_doi(self) -> None:
        for tag in ("DO", "M3", "L3"):
            doi = doi_in(self.record.first(tag))
            if doi or tag == "DO":
                self._take("doi", latex_address(doi or self.record.first(tag)), tag)
            if doi and self.fields.get("type") == latex_text(self.record.first(tag)):
                del self.fields["type"], self.lines["type"]
        self._take("url", latex_address(self.record.first("UR").split(";http")[0]), "UR")

    def _take_dates(self) -> None:
        record = self.record
        tag = next((tag for tag in ("PY", "Y1", "DA") if record.first(tag)), "")
        (date, rest), (day, more) = date_text(record.first(tag)), date_text(record.first("DA"))
        self.used |= {"PY", "Y1", "DA", "Y2"}
        if date_of(day).start and (day.startswith(date) or date in day):
            self._take_date("date", day, more, "DA")
        else:
            self._take_date("date", date, rest, tag)
            if re.search(r"\d{4}", day):
                self._take("DA", latex_text(day), "DA")
            else:
                self._take("month", latex_text(day), "DA")
        self._take_date("urldate", *date_text(record.first("Y2")), "Y2")
        if re.fullmatch(r"\d{4}", record.first("OP")):
            self._take("origdate", record.first("OP"), "OP")

    def _take_date(self, name: str, date: str, rest: str, tag: str) -> None:
        """Take a date, and tell what stands behind it; words and a year alone are a `year`."""
        name = "year" if name == "date" and not _EDTF.fullmatch(date) else name
        self._take(name, latex_address(date), tag)
        self._take(tag, latex_text(rest), tag)

    def _take_pages(self) -> None:
        start, end = self.record.first("SP"), self.record.first("EP")
        is_whole = not end or re.search(rf"[-–]\s*{re.escape(end)}$", start)
        pages = start if is_whole else "-".join(filter(None, (start, end)))
        # Of a thesis, as of a book, this is how many pages it has.
        size = self.type == "thesis" and not end
        self._take("pagetotal" if size else "pages", latex_text(pages), "SP", "EP")

    def _take_numbers(self) -> None:
        for text in self.record.texts("SN"):
            name = "isbn" if _ISBN.search(text) and not _ISSN.fullmatch(text[:9]) else ""
            name = name or ("issn" if _ISSN.search(text) else "number")
            self._take(name, latex_text(text), "SN")


def _name(text: str) -> str:
    """Return a name; RIS writes a person as Surname, Given, Suffix and any other as it is."""
    if is_others(text):
        return "others"
    if text.startswith("{") and text.endswith("}"):
        # As BibTeX has it: an organisation, with all commas in its name.
        return name_text(Name(literal=text.strip("{} ")))
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) == 1:
        # A small letter begins the surname of a person of whom no more is known.
        is_person = parts[0][:1].islower()
        return latex_text(parts[0]) if is_person else name_text(Name(literal=parts[0]))
    written = latex_text(", ".join([parts[0], *reversed(parts[1:])]))
    if not name_of(written):
        written = latex_text(text)
    several = written.split(" and ")
    is_whole = len(several) > 1 and not all("," in one for one in several)
    return f"{{{written}}}" if is_whole else written


_DATE = re.compile(
    r"(?P<year>\d{4})/(?P<month>0?\d|1[0-2]|)(?:/(?P<day>\d{0,2}))?(?:/(?P<words>.*))?"
)
_EDTF = re.compile(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?")
_TIME = re.compile(r"[ /]*\d\d:\d\d(?::\d\d)?$")


def date_text(text: str) -> tuple[str, str]:
    """Return 2021/03/05/words as EDTF or, where they are a date, as those words; and what is left.

    What is no such date stays as it is written.
    """
    bare = _TIME.sub("", text)
    found = _DATE.fullmatch(bare)
    if not found:
        return bare, ""
    words = (found["words"] or "").strip()
    said = (words, f"{words} {found['year']}") if words else ()
    if known := next((one for one in said if date_of(one).start), ""):
        return known, ""
    parts = (found["year"], found["month"] or "", found["day"] or "")
    return "-".join(part.zfill(2) for part in parts if part.strip("0")), words
