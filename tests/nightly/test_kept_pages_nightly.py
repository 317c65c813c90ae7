"""Long series of changes: whole sites made with what was kept are those made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from changing import Changing, differences

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", range(10, 20))
def test_whatever_changes_pages_are_those_made_anew(tmp_path: Path, seed: int) -> None:
    """A hundred changes in a row, each time another order."""
    assert list(differences(tmp_path, seed, steps=100)) == []


@pytest.mark.parametrize("seed", range(20, 24))
def test_whatever_changes_whole_sites_are_those_made_anew(tmp_path: Path, seed: int) -> None:
    """Every page, every file and every problem."""
    assert list(differences(tmp_path, seed, steps=25, made=Changing.site)) == []
