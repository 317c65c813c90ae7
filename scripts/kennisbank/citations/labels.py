"""What a source's own codes mean, in words that readers understand."""

from __future__ import annotations

STATES = {
    "verified": "nagetrokken",
    "probable": "waarschijnlijk dit werk, niet zeker",
    "as-cited": "niet nagetrokken: alleen zoals geciteerd in de presentatie",
}
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
