"""Words of the generator's own lists stand in a file in the language of the library."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from kennisbank.fields.choices import EffectMeasure, Moment, Payer, Unit
from kennisbank.fields.compounds import Investment, tasks
from kennisbank.fields.schema import schema_of
from kennisbank.fields.specs import field_specs, field_type_of
from kennisbank.fields.types import Choice
from kennisbank.fields.validation import message_of
from kennisbank.messages import speaking
from our_kinds import Method

COST = {
    "nl": {"who": "deelnemer", "hours": "2", "per": "organisatie", "when": "maand"},
    "en": {"who": "participant", "hours": "2", "per": "organisation", "when": "month"},
    # No catalogue has this language, so it is as in English.
    "de": {"who": "participant", "hours": "2", "per": "organisation", "when": "month"},
}
BASIS = {
    "nl": "schatting van de redactie",
    "en": "estimate by the editors",
    "de": "estimate by the editors",
}


class Measured(BaseModel):
    """Something with a measure."""

    measure: EffectMeasure


@pytest.mark.parametrize("language", COST)
def test_a_file_says_a_choice_in_the_language_of_the_library(language: str) -> None:
    """Dutch words in a Dutch library, English ones in any without words of its own."""
    with speaking(language):
        read = Investment.model_validate({**COST[language], "basis": BASIS[language]})

    assert (read.who, read.per, read.when) == (Payer.PARTICIPANT, Unit.ORGANISATION, Moment.MONTH)


@pytest.mark.parametrize(
    ("language", "written", "hint"),
    [
        ("en", "procentpunt", "Here that is called 'percentage points'."),
        ("nl", "percentage points", "Dat heet hier 'procentpunt'."),
        ("en", "percentage point", "Did you mean 'percentage points'?"),
        ("en", "metres", "Choose from: d, g, r, or, percentage points."),
    ],
)
def test_another_word_is_told_with_the_word_of_the_library(
    language: str, written: str, hint: str
) -> None:
    """A word of another language is known there, and named in the own one."""
    with speaking(language):
        with pytest.raises(ValidationError) as told:
            Measured.model_validate({"measure": written})
        (fault,) = told.value.errors()

        assert message_of(fault)[1] == hint


def test_schema_and_examples_have_the_words_of_the_language() -> None:
    """An editor completes what the file may say, and an example is valid."""
    with speaking("en"):
        cost = schema_of(Method)["properties"]["investment"]["items"]["properties"]
        examples = {spec.name: spec.example for spec in field_specs(Investment)}

    assert [one["const"] for one in cost["when"]["oneOf"]] == ["start", "month", "year"]
    assert cost["who"]["examples"] == ["participant"]
    assert examples["per"] == "participant"


def test_an_example_of_a_task_has_a_role_of_the_library() -> None:
    """A library whose roles have other names is not shown one that it does not know."""
    roles = Choice("Role", [("C0", ("lead", "Team lead")), ("C1", ("board", "Board"))])  # type: ignore[arg-type]
    group = field_type_of(tasks(roles)).group  # type: ignore[attr-defined]

    assert next(spec.example for spec in field_specs(group)) == "lead"
