"""Finds what belongs to a person in a text: addresses, telephone and citizen service numbers.

How a number or an address looks depends on the language; e-mail and `+44 …` look alike everywhere.

Amounts, years, dates, DOIs, ISBNs, pages and articles of law look like some of these. What is
found is therefore only pointed out, and what has a test (11-test, 97-test) must pass it.

One file: a pattern, what looks like it and its test are read together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kennisbank.messages import N_, _, language

_GAP = r"[^\S\n]"
# Of an organisation, not of a person.
_MAILBOX = re.compile(
    r"(?:info|contact|redactie|post|mail|klantcontact|gemeente|secretariaat|bureau|opleidingen|hr|"
    r"personeelszaken|communicatie|pers|privacy|fg|support|helpdesk|webmaster|security)[@+.]",
    re.IGNORECASE,
)
_SERVICE_NUMBER = re.compile(r"\(?0[89]00|\(?088|14[ -]?0")
_DATE = re.compile(r"\(?\d\d[-./ ]\d\d[-./ ](?:19|20)\d\d")
# The middle of an address on the web or of a DOI is full of numbers.
_ADDRESS = re.compile(r"https?://[^\s<>]+|\b10\.\d{4,9}/[^\s<>]+", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:ISBN|ISSN|RSIN|KvK|K\.v\.K\.|PMID|PMC|DOI|ORCID|EAN|OIN|BIG)[\w-]*\W{0,3}(?:nummer\W{0,3})?$"
    r"|[€$£]\s*$|\b(?:EUR|pp?\.|blz\.?|pag\.|pagina['’]?s?)\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s*(?:%|€|EUR\b|euro|dollar|mensen|personen|inwoners|werk|stuks|keer|uur)")
_BSN_LABEL = re.compile(
    r"(?:\bBSN|burger\s?service\s?nummer|sofi-?nummer)\W{0,3}(?:is\W|nr\W|nummer\W)?\W{0,3}$",
    re.IGNORECASE,
)
_MAIL_LABEL = re.compile(
    r"\be-?mail\w*\W{0,3}(?:naar\W{1,3}|is\W{1,3})?$|\bmail\W+naar\W+$", re.IGNORECASE
)
_BSN_LENGTHS = (8, 9)
# How the name of a street ends; of the first ones a number is enough, the others are words, too.
_SURE_STREETS = ("straat", "laan", "gracht", "kade", "singel", "steeg", "plantsoen")
_STREETS = (
    *(*_SURE_STREETS, "plein", "dreef", "boulevard", "weg", "dijk", "hof", "pad", "park", "markt"),
    *("veld", "baan", "wal", "ring", "haven", "akker", "erf", "oord", "berg", "kamp", "poort"),
    *("brink", "burg", "horst", "zoom", "dam", "postbus"),
)
_NUMBER = rf"{_GAP}\d{{1,5}}(?:{_GAP}?-?{_GAP}?[a-zA-Z]{{1,2}}(?![a-zA-Z])|-\d{{1,4}})?"
_POSTCODE = rf"[1-9]\d{{3}}{_GAP}?(?!SA|SD|SS)[A-Z]{{2}}(?![A-Za-z0-9])"
_TELEPHONE_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Personal:
    """Something that belongs to a person: its place in the text and what it is."""

    start: int
    what: str


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of personal data, and how it is found."""

    what: str
    # Found in every text that the pattern is in, and ten times as fast.
    hint: re.Pattern[str]
    pattern: re.Pattern[str]
    is_one: Callable[[re.Match[str]], bool]


def personal_data(text: str) -> Iterator[Personal]:
    """Yield what in a text looks like personal data, in the order of their sorts."""
    rest = _ADDRESS.sub(_blank, text) if "//" in text or "10." in text else text
    for sort in _BY_LANGUAGE.get(language(), ELSEWHERE):
        if not sort.hint.search(rest):
            continue
        found = [
            match
            for match in sort.pattern.finditer(rest)
            if sort.is_one(match) and not _is_meant(match)
        ]
        for match in found:
            yield Personal(match.start(), _(sort.what))
            rest = f"{rest[: match.start()]}{_blank(match)}{rest[match.end() :]}"


