"""What every type of field has: how a value is read, checked, described and shown.

One file: a type is one class from reading to form, and its groups are types too.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar, NamedTuple, Protocol, Self

from markupsafe import Markup, escape
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kennisbank.fields.constraints import Constraint
from kennisbank.fields.text_rules import unknown_word
from kennisbank.messages import LANGUAGES, N_, _, catalogue, pgettext
from kennisbank.reading.mentions import Written


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
