"""Says of each source what type of work it is, in the words of CSL.

One file: one table of types, with what tells each from the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kennisbank.messages import N_, _
from kennisbank.sources.addresses import arxiv_number, url_of
from kennisbank.sources.bibtex.latex import plain_text
from kennisbank.sources.source import first_text

ARTICLE, BOOK, CHAPTER, REPORT, THESIS = "article-journal", "book", "chapter", "report", "thesis"
WEBPAGE, NEWSPAPER, MAGAZINE = "webpage", "article-newspaper", "article-magazine"
PAPER, SPEECH, DATASET, OTHER = "paper-conference", "speech", "dataset", "document"
LAW, CASE, STANDARD, PATENT = "legislation", "legal_case", "standard", "patent"
POST, AUDIO = "post", "song"
_TYPES = {
    ARTICLE: "article suppperiodical review journalarticle",
    NEWSPAPER: "newspaper newspaperarticle newsarticle krant",
    MAGAZINE: "magazine magazinearticle",
    BOOK: "book mvbook booklet manual collection mvcollection proceedings mvproceedings reference "
    "mvreference periodical commentary",
    CHAPTER: "inbook bookinbook suppbook incollection suppcollection inreference "
    "booksection encyclopediaarticle dictionaryentry",
    PAPER: "inproceedings conference conferencepaper",
    REPORT: "report techreport",
    THESIS: "thesis phdthesis mastersthesis bachelorsthesis",
    WEBPAGE: "online electronic www webpage website internetsite "
    "documentfrominternetsite blogpost forumpost",
    SPEECH: "presentation speech lecture talk",
    DATASET: "dataset data",
    "software": "software",
    LAW: "legislation law legal statute",
    CASE: "jurisdiction",
    "manuscript": "unpublished preprint",
    "motion_picture": "video movie film",
    AUDIO: "audio music podcast",
    "graphic": "image artwork figure",
    PATENT: "patent",
    STANDARD: "standard",
    POST: "post",
}
_BY_ENTRY_TYPE = {name: csl for csl, names in _TYPES.items() for name in names.split()}
# What biblatex knows as well, and a list of references has no form of its own for.
_FREE = frozenset(("misc", "letter", "performance", "bibnote"))
KNOWN_ENTRY_TYPES = frozenset(_BY_ENTRY_TYPE) | _FREE
# What to choose from, for who wrote another.
ENTRY_TYPES = {
    "article": N_("article, also in a newspaper or magazine"),
    "book": N_("book"),
    "collection": N_("collection with editors"),
    "incollection": N_("chapter in a collection"),
    "inbook": N_("part of a book"),
    "inproceedings": N_("conference paper"),
    "report": N_("report"),
    "phdthesis": N_("dissertation"),
    "mastersthesis": N_("thesis"),
    "online": N_("web page"),
    "unpublished": N_("not published, or a presentation"),
    "manual": N_("manual"),
    "dataset": N_("data"),
    "software": N_("program"),
    "video": N_("video"),
    "audio": N_("podcast or other sound"),
    "image": N_("image"),
    "legislation": N_("law or parliamentary paper"),
    "jurisdiction": N_("ruling"),
    "standard": N_("technical standard"),
    "patent": N_("patent"),
    "misc": N_("anything else"),
}
# What a type says by itself, in the words of the list.
_DESCRIPTIONS = {
    "phdthesis": N_("Doctoral dissertation"),
    "mastersthesis": N_("Master’s thesis"),
    "bachelorsthesis": N_("Bachelor’s thesis"),
    "thesis": N_("Thesis"),
    DATASET: N_("Data set"),
    "software": N_("Computer software"),
    "manuscript": N_("Unpublished manuscript"),
    "motion_picture": N_("Video"),
    AUDIO: N_("Audio"),
    "letter": N_("Letter"),
    "performance": N_("Performance"),
    "graphic": N_("Image"),
    SPEECH: N_("Presentation"),
}
_UNPUBLISHED_THESES = {
    "Doctoral dissertation": N_("Unpublished doctoral dissertation"),
    "Master’s thesis": N_("Unpublished master’s thesis"),
    "Bachelor’s thesis": N_("Unpublished bachelor’s thesis"),
    "Thesis": N_("Unpublished thesis"),
}
# As people write them, in Dutch and in English.
_OWN_THESES = {
    "proefschrift": "Doctoral dissertation",
    "masterscriptie": "Master’s thesis",
    "bachelorscriptie": "Bachelor’s thesis",
    "scriptie": "Thesis",
}
# biblatex names kinds of theses and reports by a key, other programs in English.
_KEYS = {
    **dict.fromkeys(
        ("phdthesis", "phd", "dissertation", "doctoraldissertation", "doctoralthesis"),
        N_("Doctoral dissertation"),
    ),
    **dict.fromkeys(("mathesis", "mastersthesis", "masterthesis"), N_("Master’s thesis")),
    **dict.fromkeys(("bathesis", "bachelorsthesis", "bachelorthesis"), N_("Bachelor’s thesis")),
    "candthesis": N_("Thesis"),
    "techreport": N_("Report"),
    "technicalreport": N_("Report"),
    "resreport": N_("Research report"),
    "software": N_("Computer software"),
    "computerprogram": N_("Computer software"),
    "datacd": N_("Data set"),
    "patent": N_("Patent"),
    "patreq": N_("Patent application"),
}
# patentus and patreqde name a country as well.
_COUNTRY = re.compile(r"(?<=^patent|^patreq)(?:us|eu|uk|de|fr)$")
_TALKS = re.compile(
    r"\b(\w*presentati(e|on)|lezing|keynote|poster|slides|sheets|workshop|webinar|toespraak|lecture"
    r"|talk|oratie|rede|(hoor|gast)?college)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|\\url|\\href", re.IGNORECASE)
# Where a work was put is not what it is, and what a program calls its entry type says nothing new.
_NO_DESCRIPTION = frozenset(
    (
        *("online", "website", "web", "webpagina", "webpage", "internet", "pdf", "print", "html"),
        *("journalarticle", "article", "electronicarticle", "book", "booksection", "editedbook"),
        *("thesis", "report", "generic", "conferencepaper", "conferenceproceedings", "citation"),
        "unpublishedwork",
        *("newspaperarticle", "magazinearticle", "govdoc", "governmentdocument"),
    )
)
_STATES = ("type", "howpublished", "note", "pubstate", "titleaddon", "publisher")
_UNPUBLISHED = re.compile(
    r"\b(?:unpublished|ongepubliceerde?|niet[- ]gepubliceerde?|unveröffentlichte?)\b", re.IGNORECASE
)
_LETTERS_ONLY = re.compile(r"[^a-z]")
_IN_PROCEEDINGS = ("booktitle", "pages", "editor", "publisher")
_SUBTYPES = {
    NEWSPAPER: re.compile(r"newspaper|krant|news", re.IGNORECASE),
    MAGAZINE: re.compile(r"magazine|weekblad|opinieblad", re.IGNORECASE),
    ARTICLE: re.compile("journal", re.IGNORECASE),
}


def is_whole_book(entry_type: str) -> bool:
    """Return whether an entry type stands for a book and never for a part of one."""
    return _BY_ENTRY_TYPE.get(entry_type) == BOOK


def csl_type(entry_type: str, fields: Mapping[str, str], *, has_day: bool = False) -> str:
    """Return the CSL type; an article with a day but no volume is from a newspaper."""
    found = _BY_ENTRY_TYPE.get(entry_type) or _type_by_fields(entry_type, fields)
    if found == CHAPTER and not plain_text(fields.get("booktitle", "")):
        # In BibTeX an @inbook is the book, with the pages that count.
        return BOOK
    if found == ARTICLE:
        return _article_type(fields, has_day=has_day)
    if _is_talk(found, fields):
        return SPEECH
    if found == OTHER and (url_of(fields) or _ADDRESS.search(fields.get("howpublished", ""))):
        return WEBPAGE
    return found


def description(entry_type: str, type_: str, fields: Mapping[str, str]) -> str:
    """Return what stands between brackets, or before the number of a report."""
    own = own_words(fields)
    if type_ == THESIS and any(_UNPUBLISHED.search(fields.get(name, "")) for name in _STATES):
        return _unpublished(entry_type, own)
    if own:
        known = _KEYS.get(_COUNTRY.sub("", _letters(own)))
        return _(known) if known else own
    said = _DESCRIPTIONS.get(entry_type) or _DESCRIPTIONS.get(type_)
    return _(said) if said else ""


def _unpublished(entry_type: str, own: str) -> str:
    rest = _UNPUBLISHED.sub("", own).strip()
    known = _KEYS.get(_letters(rest)) or _OWN_THESES.get(rest.casefold())
    known = known or ("" if rest else _DESCRIPTIONS.get(entry_type, "Thesis"))
    if known:
        return _(_UNPUBLISHED_THESES[known])
    return _("Unpublished {what}", what=f"{rest[:1].lower()}{rest[1:]}")


def own_words(fields: Mapping[str, str]) -> str:
    """Return how the source itself calls what it is; an address is no description."""
    given = (fields.get(name, "") for name in ("type", "titleaddon", "howpublished"))
    texts = (plain_text(one) for one in given if not _ADDRESS.search(one))
    return next((one for one in texts if one and _letters(one) not in _NO_DESCRIPTION), "")


def _letters(text: str) -> str:
    return _LETTERS_ONLY.sub("", text.casefold())


def _type_by_fields(entry_type: str, fields: Mapping[str, str]) -> str:
    """Return what a work of an unknown entry type is by the field that only one type has."""
    if entry_type in KNOWN_ENTRY_TYPES:
        return OTHER
    telling = {"journal": ARTICLE, "journaltitle": ARTICLE, "booktitle": CHAPTER, "school": THESIS}
    return next((type_ for name, type_ in telling.items() if fields.get(name)), OTHER)


def _is_talk(found: str, fields: Mapping[str, str]) -> bool:
    event = bool(fields.get("eventtitle"))
    if found == PAPER:
        # With pages or a publisher it is in proceedings that have the name of the event.
        return event and not any(fields.get(name, "").strip() for name in _IN_PROCEEDINGS)
    told = bool(_TALKS.search(own_words(fields)))
    return found in {"manuscript", OTHER} and (event or told)


def _article_type(fields: Mapping[str, str], *, has_day: bool) -> str:
    subtype = fields.get("entrysubtype", "")
    for type_, words in _SUBTYPES.items():
        if words.search(subtype):
            return type_
    bound = any(fields.get(name, "").strip() for name in ("volume", "number", "issue", "doi"))
    return NEWSPAPER if has_day and not bound else ARTICLE


# As Google Scholar and DBLP write it: arXiv preprint arXiv:2101.00001, or CoRR abs/2101.00001.
_ARCHIVE = re.compile(r"(?:arxiv\b|corr$)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,20}/\d{7}")
_OF_A_JOURNAL = frozenset(("journal", "journaltitle", "volume", "number", "issue", "pages"))
# Archives of preprints; what they hold is cited with its year, as it is dated by its version.
ARCHIVES = frozenset(
    (
        *("arxiv", "psyarxiv", "socarxiv", "edarxiv", "biorxiv", "medrxiv", "chemrxiv", "engrxiv"),
        *("ssrn", "ssrn electronic journal", "osf", "osf preprints", "preprints.org", "mindrxiv"),
        *("research square", "techrxiv", "lawarxiv", "eartharxiv", "sportrxiv", "metaarxiv"),
    )
)
# Where programs put the name of an archive; a book or thesis is no preprint, whoever holds it.
_ARCHIVE_FIELDS = (
    *("journal", "journaltitle", "publisher", "institution", "organization", "howpublished"),
)
_EPRINT_FIELDS = ("eprinttype", "archiveprefix")
_IN_PRINT = ("volume", "pages")
_MAY_BE_PREPRINT = frozenset((WEBPAGE, ARTICLE, OTHER, "manuscript"))


def as_preprint(entry_type: str, fields: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """Return entry type and fields of a work, which is a preprint where its archive says so."""
    if _BY_ENTRY_TYPE.get(entry_type, OTHER) not in _MAY_BE_PREPRINT:
        return entry_type, fields
    journal = first_text(fields, ("journal", "journaltitle"))
    place, archive = _archive(fields)
    if not _ARCHIVE.match(journal) and archive.casefold() != "arxiv":
        kept = {name: text for name, text in fields.items() if name != place}
        return ("online", kept | {"organization": archive}) if place else (entry_type, fields)
    told = (fields.get(name, "") for name in ("volume", "number", "note", "url"))
    found = _NUMBER.search(" ".join((journal, *told)))
    number = arxiv_number(fields) or (found[0] if found else "")
    kept = {name: text for name, text in fields.items() if name not in {*_OF_A_JOURNAL, place}}
    return "online", kept | {"organization": "arXiv", "eprinttype": "arxiv", "eprint": number}


def _archive(fields: Mapping[str, str]) -> tuple[str, str]:
    """Return the archive of preprints that a work is in, and which field says so."""
    if any(fields.get(name, "").strip() for name in _IN_PRINT):
        return "", ""
    names = ((name, first_text(fields, (name,))) for name in (*_ARCHIVE_FIELDS, *_EPRINT_FIELDS))
    return next(((name, text) for name, text in names if text.casefold() in ARCHIVES), ("", ""))
