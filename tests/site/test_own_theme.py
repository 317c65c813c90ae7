"""The files of a theme go to the site as they are, so no link among them is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from broken_libraries import copy_of_example
from commanding import run
from running import mkdocs

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "site_name: Proef\ntheme: {name: material, custom_dir: %s}\nplugins: [kennisbank]\n"


@pytest.mark.parametrize(
    ("folder", "link"),
    [
        ("overrides", "overrides"),
        ("overrides", "overrides/over.txt"),
        ("uiterlijk/eigen", "uiterlijk"),
        ("uiterlijk/eigen", "uiterlijk/eigen/assets/over.txt"),
    ],
)
def test_a_link_in_the_theme_publishes_nothing(tmp_path: Path, folder: str, link: str) -> None:
    """The check names it and the build stops; a theme of plain files is fine."""
    root = copy_of_example(tmp_path / "lib")
    (root / "mkdocs.yml").write_text(SETTINGS % folder, encoding="utf-8")
    (root / folder / "assets").mkdir(parents=True)
    (root / folder / "assets" / "eigen.txt").write_text("van ons", encoding="utf-8")
    assert run("check", root).output == "Alles klopt.\n"

    elsewhere = tmp_path / "elders"
    (elsewhere / "eigen").mkdir(parents=True)
    (elsewhere / "geheim.txt").write_text("geheim", encoding="utf-8")
    if (root / link).is_dir():
        (root / link).rename(tmp_path / "weg")
    (root / link).symlink_to(elsewhere / "geheim.txt" if link.endswith("txt") else elsewhere)
    said = f"{link} is geen gewoon bestand of gewone map."

    assert f"mkdocs.yml:1:1: bad-setting: {said}" in run("check", root).output
    built = mkdocs("build", folder=root)
    assert (built.returncode, said in built.stdout + built.stderr) == (1, True)
    assert not (root / "site").exists()
