"""The fields of all kinds become values to try on form and checker, good ones and bad."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from kennisbank.fields.specs import field_specs
from kennisbank.fields.types import (
    ChoiceType,
    CountType,
    DayType,
    FieldType,
    IdType,
    LineType,
    LinkType,
    NumberType,
    ProseType,
    ShortType,
    SourceType,
    UrlType,
    YearType,
)
from kennisbank.fields.writing import entry_text
from kennisbank.library.library import EntryKey
from our_kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.fields.base import Entry
    from kennisbank.fields.specs import FieldSpec
    from kennisbank.library.library import Library

_TEXTS = [
    *("Gewone tekst.", "’s Ochtends: één foto’s, 50 % en €", "", " ", "onbekend", "Onbekend"),
    *("é" * 200, "é" * 201, "🙂" * 200, "🙂" * 201, "a" * 401, "twee\nregels", "een\n\ntwee"),
    *("INVULLEN", "Nog INVULLEN met [@niemand1900]", "Zie [@barzin2021jobcrafting]."),
    *("Zie [@barzin2021jobcraftign].", "@karasek1979 zegt iets", "[@een1; @twee2, p. 3]"),
    *("[[method:jobcrafting]]", "[[method:jobcraftin|zo]]", "[[methode:jobcrafting]]"),
    "[[method:ruimte-om-te-experimenteren]]",
    *("[@bаrzin2021jobcrafting]", "@jansén", "onbekend.", " Onbekend .\n"),
    *("[[jobcrafting]]", "[[xyz:abc]]", "`[@code]`", "mail jan@bedrijf.nl", "\\[@geen]"),
    *("Het helpt 30% van de mensen.", "Het helpt 30% [@karasek1979]. Maar 40% niet."),
    *("[zie ook @karasek1979, p. 3; -@x1]", "@x1 [p. 3] en @x2 [zo](https://a.nl)"),
    *("[tekst [zie @x1]](https://a.nl)", "[zie @x1](https://a.nl)"),
    *("Uit onderzoek blijkt veel.", "[tekst [@x1]](https://a.nl)", "t\u200bekst", "\u202eom"),
    *("naam@werk", "Jo van WWW.jo.nl", "Jo Ünal-Ö.nl", "€ 5 is 5%-punt", "n = 30", "d=0,3"),
]
_VALUES: dict[type[FieldType], list[str]] = {
    LineType: _TEXTS,
    ShortType: _TEXTS,
    ProseType: [*_TEXTS, "woord " * 60, "woord " * 61, "[@karasek1979] " + "a" * 20_001],
    NumberType: [
        "1",
        "-2.5",
        "1,5",
        "1.1234567",
        "abc",
        "",
        "٣",
        "1e5",
        "007",
        "1234567890123",
    ],
    CountType: ["1", "0", "-1", "999999", "1000000", "1.5", "een", "²"],
    DayType: [
        *("2026-11-24", "2024-02-29", "2023-02-29", "2026-13-01", "24-11-2026", "2026-1-1"),
        *("0000-01-01", "0001-01-01", "gisteren"),
    ],
    YearType: ["2023", "1799", "1800", "2099", "2100", "23", "jaar 2023"],
    ChoiceType: ["leidinggevend", "HR", "xyz", "onbekend"],
    UrlType: [
        *("https://a.nl/x", "http://voorbeeld.nl/a?b=c#d", "ftp://a.nl", "www.a.nl", "https://a b"),
        *("https://x", "javascript:alert(1)", f"https://{'a' * 500}", f"https://{'a' * 501}"),
    ],
    LinkType: [
        "jobcrafting",
        "bestaat-niet",
        "jobcraftin",
        "Jobcrafting",
        "inhoud-van-het-wek",
    ],
    SourceType: ["barzin2021jobcrafting", "barzin2021", "niemand1900", "Karasek1979"],
    IdType: [
        "oud-adres",
        "a",
        "Oud",
        "een--twee",
        "inhoud-van-het-werk",
        "a" * 65,
        "-a",
        "a_b",
    ],
}
_IDS = [
    "goede-naam",
    "Hoofdletter",
    "a",
    "een--twee",
    "streep-",
    "met spatie",
    "é-accent",
    "x" * 65,
]
# What a person may paste: signs of YAML, of HTML and of other systems, and much of it.
HOSTILE = [
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "naam: waarde", "a #b", "#a"),
    *("- een", "-", "---", "...", "? x", "{a: b}", "[a, b]", "&anker", "*alias", "!tag"),
    "%YAML 1.2",
    *("@handvat", "`code`", "> citaat", "| pijp", "'enkel'", '"dubbel"', "\\n \\ \\u0041", "~"),
    *("null", "true", "Nee", "on", "1e3", "0x1F", "-12.5", "2026-01-01", "= 5", "a: ", "a:", ":a"),
    *("met\ttab", "\ttab vooraan", "een\r\ntwee\r\n", "een\rtwee", "een\n\n\ndrie", "a\n b\n  c"),
    *("nul\x00byte", "bel\x07", "rechts\u202enaar links", "\u200fRLM", "nul\u200bbreed"),
    "\ufeffBOM",
    *("regel\u2028einde", "\x85next", "verwijderd\x7f", "🙂👩‍👩‍👧 emoji", "e\u0301 los"),
    "’s-Hertogenbosch",
    *("a" * 20_000, "lang woord " * 2_000, f"{'x' * 150} {'y' * 150}", "{{ 7 * 7 }}", "${x}"),
    *("='a'!A1", "\xa0harde spatie", "a\xa0\xa0b", "twee  spaties", "eind   \nregel"),
    "a\n\nb\n\nc",
    *("[[method:x]]", "]]>", "<!-- -->", "a\n---\nb", "a\n...\nb", "key: [", "'", '"', "\\", "`"),
]


@dataclass
class Case:
    """One entry in which one thing was changed; values are as the reader gives them."""

    kind: type[Entry]
    id: str
    values: dict[str, Any]

    @property
    def path(self) -> PurePosixPath:
        """Where its file would be."""
        return PurePosixPath(self.kind.folder, f"{self.id}.yml")

    @property
    def key(self) -> EntryKey:
        """What names it in a library."""
        return EntryKey(self.kind.kind, self.id)


def case_text(case: Case) -> str:
    """Return the text of its file."""
    return entry_text(case.kind, case.values)


def cases(library: Library) -> list[Case]:
    """Return a case for each value of each form of field, and for each way to leave one out."""
    made = [
        Case(kind, f"zz-geval-{number}", {**_base(library, kind, number), **changed})
        for number, (kind, changed) in enumerate(_changes(library))
    ]
    for number, identifier in enumerate(_IDS, start=len(made)):
        named = {"summary": f"Zie [[{KINDS[1].kind}:{identifier}]]."}
        made.append(Case(KINDS[1], identifier, _base(library, KINDS[1], number) | named))
    for case in made:
        case.values = {name: value for name, value in case.values.items() if value is not ...}
    return made


def _base(library: Library, kind: type[Entry], number: int) -> dict[str, Any]:
    """Return good values: those of an entry, with a title of their own."""
    key = library.by_kind[kind.kind][0]
    return {**library.files[key].document.value, "title": f"Geval {number}", "redirect_from": ...}


def _changes(library: Library) -> Iterator[tuple[type[Entry], dict[str, Any]]]:
    seen: set[tuple[object, ...]] = set()
    for kind in KINDS:
        for days in ("2026-11-25", "2026-11-24"), ("2026-11-24",) * 2, ("2026-11-24", "2026-12-01"):
            yield kind, {"changed": tuple({"day": day, "note": "Iets."} for day in days)}
        yield kind, {"title": library.entries[library.by_kind[kind.kind][0]].title.upper()}
        for spec in field_specs(kind):
            look = _look(spec)
            if look not in seen:
                first = type(spec.field_type) not in {form for form, *_ in seen}
                seen.add(look)
                values = [*_values(spec)]
                # All values once for each form of field; for its other looks, some of them.
                chosen = values if first or len(values) < 12 else [*values[:4], *values[4::5]]
                yield from ((kind, {spec.name: value}) for value in chosen)


def _look(spec: FieldSpec) -> tuple[object, ...]:
    """Return what makes fields alike: for each look one field is tried."""
    words = tuple(demand.message for demand in spec.field_type.constraints)
    return (
        type(spec.field_type),
        spec.many,
        spec.unknown,
        spec.cited,
        spec.ordered,
        spec.group,
        words,
    )


def _texts_for(field_type: FieldType) -> list[str]:
    """Return what to try on a type; one that is a sort of another gets what that gets."""
    return next(_VALUES[one] for one in type(field_type).__mro__ if one in _VALUES)


def _values(spec: FieldSpec) -> Iterator[object]:
    yield ...
    yield None
    if spec.unknown:
        yield "onbekend"
    singles = list(_parts(spec)) if spec.group else _texts_for(spec.field_type)
    if not spec.many:
        yield from singles
        return
    yield ()
    yield from ((one,) for one in singles)
    # An old address can be of one entry only.
    yield ("nog-een-adres" if type(spec.field_type) is IdType else singles[0], None)


def _parts(spec: FieldSpec) -> Iterator[dict[str, object]]:
    """Yield groups of fields with one value changed each."""
    example = spec.example[0] if isinstance(spec.example, list) else {}
    good: dict[str, object] = {name: str(value) for name, value in example.items()}
    yield good
    yield {}
    for inner in field_specs(spec.group) if spec.group else ():
        yield {name: value for name, value in good.items() if name != inner.name}
        for value in () if inner.group else _texts_for(inner.field_type)[::3]:
            yield {**good, inner.name: value}
