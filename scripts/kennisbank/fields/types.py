"""The types that a field can have; each class holds all that is particular to its type.

How a text is read and what it must keep to, its JSON Schema, how a page shows the value, how a new
file starts with it, and what other parts ask of a type: whether it is prose, a fact or a link.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    Protocol,
    Self,
    TypeVar,
    get_args,
)

from markupsafe import Markup, escape
from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kennisbank.days import written_day
from kennisbank.fields.constraints import Aspect, Constraint, at_most
from kennisbank.fields.text_rules import (
    A_COUNT,
    A_DAY,
    A_FIELD_NAME,
    A_NUMBER,
    A_REAL_DAY,
    A_SHARE,
    A_URL,
    A_YEAR,
    AN_ID,
    AN_OLD_ID,
    ESTIMATE,
    HAS_WORDS,
    LINE_LIMIT,
    NAMES_ENTRY,
    NO_DEVICE,
    NOT_EMPTY,
    NOT_NULL,
    NOT_UNKNOWN,
    OF_A_PERSON,
    ONE_LINE,
    PROSE_LIMIT,
    SAYABLE,
    SHORT_LIMIT,
    SOURCE_PATTERN,
    SPELT_UNKNOWN,
    SUMMARY_WORDS,
    UNKNOWN,
    estimate_word,
    is_estimate,
    is_unknown,
    unknown_word,
)
from kennisbank.locales import written_number
from kennisbank.messages import LANGUAGES, N_, _, catalogue, pgettext
from kennisbank.reading.mentions import Written

if TYPE_CHECKING:
    from collections.abc import Callable


class Choice(StrEnum):
    """A value out of a closed list; each has the label that readers see."""

    said: str

    def __new__(cls, value: str, label: str) -> Self:
        """Return a member that is its value and knows its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.said = label
        return member

    @property
    def label(self) -> str:
        """What readers see."""
        return self.said

    @property
    def written(self) -> str:
        """The word in a file."""
        return self.value


class OwnChoice(Choice):
    """A value out of a list that belongs to the generator: label and word are messages."""

    @property
    def label(self) -> str:
        """What readers see, in the language of the moment."""
        return _(self.said)

    @property
    def written(self) -> str:
        """The word in a file, in the language of the library."""
        return pgettext("data", self.value)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(cls._read, handler(source))

    @classmethod
    def _read(cls, word: object) -> object:
        """Return the choice that a word in a file is."""
        if isinstance(word, cls):
            return word
        by_word = {one.written: one for one in cls}
        if isinstance(word, str) and word in by_word:
            return by_word[word]
        fault = {"expected": ", ".join(by_word), "meant": cls._elsewhere(word)}
        raise PydanticCustomError("enum", "is no choice", fault)

    @classmethod
    def _elsewhere(cls, word: object) -> str:
        """Return what is meant by the word of a library in another language."""
        tongues = [catalogue(one) for one in LANGUAGES]
        meant = (
            one.written for one in cls for said in tongues if said.pgettext("data", one) == word
        )
        return next(meant, "")


Schema = dict[str, Any]


class Blocks(NamedTuple):
    """What prose may hold beside paragraphs, lists, quotes, tables and code."""

    images: bool = False
    headings: bool = False


PLAIN = Blocks()


