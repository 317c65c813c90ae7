"""The forms on GitHub ask what the kinds ask, and are what GitHub takes."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from kennisbank.forms.issue_forms import asked_in_form, issue_form_files
from our_kinds import KINDS, Practice
from running import REPOSITORY

FILES = issue_form_files(KINDS)
FORMS = [path for path in FILES if not path.endswith("config.yml")]


def fields(path: str) -> list[dict[str, Any]]:
    """Return what a form asks."""
    return [one for one in yaml.safe_load(FILES[path])["body"] if one["type"] != "markdown"]


@pytest.mark.parametrize("path", FILES)
def test_committed_form_is_current(path: str) -> None:
    """The forms are what `kennisbank schema` writes."""
    assert (REPOSITORY / path).read_bytes().decode() == FILES[path]


@pytest.mark.parametrize("path", FORMS)
def test_a_form_has_names_that_github_takes(path: str) -> None:
    """Ids and labels occur once, and each element has the words it needs."""
    form, asked = yaml.safe_load(FILES[path]), fields(path)

    assert {"name", "description", "title", "labels", "body"} == form.keys()
    assert len({one["id"] for one in asked}) == len(asked)
    assert len({one["attributes"]["label"] for one in asked}) == len(asked)
    assert all(one["attributes"]["description"] for one in asked)


def test_a_practice_is_asked_by_its_own_fields() -> None:
    """Labels and help are those of the model; what a source need not tell may stay empty."""
    by_id = {one["id"]: one for one in fields(".github/ISSUE_TEMPLATE/praktijk.yml")}

    assert [*by_id] == [spec.name for spec in asked_in_form(Practice)]
    assert by_id["place"]["validations"] == {"required": False}
    assert by_id["organisation"]["validations"] == {"required": True}
    assert by_id["sector"]["attributes"]["options"][0] == "Gemeente"
    assert by_id["actions"]["attributes"]["label"] == "Wat zij deden"
