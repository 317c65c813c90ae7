"""What registries say of a work is found whatever its shape, and never where they say nothing."""

from __future__ import annotations

import pytest

from kennisbank.sources.importing.notices import notices_of_crossref, notices_of_openalex
from notices import DOI, NOTICES, Shape, sound


def happenings(shape: Shape) -> list[str]:
    """Return what is said to have happened, the worst first."""
    record, updates, openalex = shape
    found = [*notices_of_crossref(record, updates, DOI), *notices_of_openalex(openalex)]
    return [str(one.happening) for one in found]


@pytest.mark.parametrize(("expected", "shape"), NOTICES)
def test_a_notice_is_found(expected: str, shape: Shape) -> None:
    """In each shape, by the work's own record, by another's, by the title and by OpenAlex."""
    assert happenings(shape)[:1] == [expected]


def test_each_shape_is_another_one() -> None:
    """None is counted twice."""
    assert len({repr(shape) for _, shape in NOTICES}) == len(NOTICES) >= 40


def test_a_sound_work_has_no_notice() -> None:
    """Five hundred records, among them titles that begin like a notice and notices on others."""
    shapes = list(sound())

    assert len(shapes) == 500
    assert [shape for shape in shapes if happenings(shape)] == []


def test_a_notice_tells_its_doi_and_its_day() -> None:
    """The notice with a DOI stands for the title that says the same without one."""
    record = {
        "title": ["RETRACTED: Leren"],
        "updated-by": [
            {"type": "retraction", "DOI": "10.5555/n", "updated": {"date-parts": [[2024, 3, 5]]}}
        ],
    }
    (found,) = notices_of_crossref(record, [], DOI)

    assert (found.doi, str(found.day)) == ("10.5555/n", "2024-03-05")
