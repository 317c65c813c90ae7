"""Says in words that readers understand what a source's own codes mean."""

from __future__ import annotations

from kennisbank.messages import N_, Lookup, _

_STATES = {
    "verified": N_("verified"),
    "probable": N_("probably this work, not certain"),
    "as-cited": N_("not verified: only as cited in {cited_in}"),
}
STATES = tuple(_STATES)
_STATE_MEANINGS = {
    "verified": N_("The record was compared with a catalogue, a register or the work itself."),
    "probable": N_("A work was found that fits. Whether it really is this work is not certain."),
    "as-cited": N_("We know only what {cited_in} mentions. The work itself was not found."),
}
_CITED_ANYWHERE = N_("another work")
DESIGNS = Lookup(
    {
        "meta-analysis": N_("meta-analysis"),
        "intervention-review": N_("review of intervention studies"),
        "noncomparative-review": N_("review of other research"),
        "randomised-trial": N_("randomised trial"),
        "comparative-study": N_("comparative study"),
        "longitudinal": N_("study with repeated measurements"),
        "cross-sectional": N_("questionnaire at one moment"),
        "qualitative": N_("qualitative study"),
        "practice-report": N_("report from practice"),
        "official-statistics": N_("official statistics"),
        "report": N_("report, design not verified"),
        "theory": N_("theory or handbook"),
        "practitioner-model": N_("model from practice"),
        "research-project": N_("research in progress"),
        "unknown": N_("design unknown"),
    }
)
DESIGN_MEANINGS = Lookup(
    {
        "meta-analysis": N_("The results of many studies were added up."),
        "intervention-review": N_("All studies found of an approach were put side by side."),
        "noncomparative-review": N_(
            "Studies were put side by side, but most of them compared no group with and without "
            "an approach."
        ),
        "randomised-trial": N_(
            "Chance decided who got the approach. That shows what the approach itself does."
        ),
        "comparative-study": N_("A group with the approach was compared with a group without it."),
        "longitudinal": N_(
            "The same people were asked more than once. That shows what follows what, not always "
            "what causes it."
        ),
        "cross-sectional": N_(
            "People were asked once. That shows what goes together, not what causes what."
        ),
        "qualitative": N_(
            "Researchers talked with people or looked on. That shows how something goes, not how "
            "often or why."
        ),
        "practice-report": N_("People from practice tell what they did and saw."),
        "official-statistics": N_("Figures of a bureau of statistics."),
        "report": N_("A report of an institute. How the research was done was not checked."),
        "theory": N_(
            "A line of reasoning or a handbook. It says how something may work, not that it works."
        ),
        "practitioner-model": N_("A model or tool from practice, without a test in research."),
        "research-project": N_("The research goes on; there are no results to weigh yet."),
        "unknown": N_("We do not know how this research was done."),
    }
)
TYPES = Lookup(
    {
        "article-journal": N_("Journal article"),
        "article-newspaper": N_("Newspaper article"),
        "article-magazine": N_("Magazine article"),
        "book": N_("Book"),
        "chapter": N_("Chapter"),
        "paper-conference": N_("Conference paper"),
        "report": N_("Report"),
        "thesis": N_("Thesis or dissertation"),
        "webpage": N_("Web page"),
        "post": N_("Post on the web"),
        "speech": N_("Presentation"),
        "dataset": N_("Dataset"),
        "software": N_("Software"),
        "legislation": N_("Law or regulation"),
        "legal_case": N_("Court decision"),
        "manuscript": N_("Manuscript"),
        "motion_picture": N_("Video"),
        "song": N_("Audio"),
        "graphic": N_("Image"),
        "patent": N_("Patent"),
        "standard": N_("Standard"),
        "document": N_("Other work"),
    }
)


def states_in_words(cited_in: str) -> dict[str, str]:
    """Return what is said of the record of a source; cited_in is what a library started from."""
    return _filled(_STATES, cited_in)


def states_explained(cited_in: str) -> dict[str, str]:
    """Return what these words mean, in a sentence or two."""
    return _filled(_STATE_MEANINGS, cited_in)


def _filled(words: dict[str, str], cited_in: str) -> dict[str, str]:
    where = cited_in or _(_CITED_ANYWHERE)
    return {state: _(text, cited_in=where) for state, text in words.items()}
