"""The sentences that explain a rating."""

from __future__ import annotations

import pytest

from evidence_cases import Case, findings_and_sources
from kennisbank.evidence.rating import Rating, rate
from kennisbank.evidence.scale import default_scale
from kennisbank.pages.rating_words import (
    basis_in_words,
    counts_in_words,
    found_in_words,
    harm_in_words,
    level_in_words,
    levels_in_words,
    listed,
    lowered_in_words,
    not_said_in_words,
    rule_in_words,
)

SCALE = default_scale()
RULES = {rule.id: rule for level in SCALE.levels for rule in level.rules}
TRIAL = Case("randomised-trial", "verified", "Jansen, Piet", ["favourable"])
TALKS = Case("qualitative", "verified", "Bakker, Anna", ["favourable"])
SURVEY = Case("cross-sectional", "verified", "Smit, Eva", ["favourable"])


def rated(*cases: Case) -> Rating:
    """Return the rating of some sources."""
    return rate(*findings_and_sources(cases), SCALE)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            "large-synthesis",
            "één gunstige studie van de soort ‘overzicht’, met ten minste 10 studies erin",
        ),
        ("two-trials", "twee gunstige studies van de soort ‘geloot’, zonder gedeelde auteur"),
        (
            "two-comparative",
            "twee gunstige studies van de soort ‘geloot’ of ‘vergelijkend’, zonder gedeelde auteur",
        ),
        ("experience", "één gunstige studie van de soort ‘ervaring’"),
        ("nothing", "geen gunstige studie die meetelt"),
    ],
)
def test_a_rule_is_told_from_its_own_numbers(rule: str, words: str) -> None:
    """A changed threshold changes the sentence."""
    assert rule_in_words(RULES[rule], SCALE) == words


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (TRIAL, "gunstig verschil gevonden"),
        (SURVEY, "gaat ermee samen, oorzaak onbekend"),
        (TALKS, "mensen vertellen dat het hielp, niet gemeten"),
        (TRIAL._replace(directions=["none"]), "geen verschil gevonden"),
        (SURVEY._replace(directions=["none"]), "geen samenhang gevonden"),
        (TALKS._replace(directions=["none"]), "mensen merkten geen verschil"),
        (TRIAL._replace(directions=["unfavourable"]), "werkte averechts"),
        (SURVEY._replace(directions=["unfavourable"]), "ongunstige samenhang"),
        (TRIAL._replace(directions=["mixed"]), "wisselende uitkomsten"),
        (TRIAL._replace(state="probable"), "wel genoemd, bron niet nagetrokken"),
        (TRIAL._replace(more={"status": "retracted"}), "alleen een teruggetrokken publicatie"),
        (TRIAL._replace(design="theory"), "alleen theorie of mening"),
    ],
)
def test_what_was_found_is_told_no_stronger_than_the_design_allows(case: Case, words: str) -> None:
    """Only a comparison finds a difference; the rest goes together, or is told."""
    assert found_in_words(rated(case).outcomes[0]) == words


def test_a_card_names_the_outcome_that_leads_and_any_harm() -> None:
    """A level without its outcome says nothing; what is not favourable has no level on a card."""
    harm = TRIAL._replace(directions=["unfavourable"], more={"outcome": "prestaties"})
    null = TRIAL._replace(directions=["none"])

    assert level_in_words(rated(TRIAL)) == "leren tijdens het werk: eerste aanwijzingen"
    assert level_in_words(rated(TRIAL, harm)) == (
        "leren tijdens het werk: eerste aanwijzingen; let op: ongunstig voor prestaties"
    )
    assert level_in_words(rated(null)) == "leren tijdens het werk: geen verschil gevonden"
    assert level_in_words(rated(null, TRIAL._replace(author="Bakker, Anna"))) == (
        "leren tijdens het werk: wisselende uitkomsten"
    )
    assert level_in_words(rated()) == "nog niet onderzocht"


def test_a_card_does_not_hide_a_comparison_behind_what_people_tell() -> None:
    """A favourable story leads, and the trial that found no difference stands beside it."""
    null = TRIAL._replace(directions=["none"], more={"outcome": "prestaties"})

    assert level_in_words(rated(TALKS, null)) == (
        "leren tijdens het werk: ervaring; geen verschil voor prestaties"
    )
    assert level_in_words(rated(TRIAL, null)) == "leren tijdens het werk: eerste aanwijzingen"


def test_a_row_of_a_table_has_every_outcome() -> None:
    """The best supported first, each with its level where one may be recommended."""
    null = TRIAL._replace(directions=["none"], more={"outcome": "prestaties"})

    assert levels_in_words(rated(null, TRIAL)) == (
        "Leren tijdens het werk: eerste aanwijzingen (niveau 3)",
        "Prestaties: geen verschil gevonden",
    )
    assert levels_in_words(rated()) == ("Nog niet onderzocht",)


