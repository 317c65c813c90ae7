"""Finds what readers would notice of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import PurePosixPath

from kennisbank.build import Site
from kennisbank.cli.pull_request.ratings import RatingChange, rating_changes
from kennisbank.fields.specs import field_specs
from kennisbank.messages import N_, _
from kennisbank.routes import hand_address, source_address
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY

_UNREADABLE = N_("cannot be read yet")


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page whose own text a proposal adds, changes or takes away; `parts` names what changed."""

    title: str
    address: str
    path: PurePosixPath
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What readers notice; `along` counts pages that only show something of a changed one.

    `moved` are addresses that now lead to another page, `gone` those that lead nowhere.
    """

    added: tuple[PageChange, ...]
    changed: tuple[PageChange, ...]
    removed: tuple[PageChange, ...]
    along: int
    moved: tuple[str, ...]
    gone: tuple[str, ...]
    ratings: tuple[RatingChange, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """What people wrote for one page: its file, and each part by its name for people."""

    path: PurePosixPath
    parts: Mapping[str, object]


def changes_between(before: Site, after: Site) -> Changes:
    """Return what differs; a page that can no longer be read is changed, and not gone."""
    old, new = dict(_texts(before)), dict(_texts(after))
    changed = {
        address: parts
        for address in old.keys() & new.keys()
        if (parts := _changed_parts(old[address].parts, new[address].parts))
    }
    lost = _addresses(before) - _addresses(after) - new.keys()
    moved = _redirects(after) - _redirects(before)
    return Changes(
        added=_listed(new, new.keys() - old.keys(), after),
        changed=_listed(new, changed.keys(), after, changed),
        removed=_listed(old, old.keys() - new.keys(), before),
        along=_along(before, after, changed.keys()),
        moved=tuple(sorted(moved)),
        gone=tuple(sorted(lost)),
        ratings=tuple(rating_changes(before.library, after.library)),
    )


def _texts(site: Site) -> Iterator[tuple[str, _Text]]:
    """Yield the address and the text of every page that has a text of its own."""
    library = site.library
    addresses = library.addresses
    for key, file in library.files.items():
        value = file.document.value
        parts = {spec.title: value.get(spec.name) for spec in field_specs(file.kind)}
        yield addresses.entry(*key), _Text(file.path, parts)
    for key in library.unreadable:
        yield addresses.entry(*key), _Text(library.path_of(key), {_(_UNREADABLE): True})
    for page in library.pages:
        parts = {_("Title"): page.title, _("Description"): page.description, _("Text"): page.body}
        yield hand_address(page.path), _Text(page.path, parts)
    for name, source in library.bibliography.sources.items():
        yield source_address(name), _Text(BIBLIOGRAPHY, {"soort": source.type, **source.fields})


def _changed_parts(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[str, ...]:
    if _UNREADABLE in new:
        return (_UNREADABLE,)
    names = dict.fromkeys([*new, *old])
    return tuple(name for name in names if old.get(name) != new.get(name))


def _listed(
    texts: Mapping[str, _Text],
    addresses: AbstractSet[str],
    site: Site,
    parts: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[PageChange, ...]:
    titles = {page.address: page.title for page in site.pages}
    return tuple(
        PageChange(
            titles.get(address) or str(texts[address].path),
            address,
            texts[address].path,
            (parts or {}).get(address, ()),
        )
        for address in sorted(addresses)
    )


def _along(before: Site, after: Site, changed: AbstractSet[str]) -> int:
    old = {page.address: page.html for page in before.pages}
    return sum(
        page.address not in changed and old.get(page.address, page.html) != page.html
        for page in after.pages
    )


def _addresses(site: Site) -> set[str]:
    return {page.address for page in site.pages} | _redirects(site)


def _redirects(site: Site) -> set[str]:
    """Return the addresses that lead to another page."""
    return {path.removesuffix("index.html") for path in site.files if path.endswith("/index.html")}
