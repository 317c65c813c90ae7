"""Where each source is used: by which entries, hand-written pages and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kennisbank.fields.compounds import Finding
from kennisbank.fields.kinds import findings_of
from kennisbank.library.library import Library
from kennisbank.pages.site_map import EntryRef, SiteMap
from kennisbank.routes import hand_address


@dataclass(frozen=True, slots=True)
class Usage:
    """Where one source is used: entries and hand-written pages by address, and findings."""

    entries: dict[str, EntryRef] = field(default_factory=dict)
    hand_pages: dict[str, str] = field(default_factory=dict)
    findings: list[tuple[EntryRef, Finding]] = field(default_factory=list)

    @property
    def pages(self) -> dict[str, str]:
        """The title of every page that uses the source, by address."""
        entries = {address: target.title for address, target in self.entries.items()}
        return entries | self.hand_pages

    @property
    def kinds(self) -> list[str]:
        """The kinds of the entries, each once."""
        return sorted({target.key.kind for target in self.entries.values()})


def usage_of(library: Library, site_map: SiteMap) -> Mapping[str, Usage]:
    """Return the usage of every source, entries in the order of the library."""
    found = {key: Usage() for key in library.bibliography.sources}
    for keys in library.by_kind.values():
        for key in keys:
            target = site_map.targets[key]
            for source in library.cited_in(library.files[key].path) & found.keys():
                found[source].entries[target.address] = target
            _add_findings(found, target)
    for page in library.pages:
        for source in library.cited_in(page.path) & found.keys():
            found[source].hand_pages[hand_address(page.path)] = page.title
    return found


def _add_findings(found: Mapping[str, Usage], target: EntryRef) -> None:
    for finding in findings_of(target.entry):
        if finding.source in found:
            found[finding.source].findings.append((target, finding))
