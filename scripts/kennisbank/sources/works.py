"""All sources of a library as works, each with its reference and its in-text form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kennisbank.sources.addresses import address_of
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.date_parsing import accessed_date
from kennisbank.sources.source import Source
from kennisbank.sources.status import Status, status_of
from kennisbank.sources.style.in_text import InText, in_text_forms
from kennisbank.sources.style.references import reference_html

Formatter = Callable[[CslItem, str], Markup]


@dataclass(frozen=True, slots=True)
class Work:
    """One source as the site shows it; reference and forms are safe HTML."""

    key: str
    source: Source
    item: CslItem
    reference: Markup
    form: InText

    @property
    def state(self) -> str:
        """How sure it is that this is the work that was meant."""
        return self.source.fields.get("recordstate", "as-cited")

    @property
    def design(self) -> str:
        """What kind of study it is, as a code; empty when nobody said."""
        return self.source.fields.get("studydesign", "")

    @property
    def status(self) -> Status | None:
        """What happened to it after it appeared, or None where it simply stands."""
        return status_of(self.source)

    @property
    def archived(self) -> str:
        """The address of a copy in a web archive; empty when nobody made one."""
        return address_of(self.source.fields.get("archiveurl", ""))

    @property
    def consulted(self) -> str:
        """The day on which a person last looked at the address, in words; empty when not known."""
        day = accessed_date(self.source.fields).start
        return day.in_full if day else ""


def works_of(
    sources: Mapping[str, Source], formatted: Formatter = reference_html
) -> dict[str, Work]:
    """Return every work by key; letters, initials and added names count over all of them."""
    items = {key: csl_item(source) for key, source in sources.items()}
    forms = in_text_forms(items)
    return {
        key: Work(key, source, items[key], formatted(items[key], forms[key].letter), forms[key])
        for key, source in sources.items()
    }
