"""What the search knows of each language: how words change, fall apart, and which tell little.

One file: it is a table for each language, of which the code below it knows only the columns.
"""

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
    # What sounds alike becomes one spelling, wherever a pattern fits; a pattern holds no group.
    sounds: tuple[tuple[str, str], ...] = ()
    # Whoever uses one of these asks for a number.
    figures: tuple[str, ...] = ()
    # Whoever uses one of these asks what something costs or how long it takes.
    efforts: tuple[str, ...] = ()
    stop: frozenset[str] = frozenset()
    # Words that ask something of a subject, or that people talk in: beside the word of the subject
    # they count for little, and nobody misses one that stands on no page.
    light: frozenset[str] = frozenset()


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
# feedbek is feedback, motivasie is motivatie, matteus is mattheus.
_DUTCH_SOUNDS = (
    ("ph", "f"),
    ("th", "t"),
    ("tie", "sie"),
    ("ck|q", "k"),
    ("x", "ks"),
    ("c(?=[eiy])", "s"),
    ("c(?!h)", "k"),
    ("ij|y", "ei"),
    ("ou", "au"),
    ("dt?$", "t"),
    ("z", "s"),
    ("v", "f"),
)
_SHORT_VOWEL = "dag|weg|spel|pad|bad|dak|gat|vat|slot|lot|blad|rad|hol|god|trap|schot|schip"
_SYLLABLE = "([a-z]*[aeiouy][a-z]*[bcdfghjklmnprsvwz])"

