"""What people do on a page with an instrument: the groups of fields of each sort of tool.

A tool is one of `plane`, `sorter`, `scan`, `cards`, `calculator` and `plan`, with the session in
which a group uses it. What stands in a file that a reader saves is kept by name (a moment, a card,
a statement), so names are unique within a tool.

One file: the sorts share their limits and parts, and the last class lets one be chosen.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import field_validator, model_validator
from pydantic_core import PydanticCustomError

from kennisbank.fields.choices import LaneSide, PaperSize
from kennisbank.fields.types import (
    Count,
    FieldGroup,
    FieldName,
    Line,
    Offer,
    Short,
    ToolType,
    own_field,
)
from kennisbank.messages import N_, _

# A scan that asks more is no longer filled in at a table.
MOST_STATEMENTS = 21
# Several people fill these in, unseen by each other; the others one fills in alone.
WITH_PEOPLE = ("plane", "sorter", "scan", "cards")
SORTS = (*WITH_PEOPLE, "calculator", "plan")


def _fault(message: str) -> PydanticCustomError:
    return PydanticCustomError("wrong-type", message)


def _between(name: str, least: int, most: int) -> Any:  # noqa: ANN401 - what pydantic calls
    """Return the rule that a list has so many items."""

    def check(_group: object, value: tuple[object, ...]) -> tuple[object, ...]:
        if not least <= len(value) <= most:
            message = _(
                "must have {least} to {most} items; it has {n}",
                least=least,
                most=most,
                n=len(value),
            )
            raise _fault(message)
        return value

    return field_validator(name)(classmethod(check))


def _apart(name: str, of: str) -> Any:  # noqa: ANN401 - what pydantic calls
    """Return the rule that no two items of a list have the same name."""

    def check(_group: object, value: tuple[object, ...]) -> tuple[object, ...]:
        names = [getattr(one, of).casefold() for one in value]
        if twice := next((one for one in names if names.count(one) > 1), None):
            raise _fault(_("has '{name}' twice", name=twice))
        return value

    return field_validator(name)(classmethod(check))


class SessionStep(FieldGroup):
    """One step of a session."""

    do: Short = own_field(
        N_("What you do"), help=N_("One thing."), example=N_("Everybody places a dot.")
    )
    minutes: Count | None = own_field(
        N_("Minutes"), help=N_("How long it takes."), example=5, default=None
    )


class Session(FieldGroup):
    """How somebody who never did it leads a group through it."""

    aim: Short = own_field(
        N_("Aim"), help=N_("What it is for."), example=N_("See where you differ.")
    )
    minutes: Count = own_field(N_("Minutes in all"), help=N_("How long it takes."), example=30)
    people: Line = own_field(
        N_("Group size"), help=N_("How many people."), example=N_("3 to 8 people")
    )
    room: Short = own_field(
        N_("Room"), help=N_("What you need around you."), example=N_("A table and a large sheet.")
    )
    steps: tuple[SessionStep, ...] = own_field(
        N_("Steps in the session"), help=N_("What the group does, one after another."), example=[]
    )
    afterwards: Short = own_field(
        N_("Afterwards"),
        help=N_("What to do with the outcome."),
        example=N_("Hang up the sheet, and look again in three months."),
    )
    sheet: PaperSize = own_field(N_("Sheet"), help=N_("The size of the empty sheet."), example="a4")
    _steps = _between("steps", 1, 12)


class PlaneAxis(FieldGroup):
    """One axis of a plane, by its two ends."""

    low: Line = own_field(N_("Low end"), help=N_("Left or below."), example=N_("reactive"))
    high: Line = own_field(N_("High end"), help=N_("Right or above."), example=N_("proactive"))


class PlaneArea(FieldGroup):
    """One quarter of a plane."""

    name: Line = own_field(N_("Name"), help=N_("What it is called."), example=N_("Defensive"))
    about: Line | None = own_field(
        N_("Meaning"), help=N_("In a few words."), example=N_("filling gaps"), default=None
    )
    offers: tuple[Offer, ...] = own_field(
        N_("What may help"),
        help=N_("Entries that fit whoever wants to be here, each with the reason."),
        example=[N_("[[method:vision-on-learning]]: a vision gives direction.")],
        default=(),
    )


class PlaneMoment(FieldGroup):
    """A point that each person places."""

    name: Line = own_field(N_("Name of the moment"), help=N_("A word."), example=N_("Now"))
    ask: Short = own_field(
        N_("Question"), help=N_("What the point stands for."), example=N_("Where are you now?")
    )


class Plane(FieldGroup):
    """Two axes, four named quarters, and the points that each person places there.

    The last moment is where people want to go, and the one before it is where they are.
    """

    across: PlaneAxis = own_field(N_("Axis from left to right"), help=N_("Its ends."), example={})
    up: PlaneAxis = own_field(N_("Axis from below to above"), help=N_("Its ends."), example={})
    top_left: PlaneArea = own_field(N_("Above on the left"), help=N_("A quarter."), example={})
    top_right: PlaneArea = own_field(N_("Above on the right"), help=N_("A quarter."), example={})
    bottom_left: PlaneArea = own_field(N_("Below on the left"), help=N_("A quarter."), example={})
    bottom_right: PlaneArea = own_field(N_("Below on the right"), help=N_("A quarter."), example={})
    moments: tuple[PlaneMoment, ...] = own_field(
        N_("Moments"),
        help=N_("One to four points; the last is wanted, the one before it is now."),
        example=[],
    )
    _moments = _between("moments", 1, 4)
    _names = _apart("moments", "name")

    @property
    def areas(self) -> tuple[PlaneArea, ...]:
        """The quarters: above from left to right, then below."""
        return (self.top_left, self.top_right, self.bottom_left, self.bottom_right)


class SorterLane(FieldGroup):
    """A place where cards are laid."""

    name: Line = own_field(
        N_("Name of the lane"), help=N_("A few words."), example=N_("Helps much")
    )
    side: LaneSide = own_field(N_("Side"), help=N_("Which way it works."), example="helps")


class SorterCard(FieldGroup):
    """A card that people lay in a lane."""

    name: Line = own_field(
        N_("Name on the card"), help=N_("A few words."), example=N_("having a say")
    )
    offers: tuple[Offer, ...] = own_field(
        N_("Offers"),
        help=N_("What the library has when this hinders, each with the reason."),
        example=[N_("[[method:communication-and-participation]]")],
        default=(),
    )


class SorterGroup(FieldGroup):
    """Cards that belong together."""

    name: Line = own_field(
        N_("Name of the group"), help=N_("A few words."), example=N_("Surroundings at work")
    )
    cards: tuple[SorterCard, ...] = own_field(N_("Cards"), help=N_("One or more."), example=[])
    _cards = _between("cards", 1, 40)


class Sorter(FieldGroup):
    """Cards in groups that each person lays in lanes, from what helps much to what hinders much."""

    lanes: tuple[SorterLane, ...] = own_field(N_("Lanes"), help=N_("Two to seven."), example=[])
    groups: tuple[SorterGroup, ...] = own_field(N_("Groups"), help=N_("One or more."), example=[])
    private: tuple[Line, ...] = own_field(
        N_("Private cards"),
        help=N_("Names of cards that lie face down unless their owner turns them."),
        example=[N_("health")],
        default=(),
    )
    _lanes = _between("lanes", 2, 7)
    _names = _apart("lanes", "name")
    _groups = _between("groups", 1, 12)

    @field_validator("groups")
    @classmethod
    def _cards_apart(cls, groups: tuple[SorterGroup, ...]) -> tuple[SorterGroup, ...]:
        names = [card.name.casefold() for group in groups for card in group.cards]
        if twice := next((one for one in names if names.count(one) > 1), None):
            raise _fault(_("has '{name}' twice", name=twice))
        return groups

    @property
    def cards(self) -> tuple[SorterCard, ...]:
        """All cards, group after group."""
        return tuple(card for group in self.groups for card in group.cards)


class ScanStatement(FieldGroup):
    """Something that people recognise or not."""

    text: Short = own_field(
        N_("Statement"),
        help=N_("What people recognise or not."),
        example=N_("Mistakes are talked about."),
    )
    about: Offer | None = own_field(
        N_("About"),
        help=N_("The entry that it comes from."),
        example=N_("[[mechanism:room-and-safety]]"),
        default=None,
    )
    figure: Line | None = own_field(
        N_("Figure"),
        help=N_("The name of a value in the entry with figures, to set beside it."),
        example=N_("Holds talks on development"),
        default=None,
    )
    offers: tuple[Offer, ...] = own_field(
        N_("Methods for this"),
        help=N_("Entries that help where this is not so, each with the reason."),
        example=[N_("[[method:talks-on-development]]")],
        default=(),
    )


class Scan(FieldGroup):
    """Statements that several people answer, to see where they differ; no mark and no norm."""

    answers: tuple[Line, ...] = own_field(
        N_("Answers"),
        help=N_("Two to five, from not at all to always."),
        example=[N_("No"), N_("Yes")],
    )
    statements: tuple[ScanStatement, ...] = own_field(
        N_("Statements"), help=N_("One to twenty-one."), example=[]
    )
    taken_from: FieldName | None = own_field(
        N_("Taken from"),
        help=N_("The field of the entries in which the statements stand, word for word."),
        example="signs",
        default=None,
    )
    questions: FieldName | None = own_field(
        N_("Questions"),
        help=N_("The field of the entries with questions for a conversation."),
        example="questions",
        default=None,
    )
    figures: Offer | None = own_field(
        N_("Entry with figures"),
        help=N_("Where the figures come from."),
        example=N_("[[statistic:first-measurement]]"),
        default=None,
    )
    _answers = _between("answers", 2, 5)
    _statements = _between("statements", 1, MOST_STATEMENTS)
    _texts = _apart("statements", "text")


class DeckCard(FieldGroup):
    """A card to draw, to choose or to think about."""

    text: Short = own_field(
        N_("Card"), help=N_("What stands on it."), example=N_("Do something new.")
    )
    offers: tuple[Offer, ...] = own_field(
        N_("Where to read on"),
        help=N_("Entries that fit, each with the reason."),
        example=[N_("[[method:room-to-experiment]]")],
        default=(),
    )


class CardDeck(FieldGroup):
    """Cards: written here, or taken from a field of all entries of a kind."""

    cards: tuple[DeckCard, ...] = own_field(
        N_("Cards"), help=N_("Two to forty."), example=[], default=()
    )
    kind: FieldName | None = own_field(
        N_("Kind"),
        help=N_("Entries of this kind give the cards."),
        example="technique",
        default=None,
    )
    taken_from: FieldName | None = own_field(
        N_("Field with cards"),
        help=N_("The field of those entries that holds them."),
        example="questions",
        default=None,
    )
    columns: tuple[Line, ...] = own_field(
        N_("Columns"),
        help=N_("What people write down beside a card."),
        example=[N_("What is there already?"), N_("What is missing?")],
        default=(),
    )
    _cards = _between("cards", 2, 40)
    _texts = _apart("cards", "text")
    _columns = _between("columns", 1, 4)

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if bool(self.cards) == bool(self.kind) or bool(self.kind) != bool(self.taken_from):
            raise _fault(_("needs 'cards', or 'kind' with 'taken_from'"))
        return self


class Calculator(FieldGroup):
    """What a choice of entries with an investment asks of one's own team, added up."""

    ask: Short = own_field(
        N_("What you choose"), help=N_("One sentence."), example=N_("Choose what you consider.")
    )


