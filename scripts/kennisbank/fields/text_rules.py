"""What texts of fields must keep, each rule once: validation, schema and form obey the same."""

from __future__ import annotations

from kennisbank.fields.constraints import Aspect, Constraint, pattern
from kennisbank.file_names import RESERVED

UNKNOWN = "onbekend"
# What an amount rests on when no source tells it.
ESTIMATE = "schatting van de redactie"
ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTHS = range(2, 65)
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
    return "".join(f"[{letter.upper()}{letter}]" for letter in word)


NOT_EMPTY = pattern(r"\s*\S[\s\S]*", "is leeg", "empty-field")
_ANY_UNKNOWN = rf"\s*{_in_any_case(UNKNOWN)}\s*\.?\s*"
NOT_UNKNOWN = pattern(rf"(?!{_ANY_UNKNOWN}$)[\s\S]*", f"mag niet '{UNKNOWN}' zijn")
# Of a field that may be unknown; exactly that word is no text that a field is asked for.
SPELT_UNKNOWN = pattern(
    rf"(?!(?!{UNKNOWN}$){_ANY_UNKNOWN}$)[\s\S]*",
    f"moet precies '{UNKNOWN}' zijn: kleine letters, zonder punt",
)
# Blanks, punctuation, arrows, drawings and pictures: what is left when there is no letter or digit.
_SIGNS = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\ufe0f"
    "\U0001f000-\U0001faff"
)
HAS_WORDS = pattern(rf"(?![{_SIGNS}]*$)[\s\S]*", "heeft geen woorden, alleen tekens")
NOT_NULL = pattern(rf"(?!\s*{_in_any_case('null')}\s*$)[\s\S]*", "is het woord van YAML voor niets")
ONE_LINE = pattern(r"[^\n]*", "moet op één regel staan")
A_NUMBER = pattern(
    r"-?[0-9]{1,12}(\.[0-9]{1,6})?", "moet een getal zijn, met een punt voor decimalen: 23.7"
)
A_COUNT = pattern("[1-9][0-9]{0,5}", "moet een geheel getal vanaf 1 zijn")
A_SHARE = pattern(
    "[0-9]{1,4} van [1-9][0-9]{0,3}",
    "moet twee getallen zijn met 'van' ertussen: 39 van 55",
)
A_YEAR = pattern("(18|19|20)[0-9]{2}", "moet een jaar van vier cijfers zijn: 2023")
A_DAY = pattern(
    "(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", "moet een datum zijn als jaar-maand-dag: 2026-11-24"
)
A_REAL_DAY = Constraint(Aspect.DAY, "is geen dag die bestaat")
A_URL = pattern(
    r"""https?://(?![^/?#]*@)(?=[^/?#]*[A-Za-z0-9])[^\s<>"'`\\{}|^]{3,500}""",
    "moet een webadres zijn dat begint met https://",
)
AN_ID = pattern(
    f"(?=[\\s\\S]{{{ID_LENGTHS.start},{ID_LENGTHS[-1]}}}$){ID_PATTERN}",
    "mag alleen kleine letters, cijfers en streepjes hebben: 'taak-roulatie'",
)
NO_DEVICE = pattern(
    rf"(?!(?:{'|'.join(sorted(RESERVED))})$)[\s\S]*", "is op Windows de naam van een apparaat"
)
_TOPS = "|".join(_in_any_case(one) for one in _DOMAINS)
# What people write for @ and for a point, so that programs do not see an address in it.
_AT = rf"(?:{_in_any_case('apenstaart')}(?:[Jj][Ee])?|{_in_any_case('at')})"
_POINT = rf"(?:{_in_any_case('punt')}|{_in_any_case('dot')})"
_OPEN, _CLOSE = r"\s*[(\[{<]\s*", r"\s*[)\]}>]\s*"
_SPELT_MAIL = (
    rf"{_OPEN}(?:{_AT}|@){_CLOSE}|{_in_any_case('apenstaart')}"
    rf"|[^\s][\s_]+{_in_any_case('at')}[\s_]+[^\s]+"
    rf"(?:[\s_]+{_POINT}[\s_]+|{_OPEN}{_POINT}{_CLOSE}|\.)[A-Za-z]{{2}}"
)
NO_MAIL = pattern(
    rf"(?![\s\S]*(?:[@＠﹫]|{_SPELT_MAIL}))[\s\S]*", "mag geen e-mailadres zijn, alleen een naam"
)
_LETTER = "[A-Za-z0-9_\u00c0-\u024f-]"
NO_SITE = pattern(
    rf"(?![\s\S]*(?:://|(?:^|[^A-Za-z]){_in_any_case('www')}\."
    rf"|{_LETTER}\.(?:{_TOPS})(?![A-Za-z0-9])))[\s\S]*",
    "mag geen webadres zijn, alleen een naam",
)
# Of a keyboard, of other scripts, small, in circles and in other widths.
_DIGITS = (
    r"0-9²³¹⁰-⁹₀-₉①-⓿❶-➓\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19"
    "\U0001d7ce-\U0001d7ff\U0001fbf0-\U0001fbf9"
)
NO_DIGITS = pattern(
    f"[^{_DIGITS}]*", "mag geen cijfers hebben: geen telefoonnummer, adres of BSN, alleen een naam"
)


# What a name may not hold, because it belongs to a person and not on a site: no file gets it.
OF_A_PERSON = (NO_MAIL, NO_SITE, NO_DIGITS)
