"""The data file that holds every threshold."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from evidence_library import finding, method, write_evidence
from kennisbank.checks import check_library
from kennisbank.evidence.assessment import Assessments
from kennisbank.evidence.scale import default_scale, needs_of, read_scale
from kennisbank.library.loading import load_library
from kennisbank.sources.labels import DESIGNS
from library_files import write_files
from this_library import this_library

if TYPE_CHECKING:
    from pathlib import Path

FORBIDDEN = ("erkend", "goed onderbouwd", "effectief", "bewezen")


def test_every_design_of_a_source_has_a_grade() -> None:
    """A design that references.bib may use is never forgotten in the measure."""
    assert set(DESIGNS) == set(default_scale().designs)


def test_every_need_of_a_description_is_known() -> None:
    """What a level of description asks is a field of a method, or explained beside it."""
    needs = {need for level in default_scale().descriptions for need in level.needs}

    assert needs <= needs_of(this_library()).keys()


def test_no_label_is_a_verdict_of_a_committee() -> None:
    """Dutch committees judge interventions in words that are theirs."""
    scale = default_scale()
    labels = [f"{one.label} {one.short}" for one in scale.levels]
    labels += [one.label for one in scale.descriptions]

    assert [one for one in labels for word in FORBIDDEN if word in one.lower()] == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"designs": {"theory": "nothing"}}, "bij designs ontbreekt 'unknown'"),
        ({"designs": {"unknown": "E"}}, "bij grades ontbreekt: E"),
        ({"levels": default_scale().model_dump()["levels"][1:3]}, "aftellen tot 0"),
        (
            {"descriptions": [{"level": 0, "label": "x", "meaning": "x", "needs": ["geluk"]}]},
            "heeft dit veld niet: geluk",
        ),
    ],
)
def test_a_scale_that_does_not_fit_together_is_refused(
    change: dict[str, object], message: str
) -> None:
    """A mistake in the data file stops the rating instead of lifting methods."""
    data = default_scale().model_dump(mode="json")

    with pytest.raises(ValidationError, match=message):
        read_scale(this_library(), data | change)


def test_an_effect_is_told_from_the_lowest_level_that_asks_for_a_comparison() -> None:
    """Below it there is association, experience and nothing."""
    scale = default_scale()

    assert (scale.compared, scale.level(scale.compared).label) == (3, "Eerste aanwijzingen")


def test_a_library_has_its_own_scale(tmp_path: Path) -> None:
    """A threshold in rating.yml of the library rates its methods; a faulty file is reported."""
    text = (files("kennisbank.evidence") / "rating.nl.yml").read_text(encoding="utf-8")
    write_evidence(tmp_path, ruilen=method("Ruilen", finding("jansen2020")))
    write_files(
        tmp_path, {"rating.yml": text.replace("one-comparative, grades: [trial, ", "x, grades: [")}
    )
    library, problems = load_library(tmp_path)
    (assessment,) = Assessments(library).values()

    assert [one for one in problems + check_library(library) if one.code == "bad-rating"] == []
    assert assessment.research.level.level == 0

    write_files(tmp_path, {"rating.yml": text.replace("lowered_by: 1", "lowered_by: veel")})
    library, _ = load_library(tmp_path)
    (assessment,) = Assessments(library).values()

    found = [str(one).split(". ")[0] for one in check_library(library)]
    assert [one for one in found if "bad-rating" in one] == [
        "rating.yml:10:13: bad-rating: 'lowered_by' moet een geheel getal zijn"
    ]
    assert assessment.research.level.level == 3
