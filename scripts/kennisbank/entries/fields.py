"""The types a field can have: how text from YAML becomes a value, and how it is shown."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self, TypeVar, get_args

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

UNKNOWN = "onbekend"
ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTHS = range(2, 65)
LINE_LIMIT = 200
SHORT_LIMIT = 400
PROSE_LIMIT = 20_000
SUMMARY_WORDS = 60
_WEB_ADDRESS = r"://|\bwww\.|[\w-]\.(?:be|com|edu|eu|info|io|net|nl|org)\b"


class Form(StrEnum):
    """How a value is written and shown; page, schema, scaffold and guide all follow from it."""

    LINE = "regel"
    SHORT = "korte tekst"
    PROSE = "tekst"
    NUMBER = "getal"
    COUNT = "geheel getal"
    DAY = "datum"
    YEAR = "jaar"
    CHOICE = "keuze"
    URL = "webadres"
    LINK = "verwijzing"
    SOURCE = "bron"
    OLD_ID = "oud adres"
    PART = "groep velden"


class Choice(StrEnum):
    """A value out of a closed list; each has the label that readers see."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Return a member that is its value and knows its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class RefersTo(str):
    """Marks a text that is the id of an entry of the kind it names."""

    __slots__ = ()


Value = TypeVar("Value")


class UnknownAllowed:
    """Marks a field whose value may be "onbekend", because no source tells it."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # Only the real type reports its faults: a union would report one per branch.
        known = handler(get_args(source)[0])
        return core_schema.no_info_wrap_validator_function(
            lambda value, validate: value if value == UNKNOWN else validate(value), known
        )


OrUnknown = Annotated[Value | Literal["onbekend"], UnknownAllowed()]


def fault(code: str, message: str, **context: object) -> PydanticCustomError:
    """Return the fault that a validator raises; code is a problem code, message is Dutch."""
    return PydanticCustomError(code, message, context)


def _text(limit: int, *, lines: bool) -> AfterValidator:
    def check(text: str) -> str:
        if not text.strip():
            raise fault("empty-field", "is leeg")
        if text.strip() == UNKNOWN:
            raise fault("wrong-type", "mag niet 'onbekend' zijn")
        if len(text) > limit:
            message = "telt {size} tekens; er mogen er {limit} zijn"
            raise fault("wrong-type", message, size=len(text), limit=limit)
        if not lines and "\n" in text:
            raise fault("wrong-type", "moet op één regel staan")
        return text

    return AfterValidator(check)


def _few_words(text: str) -> str:
    words = len(text.split())
    if words > SUMMARY_WORDS:
        message = "telt {words} woorden; er mogen er {limit} zijn"
        raise fault("wrong-type", message, words=words, limit=SUMMARY_WORDS)
    return text


def _to_number(text: object) -> Decimal:
    if isinstance(text, str) and re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", text):
        return Decimal(text)
    raise fault("wrong-type", "moet een getal zijn, met een punt voor decimalen: 23.7")


def _to_count(text: object) -> int:
    if isinstance(text, str) and re.fullmatch(r"[1-9]\d{0,5}", text):
        return int(text)
    raise fault("wrong-type", "moet een geheel getal vanaf 1 zijn")


def _to_year(text: object) -> int:
    if isinstance(text, str) and re.fullmatch(r"(18|19|20)\d\d", text):
        return int(text)
    raise fault("wrong-type", "moet een jaar van vier cijfers zijn: 2023")


def _to_day(text: object) -> dt.date:
    if isinstance(text, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise fault("wrong-type", "is geen dag die bestaat") from None
    raise fault("wrong-type", "moet een datum zijn als jaar-maand-dag: 2026-11-24")


def _is_url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'`\\{}|^]{3,500}", text):
        raise fault("wrong-type", "moet een webadres zijn dat begint met https://")
    return text


def _is_id(text: str) -> str:
    if len(text) not in ID_LENGTHS or not re.fullmatch(ID_PATTERN, text):
        message = "mag alleen kleine letters, cijfers en streepjes hebben: 'taak-roulatie'"
        raise fault("wrong-type", message)
    return text


def _is_name(text: str) -> str:
    if "@" in text:
        raise fault("wrong-type", "mag geen e-mailadres zijn, alleen een naam")
    if re.search(_WEB_ADDRESS, text, re.IGNORECASE):
        raise fault("wrong-type", "mag geen webadres zijn, alleen een naam")
    return text


def _not_empty(text: str) -> str:
    if not text.strip():
        raise fault("empty-field", "is leeg")
    return text


def _linked(kind: str) -> Any:
    # Whether the id exists is a check of its own, with a better hint than "this is no id".
    return Annotated[str, Form.LINK, RefersTo(kind), AfterValidator(_not_empty)]


Line = Annotated[str, Form.LINE, _text(LINE_LIMIT, lines=False)]
Name = Annotated[str, Form.LINE, _text(LINE_LIMIT, lines=False), AfterValidator(_is_name)]
Short = Annotated[str, Form.SHORT, _text(SHORT_LIMIT, lines=False)]
Prose = Annotated[str, Form.PROSE, _text(PROSE_LIMIT, lines=True)]
Summary = Annotated[str, Form.PROSE, _text(PROSE_LIMIT, lines=True), AfterValidator(_few_words)]
Number = Annotated[Decimal, Form.NUMBER, BeforeValidator(_to_number)]
Count = Annotated[int, Form.COUNT, BeforeValidator(_to_count)]
Year = Annotated[int, Form.YEAR, BeforeValidator(_to_year)]
Day = Annotated[dt.date, Form.DAY, BeforeValidator(_to_day)]
Url = Annotated[str, Form.URL, AfterValidator(_is_url)]
OldId = Annotated[str, Form.OLD_ID, AfterValidator(_is_id)]
SourceKey = Annotated[str, Form.SOURCE]
MechanismId = _linked("mechanism")
MethodId = _linked("method")
TargetGroupId = _linked("target-group")
PracticeId = _linked("practice")
StatisticId = _linked("statistic")
InstrumentId = _linked("instrument")
TermId = _linked("term")


def field(
    title: str,
    *,
    help: str,
    example: object,
    default: object = ...,
    reverse: str = "",
    shows: str = "",
    ordered: bool = False,
    cited: bool = False,
) -> Any:
    """Describe a field, once: its Dutch title and help, an example value, what it is when left out.

    `reverse` is why the entry that is named shows the entry that names it; `shows` is the kind
    whose related entries stand in the field's own section of the page; `ordered` numbers a list;
    `cited` asks a source in every text of the field.
    """
    return Field(
        default,
        title=title,
        description=help,
        examples=[example],
        json_schema_extra={
            "reverse": reverse,
            "shows": shows,
            "ordered": ordered,
            "cited": cited,
        },
    )
