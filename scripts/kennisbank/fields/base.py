"""What every entry has, whatever its kind, and the parts that entries are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from kennisbank.fields.types import Day, FieldGroup, Line, Name, OldId, Summary, own_field
from kennisbank.locales import in_text
from kennisbank.messages import N_


class Label(NamedTuple):
    """The names of a kind: one, many, and the line under the heading of its overview.

    `inside` has one and many as they stand within a sentence, where a library says so.
    """

    one: str
    many: str
    about: str
    inside: tuple[str, ...] = ()

    @property
    def one_in_text(self) -> str:
        """The name of one within a sentence."""
        return self.inside[0] if self.inside else in_text(self.one)

    @property
    def many_in_text(self) -> str:
        """The name of several within a sentence."""
        return self.inside[1] if self.inside else in_text(self.many)


@dataclass(frozen=True, slots=True)
class KindMarks:
    """What the generator may do with a kind, beside what follows from its fields.

    `numbered` gives its entries a fixed order, and makes them the subjects of home page, feeds and
    map; `audience` says that they are people for whom the rest is; `reported` is what a form at
    GitHub asks readers to tell. `schema_org` is the type of its linked data; `compared` names the
    rows of the table in which entries are compared. `routes` are addresses that its pages had
    before, where `address` is now.
    """

    numbered: bool = False
    audience: bool = False
    reported: str = ""
    schema_org: str = "Article"
    compared: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()


class Change(FieldGroup):
    """One real change of the content, as those who follow the site read it."""

    day: Day = own_field(N_("Day"), help=N_("The day of the change."), example="2026-11-25")
    note: Line = own_field(
        N_("What changed"),
        help=N_("What is different for readers, in one sentence."),
        example=N_("Research among office workers added."),
    )


class Entry(FieldGroup):
    """One YAML file of the library."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    address: ClassVar[str]
    label: ClassVar[Label]
    marks: ClassVar[KindMarks]

    title: Line = own_field(
        N_("Title"),
        help=N_(
            "The name by which readers look for this. Start with a capital, without a point at "
            "the end."
        ),
        example=N_("Job crafting"),
    )
    summary: Summary = own_field(
        N_("Summary"),
        help=N_("The core in 60 words of plain language at most. People read this in 30 seconds."),
        example=N_("Employees change their own work step by step."),
    )
    aliases: tuple[Line, ...] = own_field(
        N_("Also known as"),
        help=N_("Other words that people use for this. The search finds them."),
        example=["job crafting", N_("shaping one’s job")],
        default=(),
    )
    # A kind may leave it out, but must say so: a day that nobody knows is not to be invented.
    reviewed: Day | None = own_field(
        N_("Last reviewed"),
        help=N_("The day on which somebody last reviewed the content."),
        example="2026-11-24",
    )
    redirect_from: tuple[OldId, ...] = own_field(
        N_("Earlier addresses"),
        help=N_(
            "File names that this page had before, or whole addresses such as /2019/old.html. "
            "Old links keep working this way."
        ),
        example=["job-crafting"],
        default=(),
    )
    contributors: tuple[Name, ...] = own_field(
        N_("Thanks to"),
        help=N_(
            "Names of people who helped to write and want to be named. Names only, without "
            "address, telephone number or any other number."
        ),
        example=["Aisha de Vries"],
        default=(),
    )
    changed: tuple[Change, ...] = own_field(
        N_("Changes"),
        help=N_(
            "What changed in the content, the newest first. Readers see this at the foot of the "
            "page. A mended typing error does not belong here."
        ),
        example=[{"day": "2026-11-25", "note": N_("Research among office workers added.")}],
        default=(),
    )


def earlier_ids(entry: Entry) -> tuple[str, ...]:
    """Return the file names that an entry had before."""
    return tuple(one for one in entry.redirect_from if not one.startswith("/"))


def earlier_addresses(entry: Entry) -> tuple[str, ...]:
    """Return the whole addresses that an entry had before, here or on another site."""
    return tuple(one for one in entry.redirect_from if one.startswith("/"))
