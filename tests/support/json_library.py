"""Turns a collection in JSON into entries: objects of some types, and relations that say why.

The form is that of STIX, in which MITRE publishes ATT&CK. What an object does not say stays out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kennisbank.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Objects = list[dict[str, Any]]


def entries(
    objects: Objects, type_: str, names: Mapping[str, str], relation: tuple[str, str] = ("", "")
) -> dict[str, dict[str, object]]:
    """Return the entries of one type by id; `relation` is a type of theirs and a field of ours."""
    living = {one["id"]: one for one in objects if not _is_gone(one)}
    told = _told(objects, living, relation[0])
    found: dict[str, dict[str, object]] = {}
    for identifier, one in living.items():
        if one["type"] == type_:
            fields: dict[str, object] = {
                ours: one[theirs] for theirs, ours in names.items() if one.get(theirs)
            }
            if modified := one.get("modified"):
                fields["reviewed"] = modified[:10]
            if told[identifier]:
                fields[relation[1]] = told[identifier]
            found[slug(one["name"])] = fields
    return found


def _told(objects: Objects, living: Mapping[str, Any], relation: str) -> defaultdict[str, Any]:
    """Return, for each object, the relations that it has and that say why."""
    told: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for one in objects:
        target = living.get(one.get("target_ref", ""))
        is_told = one.get("relationship_type") == relation and one.get("description")
        if is_told and target and one["source_ref"] in living:
            told[one["source_ref"]].append({"to": slug(target["name"]), "why": one["description"]})
    return told


def _is_gone(one: Mapping[str, Any]) -> bool:
    return bool(one.get("revoked") or one.get("x_mitre_deprecated"))


def untold(objects: Objects, keys: Sequence[str]) -> Iterator[str]:
    """Yield each key of the collection for which there is no field."""
    yield from sorted({key for one in objects for key in one} - {*keys})
