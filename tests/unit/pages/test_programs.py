"""The programs that the colophon names."""

from __future__ import annotations

from importlib.metadata import distributions, version

from kennisbank.pages.hand_pages import programs


def test_every_program_is_named_with_its_version_and_a_short_licence() -> None:
    """What the generator asks for is there once, as its own package describes it."""
    found = {program.name: program for program in programs()}

    assert found["mkdocs-material"].version == version("mkdocs-material")
    assert found["mkdocs-material"].licence == "MIT"
    assert len(found) >= 15
    assert all(0 < len(program.licence) < 60 for program in found.values())
    assert list(found) == sorted(found, key=str.lower)


def test_a_program_that_an_extra_asks_for_is_named_where_it_is_installed() -> None:
    """A site is made without the program for paper as well; then it is not named."""
    named = {program.name for program in programs()}
    installed = {one.metadata["Name"] for one in distributions()}

    assert named <= installed
    assert ("weasyprint" in named) == ("weasyprint" in installed)
