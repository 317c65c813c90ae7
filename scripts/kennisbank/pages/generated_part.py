"""A part of a hand-written page that is printed from data: its template, and the headings in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kennisbank.pages.page import Heading
from kennisbank.pages.programs import Program, programs


@dataclass(frozen=True)
class AuditPart:
    """What the last audit found; the template takes it from the library."""

    template: str = "audit-part.jinja"
    headings: tuple[Heading, ...] = (
        Heading("norm", "De norm"),
        Heading("uitslag", "De laatste test"),
        Heading("manier", "Hoe er is getest"),
        Heading("grenzen", "Wat nog niet goed of niet bekend is"),
        Heading("melden", "Werkt er iets niet?"),
    )


@dataclass(frozen=True)
class ProgramsPart:
    """The programs that a site is made with."""

    template: str = "programs-part.jinja"
    headings: tuple[Heading, ...] = (Heading("programmas", "Waarmee de site is gemaakt"),)

    @cached_property
    def programs(self) -> tuple[Program, ...]:
        """Every program that the generator asks for, with its version and licence."""
        return programs()


AUDIT_PART = AuditPart()
PROGRAMS_PART = ProgramsPart()
