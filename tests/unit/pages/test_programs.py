"""The programs that the colophon names."""

from __future__ import annotations

from importlib.metadata import version

from kennisbank.pages.hand_pages import programs


def test_every_program_is_named_with_its_version_and_a_short_licence() -> None:
    """What the generator asks for is there once, as its own package describes it."""
    found = {program.name: program for program in programs()}

    assert found["mkdocs-material"].version == version("mkdocs-material")
    assert found["mkdocs-material"].licence == "MIT"
    assert len(found) >= 15
    assert all(0 < len(program.licence) < 60 for program in found.values())
    assert list(found) == sorted(found, key=str.lower)
