"""The words of a text as the search sees them: stems, compounds, stop words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_LONG = "aa|ee|oo|uu|ie|oe|ij|ei|ui|eu|ou|au"
# They stand before "ge" in a participle: opgeleid, meegedaan.
_PARTICLES = (
    "aan|achter|af|bij|deel|door|in|los|mee|na|om|op|over|samen|tegen|terug|toe|uit|vast|voor|weg"
)
# As words, they stand apart from their verb: "wat levert het op" is of opleveren.
PARTICLES = tuple(_PARTICLES.split("|"))
# Words that look like a participle and are none.
_NO_PARTICIPLE = "meent|zond|bied|luid|woont|beurt|deelt|duld|richt|zicht|dacht|zag|drag|bruik|val"
# What stands before the ending of a short word with one consonant after its vowel.
_OPEN = "([^aeiouy]+)([aeou])([bdfgklmnprstvz])"
# "weg" has "wegen", but "week" has "weken".
_SHORT_VOWEL = "dag|weg|spel|pad|bad|dak|gat|vat|slot|lot|blad|rad|hol|god|trap|schot|schip"
_SYLLABLE = "([a-z]*[aeiouy][a-z]*[bcdfghjklmnprsvwz])"

# In each step the first pattern that fits replaces the end of the word; then comes the next step.
STEPS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("heden$", "heid"), ("(elijk|baar|zaam)(?:heid|e|er)$", "$1")),
    # gesprekje, woninkje, filmpje, wandelingetje
    (
        ("([aeiouy][a-z]*[mlnr])etjes?$", "$1"),
        ("([aeiouy][a-z]*m)pjes?$", "$1"),
        ("([aeiouy][a-z]*)tjes?$", "$1"),
        ("([aeiouy][a-z]*[kdgfps])jes?$", "$1"),
    ),
    # mentors, collegas, modules, subsidies; not klas, and not advies
    (
        ("([aeiouy][a-z]*[^aeiousy])s$", "$1"),
        ("([aeiouy][a-z]*[^aeiouy][ao])s$", "$1"),
        ("([a-z]{3}[dglmnt]e)s$", "$1"),
        ("([a-z]{2}[bcdfghjklmnprst]ie)s$", "$1"),
    ),
    # reflecteren, organisatie: Latin verbs and their nouns
    (
        ("^ge([a-z]{2,}(?:ct|nt|is|iv|ic|ul|ip|u))eerd[en]*$", "$1"),
        ("([a-z]{2}(?:ct|nt|is|iv|ic|ul|ip|u))e?er(?:en|de|den|d|t|end|ende|ing|ingen)?$", "$1"),
        ("([a-z]{3,})aties?$", "$1"),
        ("([a-z]{3}[a-z]*[ctns])ies?$", "$1"),
    ),
    # dagen: a few short words have a long vowel in the plural only
    ((f"^({_SHORT_VOWEL})en$", "$1"),),
    # lerende, taken, ideeen, grote; a short word gets the spelling of its vowel: lezen is lees, and
    # lessen is les
    (
        (f"^{_OPEN}end(?:en?)?$", "$1$2$2$3"),
        (f"^{_OPEN}en?$", "$1$2$2$3"),
        ("([aeiouy][a-z]*[^aeiouy])end(?:en?)?$", "$1"),
        ("([aeiouy][a-z]*[^aeiouy])en$", "$1"),
        ("([aeiouy]e)en$", "$1"),
        ("([aeiouy][a-z]*[^aeiouy])e$", "$1"),
    ),
    ((f"^{_OPEN}ing$", "$1$2$2$3"), ("([a-z][aeiouy][a-z]*[^aeiouy])ing$", "$1")),
    # geleerd, opgeleid, geschoold; then werkt, leert, verrijkt, leerde
    (
        (f"^((?:{_PARTICLES})?)ge(?!{_NO_PARTICIPLE}){_SYLLABLE}[dt]$", "$1$2"),
        (rf"^({_PARTICLES})ge([a-z]*[aeiouy][a-z]*)$", "$1$2"),
        ("([aeiouy][a-z]*[bgjklmrvwz])d$", "$1"),
        (f"((?:{_LONG})n)d$", "$1"),
        ("([aeiouy][a-z]*[bdfghjklmprvwz])t$", "$1"),
        (f"((?:{_LONG})[ns])t$", "$1"),
    ),
    # gesprekken, leven, huizen, taak: one spelling for one sound at the end
    (("([bdfgklmnprst])\\1$", "$1"),),
    (("v$", "f"), ("z$", "s")),
    (
        ("([aeiouy][a-z]*[^aeiouy])aa([^aeiouy])$", "$1a$2"),
        ("([aeiouy][a-z]*[^aeiouy])ee([^aeiouy])$", "$1e$2"),
        ("([aeiouy][a-z]*[^aeiouy])oo([^aeiouy])$", "$1o$2"),
        ("([aeiouy][a-z]*[^aeiouy])uu([^aeiouy])$", "$1u$2"),
    ),
)
SHORTEST = 4

# What stands between two words that became one: leven-s-lang, fouten-cultuur, groep-s-gesprek.
JOINTS = ("", "s", "e", "en")

# Words that tell little of what a question or a text is about; in a name they count a little.
_STOP_WORDS = """
aan al alle allemaal alles als altijd andere anderen anders ben bent bepaalde bij daar daarom dan
dat de deze die dien dit doe doen doet door dus een eens eigenlijk elk elke en er ergens even ga
gaan gaat geef geeft geen geval geven gewoon gehad haar had hadden heb hebben hebt heeft hem hen het
hier hij hoe hoeveel houd houden hun iemand iets ik in is ja je jij jou jouw jullie kan kom komt
krijg krijgen krijgt kun kunnen kunt laat laten lukt m maak maakt maar mag maken me mee meer
meestal met mij mijn moet moeten mogelijk mogen na naar namelijk nee niet niets nog nou nu of om
omdat ons onze ook op over per precies s soms staat t te tegen tijdens toch toe tot tussen u uit
uw van vanuit veel vind vinden vindt voor vooral waar waarmee waarom waaruit waarvoor want waren
was wat we weet wel welk welke werd weten wie wij wil willen word worden wordt zal ze zeer zelf
zelfs zich zij zijn zo zoals zonder zorg zorgen zou zouden
"""
# Whoever uses one of these asks for a number.
FIGURE_WORDS = (
    *("hoeveel", "procent", "percentage", "percentages", "aantal", "aantallen"),
    *("gemiddelde", "cijfer", "cijfers"),
)
STOP_WORDS = frozenset(_STOP_WORDS.split())


_APOSTROPHES = re.compile(r"(?<=\w)['’‘`´](?=\w)")
_ACCENTS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[a-z0-9]+")
# L&D and P & O; e-learning.
_LETTERS_JOINED = re.compile(r"(?<![a-z0-9])([a-z]) ?[&+] ?(?=[a-z](?![a-z0-9]))")
_LETTER_AND_WORD = re.compile(r"(?<![a-z0-9])([a-z])-(?=[a-z]{3})")
# Letters that do not fall apart into a letter and an accent.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d"})
_STEPS = [
    [(re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", new)) for pattern, new in step]
    for step in STEPS
]


def fold(text: str) -> str:
    """Return a text in small letters without accents; an apostrophe inside a word is dropped."""
    plain = text.lower()
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain.translate(_LETTERS)))
    return _APOSTROPHES.sub("", plain)


def words_of(text: str) -> list[str]:
    """Return the words of a text in order, stop words left out."""
    return [word for word in all_words_of(text) if word not in STOP_WORDS]


def all_words_of(text: str) -> list[str]:
    """Return the words of a text in order; a letter that is joined to something is no word."""
    return _WORD.findall(_LETTER_AND_WORD.sub(r"\1", _LETTERS_JOINED.sub(r"\1", fold(text))))


@cache
def stem(word: str) -> str:
    """Return what all forms of a folded word share."""
    # "meting" becomes "met", which is no form of the word "met".
    if word in STOP_WORDS:
        return f"{word}."
    if len(word) < SHORTEST or word.isdigit():
        return word
    for step in _STEPS:
        for pattern, new in step:
            shorter, count = pattern.subn(new, word, count=1)
            if count:
                word = shorter
                break
    return word