class FieldGroup(BaseModel):
    """A group of fields inside an entry; each class of it is written once, like a kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Renderer(Protocol):
    """What a page gives a type to show its values with; all it returns is safe to print."""

    def block(self, markdown: str, blocks: Blocks = PLAIN) -> Markup:
        """Return prose as paragraphs, lists and quotes, and what else may stand in it."""

    def inline(self, markdown: str) -> Markup:
        """Return prose as one line."""

    def link(self, kind: str, identifier: str) -> Markup:
        """Return a link to an entry by its title; its id where there is no such entry."""

    def group(self, group: FieldGroup) -> Any:
        """Return a group of fields for a template."""


class FieldType:
    """How a value is read, checked, described and shown."""

    # What kennisbank.yml, the web form and the guide call it.
    name: ClassVar[str]
    label: ClassVar[str]
    # How mentions stand in the text, where it is prose.
    written: Written | None = None
    # Whether people read the text as a sentence or a name, so that search and advice look at it.
    is_read: ClassVar[bool] = False
    # Whether it stands in the panel of facts rather than in a section of its own; alone, or listed.
    is_fact: ClassVar[bool] = False
    is_listed_fact: ClassVar[bool] = True
    on_card: ClassVar[bool] = False
    # Whether a page shows it elsewhere: as a relation, or in an order.
    is_section: ClassVar[bool] = True
    # Whether the help of a new file shows the example.
    shows_example: ClassVar[bool] = True
    # Whether the text stands in a block of its own in YAML.
    is_block: ClassVar[bool] = False
    # Whether it is so large that a new file gets its example, and the web form leaves it alone.
    is_deep: ClassVar[bool] = False
    # The template that draws a field of this type, where it has a look of its own.
    look: ClassVar[str] = ""

    def __init__(self, *constraints: Constraint) -> None:
        self.constraints = constraints

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.kept, handler(source))

    def kept(self, text: str) -> str:
        """Return the text; raises the first constraint that it does not keep."""
        for one in self.constraints:
            if fault := one.fault_in(text):
                raise fault
        return text

    def schema(self) -> Schema:
        """Return the JSON Schema of a value; an editor sees an unquoted 2019 as a number."""
        kept = {"type": ["string", "number"], **self._kept_schema()}
        return {**kept, "not": {"const": unknown_word()}}

    def _kept_schema(self) -> Schema:
        return {"allOf": [one.schema() for one in self.constraints]} if self.constraints else {}

    def html(self, value: Any, renderer: Renderer) -> Any:  # noqa: ARG002 - some types ask it
        """Return the value as a page shows it: safe HTML, or what a template draws."""
        return escape(str(value))


class ReadType(FieldType):
    """A type whose text becomes another value: a number, a day."""

    json_type: ClassVar[str]
    # An editor sees a number, of which a pattern of texts says nothing.
    bounds: ClassVar[Schema] = {}
    # Makes the value of a text that keeps the constraints.
    read: ClassVar[Any]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._value, handler(source))

    def _value(self, text: object) -> object:
        # A list or a group of fields is no number either.
        return type(self).read(self.kept(text if isinstance(text, str) else ""))

    def schema(self) -> Schema:
        """Return the JSON Schema of what stands in the file."""
        return {"type": self.json_type, **self.bounds, **self._kept_schema()}


class LineType(FieldType):
    """A few words on one line."""

    name, label = "line", N_("line")
    is_read = is_fact = on_card = True
    is_listed_fact = False


class UnitType(LineType):
    """What something is counted in."""


class TagType(LineType):
    """A word of an open list: whoever writes an entry may add one."""

    is_listed_fact = True


class ShortType(FieldType):
    """One or two sentences of prose on one line."""

    name, label = "short", N_("short text")
    written = Written.LINE
    is_read = is_fact = True
    is_listed_fact = shows_example = False

    def html(self, value: Any, renderer: Renderer) -> Markup:
        """Return the prose on one line."""
        return renderer.inline(value)


class ProseType(FieldType):
    """Prose of any length: paragraphs, lists, citations."""

    name, label = "prose", N_("text")
    is_read = is_block = True
    shows_example = False

    def __init__(self, *constraints: Constraint, blocks: Blocks = PLAIN) -> None:
        super().__init__(*constraints)
        self.blocks = blocks
        self.written = Written.IMAGES if blocks.images else Written.BLOCKS

    def html(self, value: Any, renderer: Renderer) -> Markup:
        """Return the prose in its paragraphs."""
        return renderer.block(value, self.blocks)


class DefinitionType(ProseType):
    """What a word means: its entry is a term, which prose shows where the word occurs."""


class StepsType(ProseType):
    """What someone does, one thing after another."""


class NumberType(ReadType):
    """A number, as precise as it is written."""

    name, label, json_type = "number", N_("decimal number"), "number"
    is_fact = True
    read = staticmethod(Decimal)

    def html(self, value: Any, renderer: Renderer) -> Markup:  # noqa: ARG002 - as above
        """Return the number with a decimal comma."""
        return escape(written_number(value))


class CountType(ReadType):
    """A whole number from 1."""

    name, label, json_type = "count", N_("whole number"), "integer"
    is_fact = True
    bounds: ClassVar[Schema] = {"minimum": 1, "maximum": 999_999}
    read = staticmethod(int)


class PlaceType(CountType):
    """The place of an entry in the order of its kind, which pages follow and do not print."""

    is_section = is_fact = False


class YearType(ReadType):
    """A year of four digits."""

    name, label, json_type = "year", N_("year"), "integer"
    bounds: ClassVar[Schema] = {"minimum": 1800, "maximum": 2099}
    is_fact = on_card = True
    read = staticmethod(int)


class DayType(ReadType):
    """A day of the calendar."""

    name, label, json_type = "day", N_("date"), "string"
    is_fact = True
    read = staticmethod(dt.date.fromisoformat)

    def html(self, value: Any, renderer: Renderer) -> Markup:  # noqa: ARG002 - as above
        """Return the day as Dutch readers write it."""
        return escape(written_day(value))


class UrlType(FieldType):
    """An address on the web."""

    name, label = "url", N_("web address")
    is_fact = True

    def schema(self) -> Schema:
        """Return the schema of an address."""
        return {"type": "string", "format": "uri", **self._kept_schema()}

    def html(self, value: Any, renderer: Renderer) -> Markup:  # noqa: ARG002 - as above
        """Return a link that shows its address."""
        return Markup('<a href="{0}" rel="noopener">{0}</a>').format(value)


class NameType(FieldType):
    """The name of a field or kind in the configuration of the library, which no reader reads."""

    name, label = "name", N_("name")


class IdType(FieldType):
    """The id of an entry that is no longer there."""

    name, label = "old_id", N_("old address")

    def schema(self) -> Schema:
        """Return the schema of an id."""
        return {"type": "string", **self._kept_schema()}


class LinkType(IdType):
    """The id of an entry of one kind; whether it exists is a check of its own."""

    name, label = "link", N_("link")
    is_section = False

    def __init__(self, kind: str) -> None:
        super().__init__(NOT_EMPTY)
        self.kind = kind

    def schema(self) -> Schema:
        """Return the schema of an id, which validation leaves to the check of links."""
        return {"type": "string", "allOf": [AN_ID.schema()]}

    def html(self, value: Any, renderer: Renderer) -> Markup:
        """Return a link by the title of the entry."""
        return renderer.link(self.kind, value)


class SourceType(FieldType):
    """The key of a source, or of what is `estimated` the words that say so."""

    name, label = "source", N_("source")
    is_fact = True

    def __init__(self, *, estimated: bool = False) -> None:
        super().__init__()
        self.estimated = estimated

    @property
    def instead(self) -> str:
        """What may stand in its place, in the language of the moment."""
        return estimate_word() if self.estimated else ""

    def is_instead(self, text: str) -> bool:
        """Return whether a text stands in the place of a key, in any language."""
        return self.estimated and is_estimate(text)

    def kept(self, text: str) -> str:
        """Return the text; an estimate is one, however it is written."""
        return ESTIMATE if self.is_instead(text) else super().kept(text)

    def schema(self) -> Schema:
        """Return the schema of a key."""
        return {"type": "string", "pattern": SOURCE_PATTERN}

    def html(self, value: Any, renderer: Renderer) -> Markup:
        """Return the source as a citation."""
        return escape(self.instead) if self.is_instead(value) else renderer.inline(f"@{value}")


class ChoiceType(FieldType):
    """One of a closed list."""

    name, label = "choice", N_("choice")
    is_fact = on_card = True
    shows_example = False

    def __init__(self, choices: type[Choice]) -> None:
        super().__init__()
        self.choices = choices

    def schema(self) -> Schema:
        """Return the list, each with its label."""
        return {"oneOf": [{"const": one.written, "title": one.label} for one in self.choices]}

    def html(self, value: Any, renderer: Renderer) -> Markup:  # noqa: ARG002 - as above
        """Return the label."""
        return escape(value.label)


class GroupType(FieldType):
    """Fields that belong together."""

    name, label = "part", N_("group of fields")
    shows_example = False

    def __init__(self, group: type[FieldGroup]) -> None:
        super().__init__()
        self.group = group

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # A group holds fields that keep their own constraints.
        return handler(source)

    def group_schema(self) -> Schema:
        """Return what a JSON Schema says of the group beside its fields."""
        return {}

    def html(self, value: Any, renderer: Renderer) -> Any:
        """Return the fields of the group for a template."""
        return renderer.group(value)


class RelationType(GroupType):
    """A link to an entry of one kind, with fields that tell of the relation between the two."""

    def __init__(self, group: type[FieldGroup], kind: str) -> None:
        super().__init__(group)
        self.kind = kind

    def html(self, value: Any, renderer: Renderer) -> Any:
        """Return the fields for a template, which shows the link as what they are about."""
        return {**renderer.group(value), "is_relation": True}


class FindingsType(GroupType):
    """What studies found, of which a rating is computed; `outcomes` is the list that they name."""

    look = "findings"

    def __init__(self, group: type[FieldGroup], outcomes: type[Choice]) -> None:
        super().__init__(group)
        self.outcomes = outcomes


class InvestmentType(GroupType):
    """Hours and money that something asks of each party."""

    look = "investment"


class FiguresType(GroupType):
    """Values with their names, drawn as a chart with a table and a file."""

    look = "figures"


class TasksType(GroupType):
    """Who does what; `roles` is the list of those who do."""

    look = "tasks"

    def __init__(self, group: type[FieldGroup], roles: type[Choice]) -> None:
        super().__init__(group)
        self.roles = roles


class ToolType(GroupType):
    """Something that people do together on the page."""

    name, look = "tool", "tool"
    is_deep = True

    def __init__(self, group: type[FieldGroup], sorts: tuple[str, ...]) -> None:
        super().__init__(group)
        self.sorts = sorts

    def group_schema(self) -> Schema:
        """Return that exactly one of the sorts is there."""
        return {"oneOf": [{"required": [name]} for name in self.sorts]}

    def html(self, value: Any, renderer: Renderer) -> Any:  # noqa: ARG002 - as above
        """Return the tool itself: its page is made where all that it needs is known."""
        return value


Value = TypeVar("Value")


class UnknownAllowed:
    """Marks a field whose value may be "onbekend", because no source tells it."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # Only the real type reports its faults: a union would report one per branch.
        known = handler(get_args(source)[0])
        return core_schema.no_info_wrap_validator_function(_unknown_or, known)


