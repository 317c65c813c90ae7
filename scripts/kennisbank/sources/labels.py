"""Says in words that readers understand what a source's own codes mean."""

from __future__ import annotations

_STATES = {
    "verified": "nagetrokken",
    "probable": "waarschijnlijk dit werk, niet zeker",
    "as-cited": "niet nagetrokken: alleen zoals geciteerd in {cited_in}",
}
STATES = tuple(_STATES)
_STATE_MEANINGS = {
    "verified": "De gegevens zijn vergeleken met een catalogus, een register of het werk zelf.",
    "probable": "Er is een werk gevonden dat past. Of het echt dit werk is, staat niet vast.",
    "as-cited": "Wij weten alleen wat {cited_in} noemt. Het werk zelf is niet gevonden.",
}
_CITED_ANYWHERE = "een ander werk"
DESIGNS = {
    "meta-analysis": "meta-analyse",
    "intervention-review": "overzicht van interventiestudies",
    "noncomparative-review": "overzicht van ander onderzoek",
    "randomised-trial": "gerandomiseerd onderzoek",
    "comparative-study": "vergelijkend onderzoek",
    "longitudinal": "onderzoek met metingen na elkaar",
    "cross-sectional": "vragenlijst op één moment",
    "qualitative": "kwalitatief onderzoek",
    "practice-report": "verslag uit de praktijk",
    "official-statistics": "officiële statistiek",
    "report": "rapport, opzet niet nagetrokken",
    "theory": "theorie of handboek",
    "practitioner-model": "model uit de praktijk",
    "research-project": "lopend onderzoek",
    "unknown": "opzet onbekend",
}
DESIGN_MEANINGS = {
    "meta-analysis": "De uitkomsten van veel onderzoeken zijn bij elkaar opgeteld.",
    "intervention-review": "Alle gevonden onderzoeken naar een aanpak zijn naast elkaar gelegd.",
    "noncomparative-review": "Onderzoeken zijn naast elkaar gelegd, maar zij vergeleken meestal "
    "geen groep met en zonder een aanpak.",
    "randomised-trial": "Het lot bepaalde wie de aanpak kreeg. Zo blijkt wat de aanpak zelf doet.",
    "comparative-study": "Een groep met de aanpak is vergeleken met een groep zonder.",
    "longitudinal": "Dezelfde mensen zijn meer dan eens bevraagd. Dat laat zien wat op wat volgt, "
    "niet altijd waardoor.",
    "cross-sectional": "Mensen zijn één keer bevraagd. Dat laat zien wat samengaat, niet wat "
    "waardoor komt.",
    "qualitative": "Onderzoekers spraken met mensen of keken mee. Dat laat zien hoe iets gaat, "
    "niet hoe vaak of waardoor.",
    "practice-report": "Mensen uit de praktijk vertellen wat zij deden en zagen.",
    "official-statistics": "Cijfers van een bureau voor de statistiek.",
    "report": "Een rapport van een instituut. Hoe het onderzoek is gedaan, is niet nagekeken.",
    "theory": "Een redenering of een handboek. Het zegt hoe iets kan werken, niet dat het werkt.",
    "practitioner-model": "Een model of hulpmiddel uit de praktijk, zonder toets in onderzoek.",
    "research-project": "Het onderzoek loopt nog; er zijn nog geen uitkomsten om te wegen.",
    "unknown": "Wij weten niet hoe dit onderzoek is gedaan.",
}
TYPES = {
    "article-journal": "Artikel in een vakblad",
    "article-newspaper": "Krantenartikel",
    "article-magazine": "Artikel in een tijdschrift",
    "book": "Boek",
    "chapter": "Hoofdstuk",
    "paper-conference": "Bijdrage aan een congres",
    "report": "Rapport",
    "thesis": "Scriptie of proefschrift",
    "webpage": "Webpagina",
    "post": "Bericht op het web",
    "speech": "Presentatie",
    "dataset": "Gegevensbestand",
    "software": "Software",
    "legislation": "Wet of regeling",
    "legal_case": "Uitspraak van een rechter",
    "manuscript": "Manuscript",
    "motion_picture": "Video",
    "song": "Audio",
    "graphic": "Afbeelding",
    "patent": "Octrooi",
    "standard": "Norm",
    "document": "Ander werk",
}


def states_in_words(cited_in: str) -> dict[str, str]:
    """Return what is said of the record of a source; cited_in is what a library started from."""
    return _filled(_STATES, cited_in)


def states_explained(cited_in: str) -> dict[str, str]:
    """Return what these words mean, in a sentence or two."""
    return _filled(_STATE_MEANINGS, cited_in)


def _filled(words: dict[str, str], cited_in: str) -> dict[str, str]:
    where = cited_in or _CITED_ANYWHERE
    return {state: text.replace("{cited_in}", where) for state, text in words.items()}