def _is_meant(match: re.Match[str]) -> bool:
    """Return whether the writer put a backslash before it, or before the sign that follows."""
    return "\\" in {
        match.string[match.start() - 1 : match.start()],
        match.string[match.end() : match.end() + 1],
    }


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _digits(text: str) -> list[int]:
    return [int(one) for one in text if one.isdecimal()]


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 40) : match.start()]


def _of_a_person(match: re.Match[str]) -> bool:
    return not _MAILBOX.match(match[0])


def _is_spelt_mail(match: re.Match[str]) -> bool:
    """Return whether it is no English sentence, such as "a copy at archive.org"."""
    plain = match["word"] and match["point"]
    name = match[0].split()[0]
    return not plain or "." in name or "_" in name or bool(_MAIL_LABEL.search(_before(match)))


def _is_telephone(match: re.Match[str]) -> bool:
    if _LABELLED.search(_before(match)) or _COUNTED.match(match.string, match.end()):
        return False
    if _DATE.match(match[0]) or _SERVICE_NUMBER.match(match[0]):
        return False
    return len(_digits(match[0])) >= _TELEPHONE_LENGTH


def _is_bsn(match: re.Match[str]) -> bool:
    """Return whether a number passes the 11-test; without its name in front, as nine digits."""
    digits, before = _digits(match[0]), _before(match)
    named = bool(_BSN_LABEL.search(before))
    if len(digits) not in _BSN_LENGTHS or not _passes_elevens(digits):
        return False
    plain = len(digits) == max(_BSN_LENGTHS) and match[0].isdecimal()
    counted = _LABELLED.search(before) or _COUNTED.match(match.string, match.end())
    return named or (plain and not counted)


def _passes_elevens(digits: list[int]) -> bool:
    nine = [0] * (max(_BSN_LENGTHS) - len(digits)) + digits
    total = sum(weight * digit for weight, digit in zip((*range(9, 1, -1), -1), nine, strict=True))
    return any(nine) and total % 11 == 0


def _is_address(match: re.Match[str]) -> bool:
    ends = _STREETS if match["town"] else _SURE_STREETS
    return match["street"].casefold().endswith(ends)


def _is_iban(match: re.Match[str]) -> bool:
    """Return whether the check digits are right (ISO 13616: modulo 97)."""
    plain = "".join(match[0].split())
    return int("".join(str(int(one, 36)) for one in plain[4:] + plain[:4])) % 97 == 1


def _is_english_telephone(match: re.Match[str]) -> bool:
    return not _LABELLED.search(_before(match)) and not _DATE.match(match[0])


