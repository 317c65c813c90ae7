"""The result file of an audit, as it is and as it may not be."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kennisbank.reading.audit import read_audit

PATH = PurePosixPath("docs/development/audit.json")
GOOD = """{"date": "2026-11-26", "axe": "4.12.1", "browser": "156.0", "rules": ["wcag2a"],
"pages": ["", "over/"], "widths": [1280, 360], "schemes": ["light", "dark"], "states": 8,
"violations": {"color-contrast": 2}, "stops": 40, "faults": 0}"""


def test_a_result_is_read() -> None:
    """Every figure comes back as it stands in the file."""
    audit, problems = read_audit(PATH, GOOD)

    assert problems == []
    assert audit
    assert audit.date.isoformat() == "2026-11-26"
    assert audit.violations == {"color-contrast": 2}
    assert audit.pages == ("", "over/")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", GOOD.replace("8", "-8"), GOOD.replace("2026-11-26", "gisteren"), "[" * 5000],
)
def test_anything_else_is_one_problem(text: str) -> None:
    """Written by hand or cut off, the file is reported and says how it is made."""
    audit, problems = read_audit(PATH, text)

    assert audit is None
    assert [one.message for one in problems] == ["is geen uitslag van een test."]
    assert "`make audit` maakt dit bestand" in str(problems[0])