def _unknown_or(value: object, validate: Callable[[object], object]) -> object:
    if isinstance(value, str) and (fault := SPELT_UNKNOWN.fault_in(value)):
        raise fault
    return UNKNOWN if is_unknown(value) else validate(value)


OrUnknown = Annotated[Value | Literal["onbekend"], UnknownAllowed()]


def _longest(limit: int) -> Constraint:
    return at_most(limit, Aspect.CHARACTERS)


_WRITTEN = (NOT_EMPTY, NOT_UNKNOWN, NOT_NULL, HAS_WORDS)
_LINE = (*_WRITTEN, _longest(LINE_LIMIT), ONE_LINE)
_UNIT = (*_WRITTEN[:-1], _longest(LINE_LIMIT), ONE_LINE)
_NAME = (*_LINE, *OF_A_PERSON)
_SHORT = (*_WRITTEN, _longest(SHORT_LIMIT), ONE_LINE)
_PROSE = (*_WRITTEN, _longest(PROSE_LIMIT))


def prose_with(blocks: Blocks, type_: type[ProseType]) -> Any:
    """Return the annotation of prose of a type that may hold more than plain prose."""
    return Annotated[str, type_(*_PROSE, blocks=blocks)]


def summary_type(words: int) -> ProseType:
    """Return the type of a summary of at most so many words."""
    return ProseType(*_PROSE, at_most(words, Aspect.WORDS))


