"""What a command knows of a library from its mkdocs.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from kennisbank.cli.settings import library_settings

if TYPE_CHECKING:
    from pathlib import Path

PARENT = """\
site_url: https://voorbeeld.nl/kennis/
theme: {name: material, logo: assets/logo.svg}
plugins: {kennisbank: {repository: https://voorbeeld.nl/bron, branch: hoofd}}
"""
CHILD = """\
INHERIT: ../basis.yml
site_name: Kind
theme: {favicon: assets/f.svg}
plugins: {kennisbank: {branch: kind}}
"""


def test_settings_are_inherited_as_in_mkdocs(tmp_path: Path) -> None:
    """Names go together at every level, and what the file itself says goes first."""
    root = tmp_path / "kind"
    root.mkdir()
    (tmp_path / "basis.yml").write_text(PARENT, encoding="utf-8")
    (root / "mkdocs.yml").write_text(CHILD, encoding="utf-8")
    found = library_settings(root)

    assert (found.imprint.name, found.imprint.url) == ("Kind", "https://voorbeeld.nl/kennis/")
    assert (found.repository.url, found.repository.branch) == ("https://voorbeeld.nl/bron", "kind")
    assert found.values["theme"] == {
        "name": "material",
        "logo": "assets/logo.svg",
        "favicon": "assets/f.svg",
    }


@pytest.mark.parametrize(
    ("inherited", "message"),
    [("weg.yml", "staat geen weg.yml"), ("mkdocs.yml", "erft instellingen van zichzelf")],
)
def test_what_cannot_be_inherited_is_named(tmp_path: Path, inherited: str, message: str) -> None:
    """A file that is not there, or that inherits from itself, ends the command in Dutch."""
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: {inherited}\n", encoding="utf-8")

    with pytest.raises(click.UsageError, match=message):
        library_settings(tmp_path)
