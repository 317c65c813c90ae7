"""`kennisbank check` and a strict build say the same of a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from broken_libraries import SETTINGS, copy_of_example, told_differently
from commanding import run
from running import mkdocs

if TYPE_CHECKING:
    from pathlib import Path


def test_check_and_build_tell_the_same_of_what_is_broken(tmp_path: Path) -> None:
    """Of libraries with one thing broken, each problem is told by both or by neither."""
    differing, told = told_differently(tmp_path, range(12))

    assert differing == []
    # The ways do break something: else this would compare nothing with nothing.
    assert told > 6


@pytest.mark.parametrize(
    ("settings", "fine"),
    [
        (SETTINGS, True),
        (f"{SETTINGS}nav: [over-ons.md, kaart/index.md]\n", True),
        (f"{SETTINGS}nav: [over-ons.md, weg.md]\n", False),
        (f"{SETTINGS}kleur: blauw\n", False),
        (f"{SETTINGS}docs_dir: elders\n", False),
        ("site_name: Proef\ntheme: readthedocs\nplugins: [kennisbank]\n", False),
        ("site_name: [Proef]\ntheme: material\nplugins: [kennisbank]\n", False),
        (f"{SETTINGS}site_url: voorbeeld\n", False),
        (f"{SETTINGS}extra_css: [https://elders.nl/a.css]\n", False),
        ("site_name: Proef\ntheme: material\nplugins: [kennisbank, kennisbenk]\n", False),
        ("site_name: Proef\ntheme: material\nplugins:\n  - kennisbank: {kleur: 1}\n", False),
        ("site_name: 'Proef\n", False),
    ],
)
def test_check_and_a_strict_build_accept_the_same_settings(
    tmp_path: Path, settings: str, fine: bool
) -> None:
    """What MkDocs refuses, or our plugin, the check refuses with the place in mkdocs.yml."""
    root = copy_of_example(tmp_path)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")

    checked = run("check", "--strict", root)
    assert (checked.exit_code == 0) == fine, checked.output
    assert fine or "mkdocs.yml:" in checked.output
    assert (mkdocs("build", "--strict", folder=root).returncode == 0) == fine