_MAIL = (
    Sort(
        N_("an e-mail address"),
        re.compile(r"@(?<=[\w+-]@)[\w-]"),
        re.compile(
            r"(?<![\w@])[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,4}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
        ),
        _of_a_person,
    ),
    Sort(
        N_("an e-mail address in words"),
        # Without regard to capitals; a letter in front would be slow to look for.
        re.compile(r"[aA][tT](?<!\w[aA][tT])(?!\w)|@\s?[)\]}]|[aA][pP][eE][nN]"),
        re.compile(
            r"(?<![\w.+-])[\w.+-]{1,64}(?:\s{0,2}[(\[{]\s?(?:at|apenstaart(?:je)?|@)\s?[)\]}]\s{0,2}"
            r"|\s{1,2}apenstaart(?:je)?\s{1,2}|(?P<word>\s{1,2}at\s{1,2}))[\w-]{1,63}(?:\.[\w-]{1,63}){0,2}"
            r"(?:\s{0,2}[(\[{]\s?(?:punt|dot)\s?[)\]}]\s{0,2}|\s{1,2}(?:punt|dot)\s{1,2}|(?P<point>\.(?=\w)))"
            r"[a-z]{2,12}\b",
            re.IGNORECASE,
        ),
        _is_spelt_mail,
    ),
)
# In the order in which they are looked for: what is found once is nothing else as well.
SORTS = (
    *_MAIL,
    Sort(
        N_("an account number"),
        re.compile(r"NL\d\d"),
        re.compile(r"\bNL\d\d ?[A-Z]{4}(?: ?\d){10}\b"),
        _is_iban,
    ),
    Sort(
        N_("a citizen service number"),
        re.compile(r"\d(?:[.\- ]?\d){7}"),
        re.compile(
            r"(?<![\w.,:/+–-])(?:\d{8,9}|\d{4}[.-]\d{2}[.-]\d{3}|\d{3}[.\- ]\d{3}[.\- ]\d{3}"
            r"|\d{4} \d{2} \d{3})(?!\w|[.,:/–-]\d)"
        ),
        _is_bsn,
    ),
    Sort(
        N_("a telephone number"),
        re.compile(r"\+|00|0[1-9](?:\D{0,3}\d){8}"),
        re.compile(
            rf"(?<![\w.,:/+–-])\(?(?:(?:\+|00)31(?:{_GAP}|[.–-]){{0,3}}(?:\(0\))?"
            rf"(?:{_GAP}|[.–-]){{0,3}}[1-9]|0[1-9])(?:(?:{_GAP}|[.()/–-]){{0,3}}\d){{8}}"
            r"(?!\w|[.,:–-]\d)"
            rf"|(?<![\w.,:/+–-])(?:\+|00)(?!31)[1-9]\d{{0,2}}"
            rf"(?:(?:{_GAP}|[.()/–-]){{1,3}}\d{{1,10}}){{1,5}}(?!\w|[.,:–-]\d)"
        ),
        _is_telephone,
    ),
    Sort(
        N_("an address"),
        re.compile(rf"(?<=[\w'’-]){_GAP}\d"),
        re.compile(
            rf"(?<![\w-])(?P<street>[A-Z][\w'’-]{{2,40}}){_NUMBER}(?!\w|[.,%]\d)"
            rf"(?P<town>,?(?:{_GAP}{{1,3}}|\n){_POSTCODE})?"
        ),
        _is_address,
    ),
)
_ABROAD = Sort(
    N_("a telephone number"),
    re.compile(r"\+|00"),
    re.compile(
        rf"(?<![\w.,:/+–-])(?:\+|00)[1-9]\d{{0,2}}(?:(?:{_GAP}|[.()/–-]){{0,3}}\d){{7,12}}"
        r"(?!\w|[.,:–-]\d)"
    ),
    _is_telephone,
)
_ACCOUNT = Sort(
    N_("an account number"),
    re.compile(r"[A-Z]{2}\d\d"),
    re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"),
    _is_iban,
)
ELSEWHERE = (*_MAIL, _ACCOUNT, _ABROAD)
# How the name of a street ends in English, whole or cut short.
_ENGLISH_STREETS = (
    "Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Close|Court|Ct|Boulevard|Blvd|Crescent|Terrace"
    "|Square|Sq|Way|Place|Pl|Gardens|Grove|Mews|Parkway|Pkwy"
)
_ENGLISH = (
    *_MAIL,
    _ACCOUNT,
    Sort(
        N_("a number of national insurance or social security"),
        re.compile(r"\d{2}[- ]?\d{2}"),
        # A number that nobody can have, such as 000-12-3456, is an example.
        re.compile(
            r"(?<![\w-])(?:(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}"
            r"|(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2}"
            r" ?[A-D])(?![\w-])"
        ),
        lambda _match: True,
    ),
    _ABROAD,
    Sort(
        N_("a telephone number"),
        re.compile(r"\d{3}\D{0,2}\d{3}|0\d"),
        re.compile(
            r"(?<![\w.,:/+–-])(?:(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}"
            rf"|(?:\(0[1-37]\d{{1,4}}\)|0[1-37]\d{{1,4}}){_GAP}?\d{{3,4}}{_GAP}?\d{{3,4}})"
            r"(?!\w|[.,:–-]\d)"
        ),
        _is_english_telephone,
    ),
    Sort(
        N_("an address"),
        re.compile(r"\d[a-zA-Z]?,? [A-Z]|(?i:box) \d"),
        re.compile(
            r"(?<![\w.,-])\d{1,5}[a-zA-Z]?,?(?: [A-Z][\w'’-]{1,30}){1,3}"
            rf" (?:{_ENGLISH_STREETS})\b"
            r"|\bP\.? ?O\.? Box \d{1,6}\b"
        ),
        lambda _match: True,
    ),
)
_BY_LANGUAGE = {"nl": SORTS, "en": _ENGLISH}
