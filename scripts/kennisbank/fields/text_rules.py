"""What texts of fields must keep, each rule once: validation, schema and form obey the same."""

from __future__ import annotations

import re
from functools import cache

from kennisbank.fields.constraints import Aspect, Constraint, pattern
from kennisbank.file_names import RESERVED
from kennisbank.messages import N_, language, pgettext, speaking
from kennisbank.routes import OLD_ADDRESS

# A value that no source tells: what it is once it was read, and how files may write it.
UNKNOWN = "onbekend"
UNKNOWN_WORDS = (UNKNOWN, "unknown")
# What an amount rests on when no source tells it.
ESTIMATE = "schatting van de redactie"
ESTIMATE_WORDS = (ESTIMATE, "estimate by the editors")
ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTHS = range(1, 65)
LINE_LIMIT = 200
SHORT_LIMIT = 400
PROSE_LIMIT = 20_000
SUMMARY_WORDS = 60
_DOMAINS = (
    *("amsterdam", "app", "be", "com", "dev", "edu", "eu", "frl", "gent", "gov", "info", "io"),
    *("net", "nl", "nu", "online", "org", "shop", "site", "uk", "vlaanderen"),
)
SOURCE_PATTERN = "^[a-z0-9][a-z0-9_-]{0,63}$"


def _in_any_case(word: str) -> str:
    # Not every browser can leave out case in a part of a pattern.
    return "".join(
        f"[{letter.upper()}{letter}]" if letter.isalpha() else re.escape(letter) for letter in word
    )


def unknown_word() -> str:
    """Return how a new file says that something is unknown."""
    return pgettext("data", "unknown")


@cache
def unknown_words(spoken: str) -> tuple[str, ...]:
    """Return every word that is taken for unknown in a library of a language."""
    with speaking(spoken):
        return tuple(dict.fromkeys((*UNKNOWN_WORDS, unknown_word())))


def estimate_word() -> str:
    """Return how a new file says that no source tells an amount."""
    return pgettext("data", "estimate by the editors")


def is_unknown(value: object) -> bool:
    """Return whether a value in a file says that something is unknown."""
    return value in unknown_words(language())


def is_estimate(value: object) -> bool:
    """Return whether a value in a file says that no source tells an amount."""
    return value in ESTIMATE_WORDS or value == estimate_word()


NOT_EMPTY = pattern(r"\s*\S[\s\S]*", N_("is empty"), "empty-field")


@cache
def _any_unknown(spoken: str) -> str:
    return rf"\s*(?:{'|'.join(map(_in_any_case, unknown_words(spoken)))})\s*\.?\s*"


def _misspelt(spoken: str) -> str:
    return rf"(?!(?!(?:{'|'.join(unknown_words(spoken))})$){_any_unknown(spoken)}$)[\s\S]*"


