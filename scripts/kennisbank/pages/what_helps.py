"""What helps whoever reads a page about people or about a subject, the best studied first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kennisbank.evidence.rating import Rating
from kennisbank.fields.kinds import is_a, steps_of
from kennisbank.library.library import EntryKey
from kennisbank.messages import _, ngettext
from kennisbank.pages.context import RenderContext
from kennisbank.pages.site_map import EntryRef

# What opens a page is what one can take along; the others stand in their own section.
MOST = 3


@dataclass(frozen=True, slots=True)
class Help:
    """A rated entry that names the one of the page; `studied_here` with these very people."""

    target: EntryRef
    research: Rating
    studied_here: bool

    @property
    def first_step(self) -> str:
        """What to do first, as Markdown; empty where no step is known."""
        return next(iter(steps_of(self.target.entry)), "")


def what_helps(context: RenderContext, key: EntryKey) -> list[Help]:
    """Return the rated entries that name another in a field, the best studied first."""
    if not (is_a(context.library.audience, key.kind) or is_a(context.library.subjects, key.kind)):
        return []
    naming = dict.fromkeys(
        link.origin
        for link in context.library.links_to.get(key, ())
        if link.spec and link.origin in context.assessments
    )
    return sorted((_help(context, one, key) for one in naming if one), key=_order)


def _help(context: RenderContext, key: EntryKey, reader: EntryKey) -> Help:
    assessment = context.assessments[key]
    studied = assessment.context.studied_groups if assessment.context else ()
    here = is_a(context.library.audience, reader.kind) and reader.id in studied
    return Help(context.site_map.targets[key], assessment.research, here)


def _order(one: Help) -> tuple[bool, int, bool, str]:
    research = one.research
    return not research.recommends, -research.level.level, not one.studied_here, one.target.title


def how_sure(found: Sequence[Help], compared: int) -> list[str]:
    """Return in sentences how sure it is that something helps these people.

    `compared` is the lowest level that asks for a comparison with people who did without.
    """
    if not found:
        return []
    strong = sum(one.research.recommends and one.research.level.level >= compared for one in found)
    here = sum(one.studied_here for one in found)
    return [
        ngettext(
            "Sources name {n} approach for this group.",
            "Sources name {n} approaches for this group.",
            len(found),
        ),
        ngettext(
            "For {n} of them research compared people with and without, in favour of it (level "
            "{level} or higher).",
            "For {n} of them research compared people with and without, in favour of it (level "
            "{level} or higher).",
            strong,
            level=compared,
        )
        if strong
        else _("For none of them did research compare people with and without, in favour of it."),
        ngettext(
            "In the research on {n} of them this group itself took part.",
            "In the research on {n} of them this group itself took part.",
            here,
        )
        if here
        else _("Research in which this group itself took part was not found yet."),
    ]