# In each step the first pattern that fits replaces the end of the word; then comes the next step.
_DUTCH_STEPS: Steps = (
    # Who follows scholing, or is geschoold, need not go to a school.
    (
        ("scholing(?:en|s)?$", "scholin"),
        ("(bij|her|in|na|om)(?:scholen|schoolt?|geschoolde?n?)$", "$1scholin"),
        ("geschoolde?n?$", "geschol"),
    ),
    (("heden$", "heid"), ("(elijk|baar|zaam)(?:heid|e|er)$", "$1")),
    # gesprekje, foutje, woninkje, filmpje, wandelingetje
    (
        ("([aeiouy][aeiouy])tjes?$", "$1t"),
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
# Whom a question is about as a rule; what it costs, whether it works, the words around a question;
# what is left of the 4,000 most frequent words of wordfreq when the words for things and people are
# taken out; and last what people do with any subject.
_DUTCH_LIGHT_WORDS = """
medewerker medewerkers werknemer werknemers personeel mensen ploeg team
kost kosten prijs euro uur uren duurt duren duur minuten hoelang
werkt werken werkte effect effecten effectief bewijs bewezen aangetoond onderzocht resultaat
resultaten zin zinvol helpt helpen nut nuttig voordeel voordelen nadeel nadelen
aanpak aanpakken aanpassen afspraken afspraak begin begint beginnen begonnen bekend beschikbaar
bestaan bestaat betekenen betekent betekenis blijf blijft blijven brengen brengt cijfer cijfers
definitie denk denken denkt doel duidelijk eerst eerste gaat gebeuren gebeurt gebruik gebruiken
gebruikt geldt gelden gemaakt gemiddeld gemiddelde gezegd goed goede hanteren heet hoor hoort horen
hou houdt hulp idee informatie inzetten inzet kies kiezen kijk kijken kijkt klopt komen kant
krijgt krijgen lang lange legt leggen lever levert leveren lijkt lijken lijst loop loopt lopen
manier manieren meest meeste merk merken merkt mis moeilijk moeilijke lastig lastige moment neem
neemt nemen nieuw nieuwe nodig noem noemen opstellen opzetten organiseren organiseer overtuig
overtuigen pak pakt pakken plaats plek praat praten precies probleem problemen reden redenen regel
regelen regelt rond rondom samen slecht slechte slim slimme snel snelle sommige soort soorten
speelt spelen spreek spreekt spreken stel stellen stelt straks toepassen trek trekken uitleg
uitleggen uitvoeren verschil verschillen vertel vertellen vertelt voer voeren voert voorbeeld
voorbeelden voorkomen vraag vragen wachten wens wensen zeg zeggen zegt zet zetten zie zien ziet zit
zitten zoek zoeken zoekt zomaar zover waarde morgen vandaag ooit nooit vaak misschien echt echte
eigen beter beste best liefst graag makkelijk makkelijke handig leuk leuke fijn fijne belangrijk
belangrijke grote groot ander dag dagen week weken maand maanden jaar jaren keer keren ding dingen
deel eind einde stuk verbeteren vergroten verhogen verlagen verminderen bevorderen stimuleren
aanbieden aanbod volgen volgt gekregen krijgen mannen man iedereen bespreken bespreekt bespreek
jongens mens stil stilvalt stilstaan nadenken nagaan weet geweest geworden
aangeven aangezien aanwezig aanzien absoluut achter af afgelopen afgesproken afspreken algemeen
algemene alleen alsof alstublieft antwoord aparte bedoel bedoeld beetje beginpunt begon begrijp
begrijpen begrijpt behalve beide bekende belang belangen belangrijkste bepaald bepalen bereik
bereikbaar bereiken bereikt besloten bestaande betere betreft bevat bijna bijvoorbeeld bijzonder
bijzondere binnen bleef bleek bleven blij blijkbaar blijkt boven bovendien compleet concreet
concrete daarbij daardoor daarin daarna daarnaast daarvoor dacht dagelijks dagelijkse dankzij deed
derde dergelijke dezelfde direct diverse doordat doorgaan dragen eenvoudig eenvoudige eerder
eerlijk eindelijk enige enigszins enkel enkele enorm enz eraan erbij erg erin ermee erop
erover eruit ervan ervoor eventueel eventuele extra flink gaf gebeurd gebeurde gebrek gebruikte
gedaan gedachten gedurende gegaan gegeven geheel gehoord gek gekomen geleden gelijk geloven geluk
gelukkig gemakkelijk gemakkelijke genieten genoeg genomen geraakt geraken geregeld gericht
geschikt geschikte gesproken gestart gesteld gevallen gevolg gevolgen gevonden gevraagd geweldig
gewone gezet gezien ging goeie grootste half hard heel heen helaas hele helemaal hetgeen hetzelfde
hield hierbij hierdoor hiermee hieronder hierover hiervan hiervoor hoeveelheid hoewel hoezo hoge
hoop hopen huidige ieder iedere inclusief inderdaad indruk ineens ingaan inmiddels interessant
interessante jammer jezelf juist juiste kader kans kansen kennen kent klaar komende kon konden
kreeg kregen kwam kwijt laatste langer langzaam last later let letten liet liever liggen ligt
lopende maakte meerdere meteen mezelf mocht mochten moest moesten mogelijke mogelijkheden
mogelijkheid momenteel mooi mooie naast natuurlijk nauwelijks nergens net niemand niks normaal
normale omga omgaan omstandigheden ondanks onder onderdeel ondertussen onderwerp onderwerpen
ongeveer onmiddellijk onmogelijk ontstaan ontstaat ontvangen ontzettend oorzaak oorzaken opletten
oplossen oplossing oplossingen opnieuw opzichte overal overige overigens overzicht paar pas passen
passend passende passeren past perfect perfecte prachtig probeer probeert proberen raak raakt
raken reactie reageren reeds rest rustig serieus simpel simpele sinds situatie slechts snap
speciaal speciale sprake sta staan start steeds stond sturen stuur stuurt tegelijk tegelijkertijd
tegenover tenminste terecht terug terwijl teveel tevens thema tijdje toen totaal totdat twijfel
type uiteindelijk uiteraard uitgevoerd vallen valt vanaf vanwege vast vaste vele ver verband
verder vergeet vergeten verkeerd verkeerde verschijnen verschillende vertelde vervolgens verwacht
verwachten verwachting verwachtingen via voel voelen voelt vol voldoende voldoet volgende volgens
volledig vond vonden voordat vorige vraagt vrij vrijwel waarbij waard waardoor waarin waaronder
waarop waarschijnlijk wanneer weer wees weinig welkom werden werkelijk wijze wilden wilt wist
wisten woord woorden wou zag zeker zichzelf zodat zodra zolang zon zoveel zowel zulke zullen
terugdringen tegengaan opkrikken versterken verkleinen opbouwen uitbouwen kweken creeren realiseren
waarborgen invoeren introduceren implementeren uitrollen opstarten doorvoeren opvoeren verzorgen
vormgeven optimaliseren beperken inperken wegwerken wegnemen ondervangen bewerkstelligen garanderen
nastreven aanjagen aanwakkeren opfleuren bijdragen bijbrengen meegeven opleveren teweegbrengen
veroorzaken versnellen vertragen vereenvoudigen verduidelijken verankeren bewaken handhaven opvolgen
peilen toetsen onderzoeken vaststellen vastleggen verzamelen selecteren beslissen beoordelen
vergelijken
"""
_DUTCH = SearchLanguage(
    steps=_DUTCH_STEPS,
    sounds=_DUTCH_SOUNDS,
    joints=("", "s", "e", "en"),
    particles=tuple(_PARTICLES.split("|")),
    figures=(
        *("hoeveel", "procent", "percentage", "percentages", "aantal", "aantallen"),
        *("gemiddelde", "cijfer", "cijfers"),
    ),
    efforts=("kost", "kosten", "prijs", "euro", "geld", "tijd", "uur", "uren", "duurt", "duren"),
    stop=frozenset(_DUTCH_STOP_WORDS.split()),
    light=frozenset(_DUTCH_LIGHT_WORDS.split()),
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
        ("([a-z]{3,}?)(?:less)?ness$", "$1"),
        ("([a-z]{3,})less$", "$1"),
        ("([a-z]{3,})ment$", "$1"),
        ("([a-z]{3,}(?:ion|or))al$", "$1"),
        ("([a-z]{2,})bility$", "$1ble"),
        ("([a-z]{4,})[ai]ble$", "$1"),
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
_ENGLISH_LIGHT_WORDS = """
advantage advantages allow allowed allows anybody anyone anything apply ask asked asking avoid away
bad become becomes begin best better big bring brings call called cannot change check choose come
comes common cost costs could day days deal difference different difficult disadvantage
disadvantages done duration easy effect effective effects euro euros everybody everyone everything
evidence example examples explain find first free full good great happen happened happens hard help
helps hour hours idea ideas important improve information instead keep keeps kind kinds know known
lasts later learn leave less let like list little long longer look lot main makes mean meaning means
month months need needed needs never new next nobody nothing notice number often old ones ought part
people place point possible prevent price problem problems proof prove proven proves provide purpose
put quick quickly read really reason reasons reduce result results reused right said say says see
seem set several show shows simple somebody someone sort start starts stay still stop sure takes
talk tell thing things think time times together told tool tools try trying turn understand useful
want wants way ways week weeks whole without work worked working works worth wrong year years
going back got around always another found left real thought getting looking today already enough
yet including seen far actually went believe pretty remember bit saying saw wait watch soon taken
buy act although likely behind near quite according available ready sometimes clear gave himself
outside fine hear issue issues perfect especially certain sense answer whatever sorry maybe alone
brought exactly giving felt looked amazing various attention complete involved serious situation
decided decision entire perhaps choice considered continue currently matter move able early ago
others wanted cause due happy hold step steps size simply super changed success waiting recent
seeing straight gives respect specific create moving provided recently required via certainly
completely described despite nearly particular previous consider beyond extra immediately unless
fair absolutely additional earlier current normal interesting kept ahead guess meant lack regular
general biggest latest multiple regularly approach
"""
_ENGLISH = SearchLanguage(
    steps=_ENGLISH_STEPS,
    sounds=(("ph", "f"), ("ck|q", "k"), ("c(?=[eiy])", "s"), ("c(?!h)", "k")),
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
    efforts=("cost", "costs", "price", "euro", "euros", "money", "time", "hour", "hours", "long"),
    stop=frozenset(_ENGLISH_STOP_WORDS.split()),
    light=frozenset(_ENGLISH_LIGHT_WORDS.split()),
)
_LANGUAGES = {"nl": _DUTCH, "en": _ENGLISH}


def search_language(language: str) -> SearchLanguage:
    """Return the rules of a language, like `nl`."""
    return _LANGUAGES.get(language, SearchLanguage())
