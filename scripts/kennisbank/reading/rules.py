"""The rules that a file must keep before its content can be looked at."""

from __future__ import annotations

from kennisbank.problems import Rule, Severity

BAD_FILE = Rule(
    "bad-file",
    "Dit bestand hoort hier niet of is niet te openen.",
    "Bewaar het als gewoon tekstbestand (UTF-8) met de uitgang .yml, in de map van zijn soort.",
)
LEFTOVER_FILE = Rule(
    "leftover-file",
    "Dit bestand bleef over toen een opdracht werd afgebroken.",
    "U mag het verwijderen. 'kennisbank check --fix' doet dat ook.",
    Severity.WARNING,
)
BAD_NAME = Rule(
    "bad-name",
    "De naam van een bestand of map werkt niet op elke computer.",
    "Gebruik letters, cijfers en streepjes, en geen naam die er al is met andere hoofdletters.",
)
HIDDEN_CHARACTER = Rule(
    "hidden-character",
    "In de tekst staat een onzichtbaar teken.",
    "Haal het weg en typ de tekst eromheen opnieuw. Vaak komt het mee met kopiëren en plakken.",
)
HIDDEN_MESSAGE = "hier staat een onzichtbaar teken (U+{code})."
HIDDEN_HINT = "Haal het weg en typ de tekst eromheen opnieuw."
TOO_LARGE = Rule(
    "too-large",
    "Het bestand is te groot of te diep genest.",
    "Splits het in meer bestanden, of gebruik minder lagen inspringing.",
)
YAML_SYNTAX = Rule(
    "yaml-syntax",
    "De opmaak van het YAML-bestand klopt niet.",
    "Kijk naar inspringing, dubbele punten en aanhalingstekens op deze plaats.",
)
YAML_FEATURE = Rule(
    "yaml-feature",
    "Het bestand gebruikt een onderdeel van YAML dat hier niet mag.",
    "Schrijf gewone velden: geen &, *, !, %-regels en maar één document per bestand.",
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    "Een veld staat twee keer in hetzelfde bestand.",
    "Haal een van de twee weg of voeg ze samen.",
)
BIB_SYNTAX = Rule(
    "bib-syntax",
    "Een bron in references.bib is niet te lezen.",
    "Kijk naar accolades en komma's, en of de sleutel en de velden goed geschreven zijn.",
)
DUPLICATE_SOURCE = Rule(
    "duplicate-source",
    "Een bron staat twee keer in references.bib.",
    "Haal een van de twee weg, of geef een ander werk een andere sleutel.",
)
PAGE_HEAD = Rule(
    "page-head",
    "Een pagina in docs/ mist haar kop.",
    "Begin de pagina met een kop waarin title en description staan.",
)
BAD_SYNONYMS = Rule(
    "bad-synonyms",
    "In synonyms.yml staat iets anders dan een woord met een lijst van andere woorden.",
    "Schrijf een woord met een dubbele punt, en eronder per regel een streepje en een ander woord.",
)
BAD_RETIRED = Rule(
    "bad-retired",
    "In retired.yml staat iets anders dan een adres met 'title', 'why' en eventueel 'see'.",
    "Schrijf een adres met een dubbele punt, en eronder ingesprongen 'title: …' en 'why: …'.",
)
BAD_ADDRESSES = Rule(
    "bad-addresses",
    "In addresses.txt staat iets anders dan op elke regel één adres.",
    "Schrijf het zoals het in de adresbalk achter de naam van de site staat, zonder spaties en "
    "zonder / ervoor: methoden/jobcrafting/.",
)
BAD_SETTING = Rule(
    "bad-setting",
    "Met een instelling in mkdocs.yml kan de site niets.",
    "Verbeter de instelling. Komt zij uit een omgevingsvariabele, verbeter haar daar.",
)

RULES = (
    BAD_FILE,
    LEFTOVER_FILE,
    BAD_NAME,
    HIDDEN_CHARACTER,
    TOO_LARGE,
    YAML_SYNTAX,
    YAML_FEATURE,
    DUPLICATE_KEY,
    BIB_SYNTAX,
    DUPLICATE_SOURCE,
    PAGE_HEAD,
    BAD_SYNONYMS,
    BAD_RETIRED,
    BAD_ADDRESSES,
    BAD_SETTING,
)
