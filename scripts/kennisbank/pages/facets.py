"""The values of an entry by which readers narrow a list: mechanism, role, level and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kennisbank.evidence.assessment import Assessment
from kennisbank.evidence.rating import OutcomeVerdict, Rating
from kennisbank.evidence.scale import scale_of
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import is_rated
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.types import Choice, FieldGroup, FindingsType, TagType, TasksType
from kennisbank.library.library import EntryKey, Library
from kennisbank.messages import _, pgettext
from kennisbank.slug import address_part


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow: `name` stands in addresses, `about` above a list of one value.

    The braces in it stand for that value. Its values are the ids of a kind of entry, a closed
    list, the tags that entries have in a field, the levels of the rating, or the effort that
    follows from the price.
    """

    name: str
    title: str
    about: str
    kind: str = ""
    choices: type[Choice] | None = None
    rated: bool = False
    # The first value is what readers prefer among equals; of what is rated, a price says it.
    ranks: bool = False
    priced: bool = False
    tags: str = ""
    # The field that holds the value, by the name that its title makes.
    field: str = ""


def facets_of(library: Library) -> tuple[Facet, ...]:
    """Return the facets in the order that readers see: kinds, then lists, then research."""
    found: dict[str, Facet] = {}
    for kind in library.kinds:
        for one in _facets(kind, library):
            facet = _apart(one, kind, found.get(one.name))
            found.setdefault(facet.name, facet)
    return tuple(sorted(found.values(), key=lambda one: not one.kind))


def _apart(facet: Facet, kind: type[Entry], other: Facet | None) -> Facet:
    """Return a facet that has a name of its own, where another list is called the same."""
    is_taken = facet.name == pgettext("address", "kind")
    if not is_taken and (other is None or _holds(other) == _holds(facet)):
        return facet
    title = f"{facet.title} ({kind.label.one_in_text})"
    return replace(facet, name=f"{facet.name}-{address_part(kind.label.one)}", title=title)


def _holds(facet: Facet) -> tuple[object, ...]:
    return facet.choices, facet.kind, facet.tags, facet.rated


def _facets(kind: type[Entry], library: Library) -> Iterator[Facet]:
    specs = [spec for spec in field_specs(kind) if spec.marks.facet]
    for spec in sorted(specs, key=_place):
        about, type_ = spec.marks.facet, spec.field_type
        if isinstance(type_, TasksType):
            yield _by_list(type_.group, "role", about)
        elif isinstance(type_, FindingsType):
            yield Facet(
                pgettext("address", "outcome"), _("Researched on"), about, choices=type_.outcomes
            )
            judged = _("{kinds} with this rating: ‘{rating}’.", kinds=kind.label.many, rating="{}")
            yield Facet(pgettext("address", "research"), _("Research"), judged, rated=True)
        elif spec.choices:
            yield Facet(
                name := address_part(spec.title),
                spec.title,
                about,
                choices=spec.choices,
                ranks=spec.marks.ranks,
                priced=spec.marks.ranks and is_rated(kind),
                field=name,
            )
        elif isinstance(type_, TagType):
            yield Facet(address_part(spec.title), spec.title, about, tags=spec.name)
        elif spec.relates_to:
            named = next(one for one in library.kinds if one.kind == spec.relates_to).label.one
            yield Facet(address_part(named), named, about, kind=spec.relates_to)


def _place(spec: FieldSpec) -> int:
    """Tasks come first, and what research found last."""
    if isinstance(spec.field_type, TasksType):
        return 0
    return 2 if isinstance(spec.field_type, FindingsType) else 1


def _by_list(group: type[FieldGroup], name: str, about: str) -> Facet:
    spec = next(one for one in field_specs(group) if one.name == name)
    return Facet(address_part(spec.title), spec.title, about, choices=spec.choices)


def _mixed() -> str:
    return pgettext("address", "mixed")


def _not_favourable() -> str:
    return pgettext("address", "not-favourable")


def options(facet: Facet, library: Library) -> list[tuple[str, str]]:
    """Return every value a facet can have, with its label."""
    if facet.choices:
        return [(str(choice), choice.label.split(":")[0]) for choice in facet.choices]
    if facet.rated:
        levels = [(str(level.level), level.label) for level in scale_of(library).levels]
        # What was studied and may not be recommended has no level: it would look like one.
        mixed = (_mixed(), _("Researched, mixed outcomes"))
        return [*levels, mixed, (_not_favourable(), _("Researched, no favourable difference"))]
    if facet.tags:
        return sorted(_tags(facet.tags, library).items(), key=lambda one: one[1].casefold())
    keys = library.by_kind.get(facet.kind, [])
    return [(key.id, library.entries[key].title) for key in keys]


def _tags(name: str, library: Library) -> dict[str, str]:
    """Return each tag by the part of an address that it makes, as the first entry writes it."""
    found: dict[str, str] = {}
    for entry in library.entries.values():
        for tag in _tags_of(entry, name):
            found.setdefault(address_part(tag), tag)
    return found


def _tags_of(entry: Entry, name: str) -> tuple[str, ...]:
    spec = next((one for one in field_specs(type(entry)) if one.name == name), None)
    if spec is None or not isinstance(spec.field_type, TagType):
        return ()
    found = getattr(entry, name)
    return tuple(map(str, found)) if isinstance(found, tuple) else ()


def values_of(
    key: EntryKey,
    facets: Iterable[Facet],
    library: Library,
    assessments: Mapping[EntryKey, Assessment],
) -> frozenset[tuple[str, str]]:
    """Return all values of an entry, each with the name of its facet."""
    found = ((one.name, values(one, key, library, assessments)) for one in facets)
    return frozenset((name, value) for name, has in found for value in has)


def values(
    facet: Facet, key: EntryKey, library: Library, assessments: Mapping[EntryKey, Assessment]
) -> frozenset[str]:
    """Return the values of an entry; an entry of the facet's own kind belongs to itself."""
    if facet.rated:
        rated = assessments.get(key)
        return frozenset({_judgement(rated.research)} if rated else ())
    if facet.priced:
        asked = assessments.get(key)
        return frozenset({str(asked.effort)} if asked and asked.effort else ())
    if facet.tags:
        return frozenset(map(address_part, _tags_of(library.entries[key], facet.tags)))
    own = {key.id} if key.kind == facet.kind else set()
    return frozenset(own | set(_values(facet, library.entries[key])))


def _judgement(rating: Rating) -> str:
    lead = rating.lead
    if lead is None or lead.recommends or lead.verdict is OutcomeVerdict.UNKNOWN:
        return str(rating.level.level)
    return _mixed() if lead.verdict is OutcomeVerdict.MIXED else _not_favourable()


def _values(facet: Facet, part: FieldGroup) -> Iterator[str]:
    for spec in field_specs(type(part)):
        found = getattr(part, spec.name)
        for one in found if isinstance(found, tuple) else (found,):
            if isinstance(one, FieldGroup):
                yield from _values(facet, one)
            elif _fits(facet, spec, one):
                yield str(one)


def _fits(facet: Facet, spec: FieldSpec, value: object) -> bool:
    if facet.choices:
        # A list may stand in several fields, of which each can be a facet.
        is_asked = not facet.field or address_part(spec.title) == facet.field
        return is_asked and isinstance(value, facet.choices)
    return bool(spec.refers_to) and spec.refers_to == facet.kind
