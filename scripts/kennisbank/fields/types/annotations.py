"""The types as a class of entries is written with them, and what may be done with a field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

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
    AN_OLD_ID,
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
    SHORT_LIMIT,
    SPELT_UNKNOWN,
    SUMMARY_WORDS,
    UNKNOWN,
    is_unknown,
)
from kennisbank.fields.types.field_type import Blocks
from kennisbank.fields.types.scalars import (
    CountType,
    DayType,
    DefinitionType,
    IdType,
    LineType,
    NameType,
    NumberType,
    PlaceType,
    ProseType,
    ShortType,
    SourceType,
    StepsType,
    TagType,
    UnitType,
    UrlType,
    YearType,
)

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
Tag = Annotated[str, TagType(*_LINE)]
Definition = Annotated[str, DefinitionType(*_PROSE)]
Step = Annotated[str, StepsType(*_PROSE)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the rest of the generator may do with a field, beside checking and showing it.

    `reverse` is why the entry that is named shows the entry that names it; `shows` is the kind
    whose related entries stand in the field's own section of the page; `ordered` numbers a list;
    `cited` asks a source in every text of the field, and what has none in a field of `advice` is
    shown as advice of the editors. `facet` lets readers narrow by it: a sentence
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
    advice: bool = False
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


def field(title: str, *, help: str, example: object, default: object = ..., **marks: Any) -> Any:
    """Describe a field, once: title and help, an example, what it is when left out, its marks."""
    return Field(
        default,
        title=title,
        description=help,
        examples=[example],
        json_schema_extra={"marks": Marks(**marks)},  # type: ignore[dict-item]  # for us only
    )