Line = Annotated[str, LineType(*_LINE)]
# What something is counted in may be a sign: % or €.
Unit = Annotated[str, UnitType(*_UNIT)]
Name = Annotated[str, LineType(*_NAME)]
Short = Annotated[str, ShortType(*_SHORT)]
# An entry, with the reason to read it: "[[method:jobcrafting]]: het begint klein."
Offer = Annotated[str, ShortType(*_SHORT, NAMES_ENTRY)]
Prose = Annotated[str, ProseType(*_PROSE)]
Summary = Annotated[str, summary_type(SUMMARY_WORDS)]
Number = Annotated[Decimal, NumberType(A_NUMBER)]
Count = Annotated[int, CountType(A_COUNT)]
Place = Annotated[int, PlaceType(A_COUNT)]
Year = Annotated[int, YearType(A_YEAR)]
Day = Annotated[dt.date, DayType(A_DAY, A_REAL_DAY)]
Url = Annotated[str, UrlType(A_URL)]
FieldName = Annotated[str, NameType(A_FIELD_NAME)]
OldId = Annotated[str, IdType(AN_OLD_ID, NO_DEVICE)]
Share = Annotated[str, LineType(NOT_EMPTY, A_SHARE)]
SourceKey = Annotated[str, SourceType()]
Basis = Annotated[str, SourceType(estimated=True)]
# A tag is a part of the address of a list.
Tag = Annotated[str, TagType(*_LINE, SAYABLE)]
Definition = Annotated[str, DefinitionType(*_PROSE)]
Step = Annotated[str, StepsType(*_PROSE)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the rest of the generator may do with a field, beside checking and showing it.

    `reverse` is why the entry that is named shows the entry that names it; `shows` is the kind
    whose related entries stand in the field's own section of the page; `ordered` numbers a list;
    `cited` asks a source in every text of the field. `facet` lets readers narrow by it: a sentence
    above a list, with braces for the value. The chooser asks `obstacle`, prefers what stands early
    in a list that `ranks`, and a rating looks for a source in a text that `explains`. `caveat` goes
    along with figures; `schema_org` is the property of linked data that the value is. The words of
    an `own` field are messages; those of others are as the library says them. A page starts
    with what `opens` it, and puts fields together that name the same heading to stand `under`.
    """

    reverse: str = ""
    shows: str = ""
    ordered: bool = False
    cited: bool = False
    facet: str = ""
    obstacle: bool = False
    ranks: bool = False
    explains: bool = False
    caveat: bool = False
    schema_org: str = ""
    opens: bool = False
    under: str = ""
    own: bool = False


def own_field(title: str, **described: Any) -> Any:
    """Describe a field of the generator's own: its words are messages."""
    return field(title, own=True, **described)


def field(
    title: str,
    *,
    help: str,
    example: object,
    default: object = ...,
    **marks: Any,
) -> Any:
    """Describe a field, once: title and help, an example, what it is when left out, its marks."""
    return Field(
        default,
        title=title,
        description=help,
        examples=[example],
        json_schema_extra={"marks": Marks(**marks)},  # type: ignore[dict-item]  # for us only
    )
