"""`kennisbank check` and a build say the same of 200 libraries, each broken in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broken_libraries import told_differently

if TYPE_CHECKING:
    from pathlib import Path


def test_check_and_build_tell_the_same_200_times(tmp_path: Path) -> None:
    """Each problem is told by both or by neither."""
    differing, told = told_differently(tmp_path, range(200))

    assert differing == []
    assert told > 100