NOT_UNKNOWN = pattern(
    lambda: rf"(?!{_any_unknown(language())}$)[\s\S]*", N_("must not be 'unknown'")
)
# Of a field that may be unknown; exactly that word is no text that a field is asked for.
SPELT_UNKNOWN = pattern(
    lambda: _misspelt(language()),
    N_("must be exactly 'unknown': in small letters, without a point"),
)
# Blanks, punctuation, arrows, drawings and pictures: what is left when there is no letter or digit.
_SIGNS = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u02b0-\u036f\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\u309b-\u309c\u30fb-\u30fc\u3164"
    r"\ue000-\uf8ff\ufe0f\uffa0"
    "\U0001f000-\U0001faff"
)
HAS_WORDS = pattern(rf"(?![{_SIGNS}]*$)[\s\S]*", N_("has no words, only signs"))
NOT_NULL = pattern(
    rf"(?!\s*{_in_any_case('null')}\s*$)[\s\S]*", N_("is the word of YAML for nothing")
)
NAMES_ENTRY = pattern(
    r"[^\[]*\[\[[^\[\]]+:[^\[\]]+\]\][\s\S]*", N_("must name an entry: [[method:jobcrafting]]")
)
ONE_LINE = pattern(r"[^\n]*", N_("must be on one line"))
A_NUMBER = pattern(
    r"-?[0-9]{1,12}(\.[0-9]{1,6})?", N_("must be a number, with a point for decimals: 23.7")
)
A_COUNT = pattern("[1-9][0-9]{0,5}", N_("must be a whole number from 1"))
A_SHARE = pattern(
    "[0-9]{1,4} (?:van|of) [1-9][0-9]{0,3}",
    N_("must be two numbers with 'of' between them: 39 of 55"),
)
A_YEAR = pattern("(18|19|20)[0-9]{2}", N_("must be a year of four digits: 2023"))
A_DAY = pattern(
    "(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", N_("must be a date as year-month-day: 2026-11-24")
)
A_REAL_DAY = Constraint(Aspect.DAY, N_("is no day that exists"))
A_FIELD_NAME = pattern(
    "[a-z][a-z0-9_-]{0,60}", N_("must be a name in kennisbank.yml, like 'questions'")
)
A_URL = pattern(
    r"""https?://(?![^/?#]*@)(?=[^/?#]*[A-Za-z0-9])[^\s<>"'`\\{}|^]{3,500}""",
    N_("must be a web address that starts with https://"),
)
AN_ID = pattern(
    f"(?=[\\s\\S]{{{ID_LENGTHS.start},{ID_LENGTHS[-1]}}}$){ID_PATTERN}",
    N_("may have small letters, digits and hyphens only: 'job-rotation'"),
)
AN_OLD_ID = pattern(
    f"(?=[\\s\\S]{{{ID_LENGTHS.start},{ID_LENGTHS[-1]}}}$){ID_PATTERN}|{OLD_ADDRESS}",
    N_("must be a file name such as 'job-rotation', or an address such as '/2019/old.html'"),
)
NO_DEVICE = pattern(
    rf"(?!(?:{'|'.join(sorted(RESERVED))})$)[\s\S]*", N_("is the name of a device on Windows")
)
_TOPS = "|".join(_in_any_case(one) for one in _DOMAINS)
# What people write for @ and for a point, so that programs do not see an address in it.
_TAIL = rf"{_in_any_case('ape')}[Nn]?{_in_any_case('staart')}"
_AT = rf"(?:{_TAIL}(?:[Jj][Ee])?|{_in_any_case('at')})"
_POINT = rf"(?:{_in_any_case('punt')}|{_in_any_case('dot')})"
_OPEN, _CLOSE = r"\s*[(\[{<]\s*", r"\s*[)\]}>]\s*"
_SPELT_MAIL = (
    rf"{_OPEN}(?:{_AT}|@){_CLOSE}|{_TAIL}"
    rf"|[^\s][\s_]+{_in_any_case('at')}[\s_]+[^\s]+"
    rf"(?:[\s_]+{_POINT}[\s_]+|{_OPEN}{_POINT}{_CLOSE}|\.)[A-Za-z]{{2}}"
)
NO_MAIL = pattern(
    rf"(?![\s\S]*(?:[@＠﹫]|{_SPELT_MAIL}))[\s\S]*", N_("must be no e-mail address, only a name")
)
_LETTER = "[A-Za-z0-9_\u00c0-\u024f-]"
# Signs that a browser takes for a point, or that look like one.
_DOT = "[.\u2024\u3002\uff0e\uff61]"
_SPELT_POINT = (
    rf"[\s_([{{<-]{_POINT}[\s_)\]}}>-]+(?:{_TOPS})(?![A-Za-z0-9])"
    rf"|[(\[{{<]{_DOT}[)\]}}>]|\s{_DOT}\s*(?:{_TOPS})(?![A-Za-z0-9])"
)
# Titles at the end of a name, as in "Jansen, prof.dr".
_NO_TOP = r"(?!(?:ba|bsc|cs|dr|drs|ds|em|ing|ir|jr|ma|mba|mr|msc|mw|phd|prof|sr)(?![a-z]))"
_OTHER_SITE = (
    rf"[A-Za-z]{{3}}\.{_NO_TOP}[a-z]{{2,24}}(?:/|\s*$)|[A-Za-z]\.[a-z]{{2,24}}/[A-Za-z0-9]"
    # An address of another sort, or the part of one that leads to a profile.
    rf"|(?:{'|'.join(map(_in_any_case, ('mailto', 'tel', 'sms', 'skype')))}):"
    r"|(?:^|\s)/[A-Za-z]+/[A-Za-z0-9]"
)
NO_SITE = pattern(
    rf"(?![\s\S]*(?:://|(?:^|[^A-Za-z]){_in_any_case('www')}\."
    rf"|{_LETTER}{_DOT}(?:{_TOPS})(?![A-Za-z0-9])|{_SPELT_POINT}|{_OTHER_SITE}))[\s\S]*",
    N_("must be no web address, only a name"),
)
# Ten digits follow each of these, in the scripts that have their own.
_ZEROS = (
    *(0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66),
    *(0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90),
    *(0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0),
    0xFF10,
)
# Those, and small ones, in circles and in other widths.
_DIGITS = "".join(f"{chr(zero)}-{chr(zero + 9)}" for zero in _ZEROS) + (
    "²³¹⁰-⁹₀-₉①-⓿❶-➓\U0001d7ce-\U0001d7ff\U0001fbf0-\U0001fbf9"
)
_WORDS = "nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_NUMBERS = "|".join(map(_in_any_case, _WORDS.split("|")))
NO_DIGITS = pattern(
    rf"(?![\s\S]*(?:(?:{_NUMBERS})[\s,.-]*){{5}})[^{_DIGITS}]*",
    N_("must have no digits: no telephone number, address or service number, only a name"),
)


# What a name may not hold, because it belongs to a person and not on a site: no file gets it.
OF_A_PERSON = (NO_MAIL, NO_SITE, NO_DIGITS)