class PlanColumn(FieldGroup):
    """What one fills in beside a question."""

    name: Line = own_field(N_("Column"), help=N_("A few words."), example=N_("When"))
    help: Short = own_field(
        N_("Explanation"), help=N_("One sentence."), example=N_("Now, and half a year from now.")
    )


class FillInPlan(FieldGroup):
    """A plan to fill in that ends as one sheet."""

    columns: tuple[PlanColumn, ...] = own_field(N_("Columns"), help=N_("One to six."), example=[])
    rows: tuple[Line, ...] = own_field(
        N_("Rows"), help=N_("What each row begins with."), example=[N_("Do people take part?")]
    )
    _columns = _between("columns", 1, 6)
    _names = _apart("columns", "name")
    _rows = _between("rows", 1, 12)


class Tool(FieldGroup):
    """Something that people do together on the page: one sort, and the session around it."""

    question: Line = own_field(
        N_("Question"), help=N_("What the group talks about."), example=N_("Why do we learn?")
    )
    session: Session = own_field(N_("Session"), help=N_("How to lead it."), example={})
    plane: Plane | None = own_field(
        N_("Plane"), help=N_("Points in a plane."), example={}, default=None
    )
    sorter: Sorter | None = own_field(
        N_("Sorter"), help=N_("Cards in lanes."), example={}, default=None
    )
    scan: Scan | None = own_field(N_("Scan"), help=N_("Statements."), example={}, default=None)
    cards: CardDeck | None = own_field(N_("Deck"), help=N_("Cards."), example={}, default=None)
    calculator: Calculator | None = own_field(
        N_("Calculator"), help=N_("What it asks of a team."), example={}, default=None
    )
    plan: FillInPlan | None = own_field(
        N_("Plan"), help=N_("A sheet to fill in."), example={}, default=None
    )

    @model_validator(mode="after")
    def _one_sort(self) -> Self:
        if len([name for name in SORTS if getattr(self, name)]) != 1:
            raise _fault(_("must hold exactly one of these: {sorts}", sorts=", ".join(SORTS)))
        return self

    @property
    def sort(self) -> str:
        """Which of the sorts it is."""
        return next(name for name in SORTS if getattr(self, name))


EXAMPLE = {
    "question": N_("What did you learn this month?"),
    "session": {
        "aim": N_("Talk about learning."),
        "minutes": 15,
        "people": N_("2 to 8 people"),
        "room": N_("A table."),
        "steps": [{"do": N_("Everybody draws a card and tells."), "minutes": 10}],
        "afterwards": N_("Agree on when you do it again."),
        "sheet": "a4",
    },
    "cards": {
        "cards": [{"text": N_("What did you try out?")}, {"text": N_("Whom did you learn from?")}]
    },
}


def tool() -> Any:  # noqa: ANN401 - a form of a type
    """Return the type of a field that holds a tool."""
    return Annotated[Tool, ToolType(Tool, SORTS)]
