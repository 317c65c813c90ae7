"""By which values an entry is found, for every kind of the example library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evidence_library import finding, method, write_evidence
from kennisbank.evidence.assessment import Assessments
from kennisbank.fields.kinds import tasks_of
from kennisbank.library.library import EntryKey
from kennisbank.library.loading import load_library
from kennisbank.pages.facets import facets_of, options, values
from this_library import this_library

if TYPE_CHECKING:
    from pathlib import Path

    from kennisbank.pages.facets import Facet


def facet_of(name: str) -> Facet:
    """Return a facet of the library."""
    return next(facet for facet in facets_of(this_library()) if facet.name == name)


@pytest.mark.parametrize(
    ("facet", "kind", "identifier", "expected"),
    [
        ("mechanisme", "method", "taakroulatie", {"inhoud-van-het-werk"}),
        ("mechanisme", "mechanism", "inhoud-van-het-werk", {"inhoud-van-het-werk"}),
        ("doelgroep", "practice", "wijkteams-vlissingen", {"buitendienstmedewerkers"}),
        ("doelgroep", "target-group", "laaggeletterden", {"laaggeletterden"}),
        ("waar-het-speelt", "method", "taakroulatie", {"team"}),
        ("inspanning", "method", "taakroulatie", {"middel"}),
        ("sector", "practice", "wijkteams-vlissingen", {"gemeente"}),
        ("sector", "method", "taakroulatie", set()),
    ],
)
def test_an_entry_has_the_values_of_its_fields(
    facet: str, kind: str, identifier: str, expected: set[str]
) -> None:
    """A link and a choice are values, and an entry of the facet's kind belongs to itself."""
    library = this_library()

    found = values(facet_of(facet), EntryKey(kind, identifier), library, Assessments(library))

    assert expected <= found
    assert bool(expected) == bool(found)


def test_a_role_inside_a_group_of_fields_is_found() -> None:
    """Who has a task in a method stands one level deeper."""
    library = this_library()
    key = EntryKey("method", "taakroulatie")
    method = library.entries[key]

    roles = {str(task.role) for task in tasks_of(method)}
    assert values(facet_of("rol"), key, library, {}) == roles


def test_the_level_of_the_research_is_a_value_of_a_method() -> None:
    """The rating is computed, and only methods have one."""
    library = this_library()
    assessments = Assessments(library)
    method, term = EntryKey("method", "taakroulatie"), EntryKey("term", "leercultuur")
    level = str(assessments[method].research.level.level)

    assert values(facet_of("onderzoek"), method, library, assessments) == {level}
    assert values(facet_of("onderzoek"), term, library, assessments) == set()


def test_what_research_found_no_gain_in_has_no_level(tmp_path: Path) -> None:
    """A list of a level holds only what may be recommended on it, and what nobody studied."""
    write_evidence(
        tmp_path,
        goed=method("Goed", finding("jansen2020")),
        niets=method("Niets", finding("jansen2020", direction="none")),
        deels=method("Deels", finding("jansen2020", direction="mixed")),
        nieuw=method("Nieuw"),
    )
    library, _ = load_library(tmp_path)
    assessments = Assessments(library)
    found = {
        key.id: {*values(facet_of("onderzoek"), key, library, assessments)} for key in assessments
    }

    assert found == {
        "goed": {"3"},
        "niets": {"niet-gunstig"},
        "deels": {"wisselend"},
        "nieuw": {"0"},
    }


def test_every_value_of_an_entry_is_an_option_with_a_label() -> None:
    """No reader meets a code."""
    library = this_library()
    assessments = Assessments(library)
    for facet in facets_of(library):
        known = dict(options(facet, library))
        used = {
            value for key in library.entries for value in values(facet, key, library, assessments)
        }

        assert used <= known.keys()
        assert all(label.strip() for label in known.values())
