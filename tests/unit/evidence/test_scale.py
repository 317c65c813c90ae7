"""The data file that holds every threshold."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from kennisbank.evidence.description import NEEDS
from kennisbank.evidence.scale import Scale, published_scale
from kennisbank.sources.labels import DESIGNS

FORBIDDEN = ("erkend", "goed onderbouwd", "effectief", "bewezen")


def test_every_design_of_a_source_has_a_grade() -> None:
    """A design that references.bib may use is never forgotten in the measure."""
    assert set(DESIGNS) == set(published_scale().designs)


def test_every_need_of_a_description_is_known() -> None:
    """What a level of description asks is a field of a method, or explained beside it."""
    needs = {need for level in published_scale().descriptions for need in level.needs}

    assert needs <= NEEDS.keys()


def test_no_label_is_a_verdict_of_a_committee() -> None:
    """Dutch committees judge interventions in words that are theirs."""
    scale = published_scale()
    labels = [f"{one.label} {one.short}" for one in scale.levels]
    labels += [one.label for one in scale.descriptions]

    assert [one for one in labels for word in FORBIDDEN if word in one.lower()] == []


def test_a_rule_cannot_let_an_unverified_source_pass() -> None:
    """A mistake in the data file stops the program instead of lifting methods."""
    data = published_scale().model_dump(mode="json")
    data["levels"][0]["rules"][0]["verified"] = False

    with pytest.raises(ValidationError, match="one-review would let an unverified source pass"):
        Scale.model_validate(data)


def test_a_rule_cannot_name_a_grade_that_is_not_there() -> None:
    """Every grade that a rule or design names is in the list of grades."""
    data = published_scale().model_dump(mode="json")
    data["designs"]["theory"] = "E"

    with pytest.raises(ValidationError, match="no such grade"):
        Scale.model_validate(data)
