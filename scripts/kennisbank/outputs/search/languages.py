"""What the search knows of each language: how words change, fall apart, and which tell little."""

from __future__ import annotations

from dataclasses import dataclass

# In each step the first pattern that fits replaces the end of the word; then comes the next step.
Steps = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class SearchLanguage:
    """The rules of a language; a language without any is searched by the words as they are."""

    steps: Steps = ()
    # Shorter words stay as they are.
    shortest: int = 4
    # What stands between two words that became one: leven-s-lang, fouten-cultuur.
    joints: tuple[str, ...] = ("",)
    # Words that stand apart from their verb: "wat levert het op" is of opleveren.
    particles: tuple[str, ...] = ()
    # Whoever uses one of these asks for a number.
    figures: tuple[str, ...] = ()
    stop: frozenset[str] = frozenset()


_LONG = "aa|ee|oo|uu|ie|oe|ij|ei|ui|eu|ou|au"
# They stand before "ge" in a participle: opgeleid, meegedaan.
_PARTICLES = (
    "aan|achter|af|bij|deel|door|in|los|mee|na|om|op|over|samen|tegen|terug|toe|uit|vast|voor|weg"
)
# Words that look like a participle and are none.
_NO_PARTICIPLE = "meent|zond|bied|luid|woont|beurt|deelt|duld|richt|zicht|dacht|zag|drag|bruik|val"
# What stands before the ending of a short word with one consonant after its vowel.
_OPEN = "([^aeiouy]+)([aeou])([bdfgklmnprstvz])"
# "weg" has "wegen", but "week" has "weken".
_SHORT_VOWEL = "dag|weg|spel|pad|bad|dak|gat|vat|slot|lot|blad|rad|hol|god|trap|schot|schip"
_SYLLABLE = "([a-z]*[aeiouy][a-z]*[bcdfghjklmnprsvwz])"

# In each step the first pattern that fits replaces the end of the word; then comes the next step.
_DUTCH_STEPS: Steps = (
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
# Words that tell little of what a question or a text is about; in a name they count a little.
_DUTCH_STOP_WORDS = """
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
_DUTCH = SearchLanguage(
    steps=_DUTCH_STEPS,
    joints=("", "s", "e", "en"),
    particles=tuple(_PARTICLES.split("|")),
    figures=(
        *("hoeveel", "procent", "percentage", "percentages", "aantal", "aantallen"),
        *("gemiddelde", "cijfer", "cijfers"),
    ),
    stop=frozenset(_DUTCH_STOP_WORDS.split()),
)

_ENGLISH_STEPS: Steps = (
    # One spelling for British and American: organise, behavior.
    (
        ("([a-z]{3,})iz(ations?|ational|e|es|ing|ed|er|ers)$", "$1is$2"),
        ("([a-z]{3,})our(s|al|ally|ed|ing)?$", "$1or$2"),
        ("([a-z]{2,})ogue(s)?$", "$1og$2"),
    ),
    # hypotheses, analyses, matrices, policies, branches, databases; not process, analysis, status
    (
        ("([a-z]+)theses$", "$1thesis"),
        ("([a-z]+)alyses$", "$1alysis"),
        ("^crises$", "crisis"),
        ("^criteria$", "criterion"),
        ("^children$", "child"),
        ("^people$", "person"),
        ("^(wo)?men$", "$1man"),
        ("indices$", "index"),
        ("(matr|append)ices$", "$1ix"),
        ("^(series|news|bias|gas|lens|canvas|atlas)$", "$1"),
        ("([a-z]{2,})ies$", "$1y"),
        ("([a-z]+(?:x|ch|sh|ss|zz))es$", "$1"),
        ("([a-z]*(?:ss|us|is))$", "$1"),
        ("([a-z]{2,})s$", "$1"),
    ),
    # evaluate, evaluated, evaluating, evaluation, evaluator: one word
    (
        ("([a-z]{3,})at(?:ional|ions?|ing|ed|e|ors?|ive)$", "$1"),
        ("([a-z]{3,}is)(?:ing|ed|e|ers?)$", "$1"),
        ("([a-z]{2,})ied$", "$1y"),
        ("([a-z]*[aeiouy][a-z]*[^aeiou])ingly$", "$1"),
        ("([a-z]*[aeiouy][a-z]+)ing$", "$1"),
        ("([a-z]*[aeiouy][a-z]*[^e])ed$", "$1"),
    ),
    # leadership, management, effectiveness, quickly
    (
        ("([a-z]{3,})ership$", "$1er"),
        ("([a-z]{3,})fulness$", "$1ful"),
        ("([a-z]{3,})ness$", "$1"),
        ("([a-z]{3,})ment$", "$1"),
        ("([a-z]{3,}(?:ion|or))al$", "$1"),
        ("([a-z]{2,})bility$", "$1ble"),
        ("([a-z]{3,})ity$", "$1"),
        ("([a-z]{4,})ly$", "$1"),
    ),
    (("([a-z]{4,})er$", "$1"),),
    (("([a-z]{2,}[^aeiou])e$", "$1"),),
    # planning is plan
    (("([bdfgklmnprst])\\1$", "$1"),),
)
_ENGLISH_STOP_WORDS = """
a about above after again against all also am among an and any are as at be because been before
being below between both but by can could did do does doing done down during each either else even
ever every few for from further get gets give given go goes had has have having he her here hers
him his how however i if in into is it its just know let like made make makes making many may me
might more most much must my no nor not now of off on once one only or other our ours out over own
per rather same she should since so some something such take than that the their theirs them then
there these they this those through to too toward towards under until up upon us use used uses
using very was we well were what when where whether which while who whom whose why will with within
without would you your yours
"""
_ENGLISH = SearchLanguage(
    steps=_ENGLISH_STEPS,
    figures=(
        "percent",
        "percentage",
        "percentages",
        "number",
        "numbers",
        "average",
        "figure",
        "figures",
    ),
    stop=frozenset(_ENGLISH_STOP_WORDS.split()),
)
_LANGUAGES = {"nl": _DUTCH, "en": _ENGLISH}


def search_language(language: str) -> SearchLanguage:
    """Return the rules of a language, like `nl`."""
    return _LANGUAGES.get(language, SearchLanguage())
