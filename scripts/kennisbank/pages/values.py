"""Shows the value of a field as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup, escape

from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import UNKNOWN, unknown_word
from kennisbank.fields.types import (
    PLAIN,
    Blocks,
    FieldGroup,
    LineType,
    ProseType,
    ShortType,
    UrlType,
)
from kennisbank.pages.prose import ProseRenderer
from kennisbank.pages.prose_context import ProseContext
from kennisbank.reading.mention_patterns import CITATION, citation_of
from kennisbank.routes import relative


def unknown_html() -> Markup:
    """Return what stands where no source tells something."""
    return Markup('<span class="kb-unknown">{}</span>').format(unknown_word())


def _named_address(specs: list[FieldSpec]) -> tuple[FieldSpec | None, FieldSpec | None]:
    """Return the line by which a group calls its one web address, and that address."""
    lines = [spec for spec in specs if isinstance(spec.field_type, LineType) and not spec.many]
    addresses = [spec for spec in specs if isinstance(spec.field_type, UrlType) and not spec.many]
    if len(addresses) == 1 and lines:
        return lines[0], addresses[0]
    return None, None


class CitedItems(list[Markup]):
    """The items of a list that all rest on the same sources, which stand once below it."""

    def __init__(self, items: Iterable[Markup], cited: Markup) -> None:
        super().__init__(items)
        self.cited = cited


def _shared_citation(items: Sequence[str]) -> tuple[str, list[str]]:
    """Return the citation with which every item ends, as part of a sentence, and the items bare."""
    ends = [end for item in items if (end := _last_citation(item))]
    if len(items) == 1 or len(ends) < len(items) or len({end[0] for end in ends}) > 1:
        return "", [*items]
    works = citation_of(ends[0]).works
    if any(work.before or work.bare for work in works):
        return "", [*items]
    told = (f"@{one.key} [{one.locator}]" if one.locator else f"@{one.key}" for one in works)
    bare = [end.string[: end.start()].rstrip() + end.string[end.end() :] for end in ends]
    return "; ".join(told), bare


def _last_citation(text: str) -> re.Match[str] | None:
    """Return the citation between brackets with which a text ends, but for its full stop."""
    found = [*CITATION.finditer(text)]
    ends = found and not found[-1]["narrative"] and text[found[-1].end() :].strip() in ("", ".")
    return found[-1] if ends else None


class ValueRenderer:
    """Turns values into HTML, for one page."""

    def __init__(self, prose: ProseRenderer, reading: ProseContext) -> None:
        self.prose = prose
        self.reading = reading

    def html(self, spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401 - Markup, or a list of it
        """Return safe HTML, a list of it for a list, and a dictionary for a group of fields."""
        if value == UNKNOWN and spec.unknown:
            return unknown_html()
        if isinstance(value, tuple):
            if isinstance(spec.field_type, ProseType | ShortType):
                return self._texts(spec, value)
            return [self._one(spec, item) for item in value]
        return self._one(spec, value)

    def _texts(self, spec: FieldSpec, texts: Sequence[str]) -> list[Markup]:
        """Return a list of prose; where each item has the same sources, the list names them."""
        cited, bare = _shared_citation(texts)
        items = [self._one(spec, text) for text in bare]
        return CitedItems(items, self.inline(cited)) if cited else items

    def _one(self, spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401 - as above
        return spec.field_type.html(value, self)

    def block(self, markdown: str, blocks: Blocks = PLAIN) -> Markup:
        """Return prose as paragraphs, lists and quotes, and what else may stand in it."""
        return self.prose.block(markdown, self.reading, blocks)

    def inline(self, markdown: str) -> Markup:
        """Return prose as one line."""
        return self.prose.inline(markdown, self.reading)

    def group(self, group: FieldGroup) -> dict[str, Any]:
        """Return the fields of a group: `html` by name, with `raw` for what a template draws."""
        filled = [
            spec for spec in field_specs(type(group)) if getattr(group, spec.name) is not None
        ]
        shown = {spec.name: self.html(spec, getattr(group, spec.name)) for spec in filled}
        title, address = _named_address(filled)
        if title and address:
            named = Markup('<a href="{}" rel="noopener">{}</a>')
            shown[title.name] = named.format(getattr(group, address.name), shown[title.name])
            filled.remove(address)
        return {
            "raw": group,
            "specs": filled,
            "html": shown,
            "is_relation": False,
            "address": title if address else None,
        }

    def link(self, kind: str, identifier: str) -> Markup:
        """Return a link to an entry by its title; its id where there is no such entry."""
        target = self.prose.site_map.find(kind, identifier)
        if target is None:
            return escape(identifier)
        address = relative(self.reading.address, target.address)
        return Markup('<a href="{}">{}</a>').format(address, target.title)
