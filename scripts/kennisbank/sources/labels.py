"""Says in words that readers understand what a source's own codes mean."""

from __future__ import annotations

from kennisbank.messages import N_, _

_STATES = {
    "verified": N_("checked"),
    "probable": N_("probably this work, not certain"),
    "as-cited": N_("not checked: only as cited in {cited_in}"),
}
STATES = tuple(_STATES)
_STATE_MEANINGS = {
    "verified": N_("The record was compared with a catalogue, a register or the work itself."),
    "probable": N_("A work was found that fits. Whether it really is this work is not certain."),
    "as-cited": N_("We know only what {cited_in} names. The work itself was not found."),
}
_CITED_ANYWHERE = N_("another work")
_DESIGNS = {
    "meta-analysis": N_("meta-analysis"),
    "intervention-review": N_("review of intervention studies"),
    "noncomparative-review": N_("review of other research"),
    "randomised-trial": N_("randomised trial"),
    "comparative-study": N_("comparative study"),
    "longitudinal": N_("study with measurements over time"),
    "cross-sectional": N_("survey at one moment"),
    "qualitative": N_("qualitative research"),
    "practice-report": N_("report from practice"),
    "official-statistics": N_("official statistics"),
    "report": N_("report, design not checked"),
    "theory": N_("theory or textbook"),
    "practitioner-model": N_("model from practice"),
    "research-project": N_("ongoing research"),
    "unknown": N_("design unknown"),
}
_DESIGN_MEANINGS = {
    "meta-analysis": N_("The outcomes of many studies were added up."),
    "intervention-review": N_("All studies of an approach that were found were laid side by side."),
    "noncomparative-review": N_(
        "Studies were laid side by side, but most did not compare a group with and without "
        "an approach."
    ),
    "randomised-trial": N_(
        "Chance decided who got the approach. That shows what the approach itself does."
    ),
    "comparative-study": N_("A group with the approach was compared with a group without."),
    "longitudinal": N_(
        "The same people were asked more than once. That shows what follows what, not always why."
    ),
    "cross-sectional": N_(
        "People were asked once. That shows what goes together, not what causes what."
    ),
    "qualitative": N_(
        "Researchers talked with people or watched. That shows how something goes, not how "
        "often or why."
    ),
    "practice-report": N_("People from practice tell what they did and saw."),
    "official-statistics": N_("Figures of a bureau of statistics."),
    "report": N_("A report of an institute. How the research was done was not looked at."),
    "theory": N_("An argument or a textbook. It says how something may work, not that it works."),
    "practitioner-model": N_("A model or tool from practice, not tested in research."),
    "research-project": N_("The research is still going on; there are no outcomes to weigh yet."),
    "unknown": N_("We do not know how this research was done."),
}
_TYPES = {
    "article-journal": N_("Article in a journal"),
    "article-newspaper": N_("Newspaper article"),
    "article-magazine": N_("Article in a magazine"),
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
    "legal_case": N_("Ruling of a court"),
    "manuscript": N_("Manuscript"),
    "motion_picture": N_("Video"),
    "song": N_("Audio"),
    "graphic": N_("Image"),
    "patent": N_("Patent"),
    "standard": N_("Technical standard"),
    "document": N_("Other work"),
}
DESIGNS = tuple(_DESIGNS)
# Works that bring other studies together.
OVERVIEWS = frozenset({"meta-analysis", "intervention-review", "noncomparative-review"})


def designs_in_words() -> dict[str, str]:
    """Return what is said of the design of a source."""
    return {name: _(said) for name, said in _DESIGNS.items()}


def designs_explained() -> dict[str, str]:
    """Return what these words mean, in a sentence or two."""
    return {name: _(said) for name, said in _DESIGN_MEANINGS.items()}


def types_in_words() -> dict[str, str]:
    """Return what kind of work a source is."""
    return {name: _(said) for name, said in _TYPES.items()}


def states_in_words(cited_in: str) -> dict[str, str]:
    """Return what is said of the record of a source; cited_in is what a library started from."""
    return _filled(_STATES, cited_in)


def states_explained(cited_in: str) -> dict[str, str]:
    """Return what these words mean, in a sentence or two."""
    return _filled(_STATE_MEANINGS, cited_in)


def _filled(words: dict[str, str], cited_in: str) -> dict[str, str]:
    where = cited_in or _(_CITED_ANYWHERE)
    return {state: _(text, cited_in=where) for state, text in words.items()}
