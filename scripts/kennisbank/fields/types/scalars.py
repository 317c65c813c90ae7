"""The types of single values: a line, prose, a number, a day, an address, a link, a choice."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar

from markupsafe import Markup, escape

from kennisbank.days import written_day
from kennisbank.fields.constraints import Constraint
from kennisbank.fields.text_rules import (
    AN_ID,
    ESTIMATE,
    NOT_EMPTY,
    SOURCE_PATTERN,
    estimate_word,
    is_estimate,
)
from kennisbank.fields.types.field_type import (
    PLAIN,
    Blocks,
    Choice,
    FieldType,
    ReadType,
    Renderer,
    Schema,
)
from kennisbank.locales import written_number
from kennisbank.messages import N_
from kennisbank.reading.mentions import Written


class LineType(FieldType):
    """A few words on one line."""

    name, label = "line", N_("line")
    is_read = is_fact = on_card = True


class UnitType(LineType):
    """What something is counted in."""


class TagType(LineType):
    """A word of an open list: whoever writes an entry may add one."""


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