def test_a_level_that_was_lowered_says_by_what() -> None:
    """The sum is on the page; without such studies there is nothing to say."""
    null = TRIAL._replace(directions=["none"], author="Bakker, Anna")

    assert lowered_in_words(rated(TRIAL, null).outcomes[0]) == (
        "Dat gaf niveau 3 (‘eerste aanwijzingen’). Even sterk is één studie die geen verschil of "
        "een ongunstig verschil vond. Daarom werd het niveau 2."
    )
    assert lowered_in_words(rated(TRIAL).outcomes[0]) == ""


def test_each_study_says_what_it_does_to_the_level() -> None:
    """What carries it, what stands beside it, what lowers it, and why the rest does nothing."""
    cases = [
        TRIAL,
        TRIAL._replace(author="Bakker, Anna", directions=["none"]),
        TALKS,
        TALKS._replace(directions=["none"]),
        SURVEY._replace(directions=["mixed"]),
        TALKS._replace(state="probable"),
        TALKS._replace(design="theory"),
        TRIAL._replace(more={"status": "retracted"}),
    ]
    one = rated(*cases).outcomes[0]
    told = {study.key: counts_in_words(study, one) for study in one.studies}

    assert told == {
        "bron0": "Ja, geeft de doorslag",
        "bron1": "Ja, verlaagt het niveau",
        "bron2": "Ja",
        "bron3": "Verandert het niveau niet: minder sterk dan het andere",
        "bron4": "Verandert het niveau niet: wisselend",
        "bron5": "Nee: de bron is niet nagetrokken",
        "bron6": "Nee: theorie, mening of een opzet die wij niet kennen",
        "bron7": "Nee: de publicatie is teruggetrokken",
    }


def test_harm_is_told_also_from_a_source_that_does_not_count() -> None:
    """A reader must see it; that nobody checked the source is said with it."""
    harm = TRIAL._replace(directions=["unfavourable"])

    assert harm_in_words(rated(harm).outcomes[0].contrary) == "werkte averechts"
    assert harm_in_words(rated(harm._replace(state="as-cited")).outcomes[0].contrary) == (
        "werkte averechts (bron niet nagetrokken)"
    )


def test_words_are_listed_as_in_a_sentence() -> None:
    """Commas, and "en" before the last."""
    assert [listed(one) for one in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]


def test_a_review_that_does_not_say_how_many_studies_it_holds_is_no_single_study() -> None:
    """One trial is a study; a review is a publication until somebody writes down its number."""
    review = TRIAL._replace(design="meta-analysis")
    told = [basis_in_words(rated(case).outcomes[0]) for case in (TRIAL, review)]

    assert [one.split(" met ")[0] for one in told] == ["1 studie", "1 publicatie"]


REVIEW = Case("intervention-review", "verified", "Visser, Jan", ["favourable"])
NULL = REVIEW._replace(author="Groot, Kim", directions=["none"])
ALONE = "Eén onderzoek kan toeval zijn."


@pytest.mark.parametrize(
    ("cases", "words"),
    [
        ([TRIAL], f"Dit zegt nog niet dat het werkt. {ALONE}"),
        ([TRIAL, TRIAL], "Dit zegt nog niet dat het werkt."),
        ([TRIAL, SURVEY, TALKS], f"Dit zegt nog niet dat het werkt. {ALONE}"),
        ([TRIAL, TRIAL._replace(state="probable")], f"Dit zegt nog niet dat het werkt. {ALONE}"),
        (
            [REVIEW],
            (
                "Dit zegt niet dat het bij u ook zo gaat. Nieuw onderzoek kan het beeld nog "
                "veranderen."
            ),
        ),
        (
            [SURVEY],
            "Dit zegt niet dat de methode het verschil maakt. Iets anders kan de oorzaak zijn.",
        ),
        (
            [REVIEW, NULL],
            (
                "Dit zegt niet dat het werkt, en ook niet dat het nooit werkt: de uitkomsten "
                "wijzen niet allemaal dezelfde kant op."
            ),
        ),
        (
            [NULL],
            "Dit zegt niet dat het niemand helpt. Het gaat over de mensen die zijn onderzocht.",
        ),
        (
            [TRIAL._replace(directions=["unfavourable"])],
            (
                "Dit zegt niet dat het overal averechts werkt. Het gaat over de mensen die zijn "
                "onderzocht."
            ),
        ),
        (
            [TRIAL._replace(state="probable")],
            "Dit zegt niet dat het niet werkt. Wat wij vonden, telt niet mee.",
        ),
    ],
)
def test_what_an_outcome_leaves_open_follows_from_the_studies_behind_it(
    cases: list[Case], words: str
) -> None:
    """One study may be chance; two reviews that disagree are not one study, and not unstudied."""
    lead = rated(*cases).lead

    assert lead
    assert not_said_in_words(lead) == words
