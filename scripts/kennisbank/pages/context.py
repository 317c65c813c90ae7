"""What every page is made with: templates, prose, references, and where things live.

One file: what templates may ask for is all here, addresses of the site and repository too.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from functools import cached_property, partial
from html import unescape
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import quote, urlencode

import jinja2
from markupsafe import Markup

from kennisbank import messages
from kennisbank.days import written_day
from kennisbank.evidence.assessment import Assessments, price_of_entry
from kennisbank.evidence.scale import Scale, scale_of
from kennisbank.evidence.upkeep import newest_review
from kennisbank.fields.kinds import is_rated, ranking
from kennisbank.locales import html_language, in_text, thousands, written_number
from kennisbank.messages import _
from kennisbank.pages import price_words
from kennisbank.pages.compiled_templates import COMPILED
from kennisbank.pages.content_policy import BARE_POLICY
from kennisbank.pages.facets import Facet, facets_of, values_of
from kennisbank.pages.glossary import Glossary
from kennisbank.pages.method_rating import MethodRating, method_rating
from kennisbank.pages.prose import ProseRenderer
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.rating_words import level_in_words, listed
from kennisbank.pages.site_map import SiteMap, usual_reasons
from kennisbank.pages.usage import Usage, usage_of
from kennisbank.reading.mentions import without_mentions
from kennisbank.routes import FORMATS, hand_address, relative, routes, routes_of
from kennisbank.sources.formats.reference_list import named_in_order
from kennisbank.sources.labels import (
    designs_explained,
    designs_in_words,
    states_explained,
    states_in_words,
    types_in_words,
)
from kennisbank.sources.style.references import reference_html
from kennisbank.sources.works import works_of
from kennisbank.theme.look import PAGE_SCRIPTS
from kennisbank.workers import done_to_all

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import PurePosixPath

    from kennisbank.evidence.price import Price
    from kennisbank.fields.base import Entry
    from kennisbank.library.library import EntryKey, Library
    from kennisbank.pages.page import Page
    from kennisbank.sources.works import Formatter, Work


# The kind and id of an entry, or the key of a source.
Name = tuple[str, ...]
# What is made of it, as plain values.
Parts = tuple[Any, ...]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the files of the library live for everyone: an address like https://github.com/a/b.

    `contact` is where the editors can be reached without it: mailto:… or the address of a page.
    """

    url: str = ""
    branch: str = "main"
    contact: str = ""

    def edit_url(self, folder: str) -> str:
        """Return where files of a folder can be edited, or nothing when that is not known."""
        return f"{self.url}/edit/{self.branch}/{folder}" if self.url else ""

    def file_url(self, path: PurePosixPath) -> str:
        """Return where a file can be read, or nothing when the repository is not known."""
        return f"{self.url}/blob/{self.branch}/{path}" if self.url else ""

    @property
    def request_url(self) -> str:
        """Where to ask for a subject that is not there; what was sought goes behind it."""
        if not self.url:
            return self._letter(routes().REQUEST_TITLE) if self._is_mail else ""
        return f"{self.url}/issues/new?{urlencode({'title': routes().REQUEST_TITLE})}"

    @property
    def mail(self) -> str:
        """Where a letter to the editors goes, as mailto:…, or nothing when that is not known."""
        return self.contact if self._is_mail else ""

    @property
    def _is_mail(self) -> bool:
        return self.contact.startswith("mailto:")

    def _letter(self, subject: str, about: str = "") -> str:
        """Return the contact, with a subject and where it is about when that is an e-mail."""
        if not self._is_mail:
            return self.contact
        # A space is a plus in a form only, not in a letter.
        body = f"body={quote(about)}&" if about else ""
        return f"{self.contact}?{body}subject={quote(subject)}"

    @property
    def requests_url(self) -> str:
        """Where all that readers asked for is listed."""
        query = urlencode({"q": f'is:issue is:open in:title "{routes().REQUEST_TITLE.strip()}"'})
        return f"{self.url}/issues?{query}" if self.url else ""

    @property
    def contribution_url(self) -> str:
        """The issue form that a contribution from the web form is sent with."""
        known = {"template": _("contribution.yml")}
        return f"{self.url}/issues/new?{urlencode(known)}" if self.url else ""

    def report_url(self, title: str, address: str, version: object) -> str:
        """Return the form to report an error of a page with, filled in as far as we can.

        Without a repository it is the contact, and where that is not known either, nothing.
        """
        subject = f"{routes().ERROR_TITLE}: {title}"
        if not self.url:
            return self._letter(subject, address)
        known = {
            "template": routes().ERROR_FORM,
            "title": subject,
            messages.pgettext("form", "page"): address,
            messages.pgettext("form", "version"): version,
        }
        return f"{self.url}/issues/new?{urlencode(known)}"


@dataclass(frozen=True, slots=True)
class SiteMetadata:
    """Under which name, at which address and on which day the site is published, where known.

    `license` is the address of the terms under which its texts may be used; `offline` is where in
    the site a copy of it lies that works without the internet, and `book` where all of it lies as a
    PDF. `cited_in` is the work that its sources were first found in, as a sentence names it: de
    presentatie. `about` says in a sentence what the site is; `also_searched` are the addresses of
    libraries on the same host.
    """

    name: str = ""
    url: str = ""
    day: dt.date | None = None
    license: str = ""
    offline: str = ""
    cited_in: str = ""
    about: str = ""
    book: str = ""
    also_searched: tuple[str, ...] = ()

    def full(self, address: str) -> str:
        """Return the full address of a page or file; nothing where that of the site is unknown."""
        return f"{self.url.rstrip('/')}/{address}" if self.url else ""


NOWHERE = SiteMetadata()


class RenderContext:
    """Renders templates for one library; every page is made with the same one."""

    def __init__(
        self,
        library: Library,
        repository: Repository,
        format_reference: Formatter = reference_html,
        imprint: SiteMetadata = NOWHERE,
        works: dict[str, Work] | None = None,
    ) -> None:
        self.library = library
        self.imprint = imprint
        self.format_reference = format_reference
        self._made: dict[object, object] = {}
        # Of the pages themselves, by kind and day: see entry_page.py.
        self.own_references: dict[tuple[str, dt.date | None], Markup] = {}
        self.repository = repository
        self.states = states_in_words(imprint.cited_in)
        self.day = imprint.day or newest_review(library)
        # Those of a library that was read before, with the same sources, are the same.
        self.works = works or works_of(library.bibliography.sources, format_reference)
        self.site_map = SiteMap(library)
        self.glossary = Glossary(library)
        self.prose = ProseRenderer(self.site_map, self.works, self.glossary)
        self.environment = template_environment()
        self.environment.globals |= {
            "states": self.states,
            "checks_sources": library.checks_sources,
            "state_meanings": states_explained(imprint.cited_in),
            "designs": designs_in_words(),
            "design_meanings": designs_explained(),
            "types": types_in_words(),
            "formats": FORMATS,
            "routes": routes(),
            "html_language": html_language(),
            "bare_policy": BARE_POLICY,
            "kind_names": {kind.kind: kind.label.one for kind in library.kinds},
        }

    @cached_property
    def written(self) -> frozenset[str]:
        """The addresses of the pages that people wrote in docs/."""
        return frozenset(hand_address(page.path) for page in self.library.pages)

    @cached_property
    def assessments(self) -> Assessments:
        """How well each method is described, and how strong its research is."""
        return Assessments(self.library)

    @cached_property
    def rates_any(self) -> bool:
        """Whether any entry is rated."""
        return bool(self.assessments)

    @cached_property
    def rates_several(self) -> bool:
        """Whether there is anything to compare."""
        return len(self.assessments) > 1

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """By what readers narrow a list."""
        return facets_of(self.library)

    @cached_property
    def usage(self) -> Mapping[str, Usage]:
        """Where each source is used."""
        return usage_of(self.library, self.site_map)

    @cached_property
    def facet_values(self) -> dict[EntryKey, frozenset[tuple[str, str]]]:
        """What readers narrow each entry by: the name of a facet with a value; pages share it."""
        return {
            key: values_of(key, self.facets, self.library, self.assessments)
            for key in self.library.entries
        }

    @cached_property
    def scale(self) -> Scale:
        """The scale by which this library rates research."""
        return scale_of(self.library)

    def once(self, make: Callable[[RenderContext], Made]) -> Made:
        """Return what several pages about one rated kind show, made once."""
        key = (make, self.library.rated)
        if key not in self._made:
            self._made[key] = make(self)
        return cast("Made", self._made[key])

    def known_value(self, key: EntryKey, name: str) -> object:
        """Return a field of an entry; an effort that follows from a price replaces a typed one."""
        assessment = self.assessments.get(key)
        entry = self.library.entries[key]
        found = ranking(type(entry)) if assessment and assessment.price else None
        if assessment and found and found[0].name == name:
            return assessment.effort
        return getattr(entry, name)

    def price(self, key: EntryKey) -> Price | None:
        """Return what an entry asks, where it says so; no research is needed for that."""
        return price_of_entry(self.library.entries[key], self.scale.price)

    def rating(self, key: EntryKey, address: str) -> MethodRating | None:
        """Return what a page at an address shows of the rating of an entry, if it has one."""
        if assessment := self.assessments.get(key):
            return method_rating(assessment, self.scale, self.day, self.site_map, address)
        return None

    def rating_label(self, key: EntryKey) -> str:
        """Return how strong the research on an entry is, for a card; empty for other kinds."""
        assessment = self.assessments.get(key)
        return level_in_words(assessment.research) if assessment else ""

    def report_url(self, page: Page) -> str:
        """Return where a mistake on a page is told; nothing where the repository is not known."""
        address = self.imprint.full(page.address) or f"/{page.address}"
        return self.repository.report_url(page.title, address, self.day)

    @contextmanager
    def about(self, kind: type[Entry]) -> Iterator[RenderContext]:
        """Give the context in which map, chooser and comparison are about a kind that is rated.

        Those of the first such kind have the addresses themselves, and others a part of their own.
        """
        if not (part := part_of(kind, self.library)):
            yield self
            return
        other = copy(self)
        # What an earlier build made is about the first kind.
        other.__dict__.pop("each", None)
        other.library = self.library.about(kind)
        with routes_of(part):
            yield other

    def titled(self, title: str) -> str:
        """Return the title of a map, chooser or comparison, with its kind where there are more."""
        kinds = [kind for kind in self.library.kinds if is_rated(kind)]
        rated = self.library.rated
        if rated is None or rated is kinds[0]:
            return title
        return _("{title}: {kind}", title=title, kind=rated.label.many_in_text)

    def each(
        self, make: Callable[[RenderContext, Name], Parts], names: Sequence[Name]
    ) -> list[Parts]:
        """Return what a function makes of each entry or source; a build may have made it before."""
        return done_to_all(partial(make, self), names)

    def render(self, template: str, reading: ProseContext, **values: object) -> str:
        """Return the HTML of a page; links in templates start at the root of the site."""
        return self.environment.get_template(template).render(
            context=self,
            reading=reading,
            link=self.link_from(reading.address),
            routes=routes(),
            **values,
        )

    def link_from(self, address: str) -> Callable[[str], str]:
        """Return the function that links from one page to any address."""
        return lambda target: relative(address, target)

    def cited(self, reading: ProseContext) -> list[Work]:
        """Return the works that a page cites, in the order of its list."""
        return named_in_order(reading.cited, self.works)

    def terms(self, reading: ProseContext) -> list[tuple[str, Markup]]:
        """Return the id and the short meaning of each term that a page uses."""
        entries = self.library.entries
        quiet = ProseContext(reading.address, terms=dict(reading.terms))
        # What the meaning cites is in no list on this page.
        return [
            (key.id, self.prose.inline(without_mentions(entries[key].summary), quiet))
            for key in reading.terms
        ]

    def look(self, name: str) -> jinja2.Template | None:
        """Return the template by which a type of fields is drawn, if it has a look of its own."""
        return self.environment.get_template(f"{name}.jinja") if name else None

    @staticmethod
    def plain(html: Markup) -> str:
        """Return the text of a piece of HTML of our own."""
        return unescape(re.sub(r"<[^>]+>", "", str(html)))


def part_of(kind: type[Entry], library: Library) -> str:
    """Return below which address the map, chooser and comparison of a kind are; or nothing."""
    is_first = kind is library.rated or not is_rated(kind)
    return "" if is_first else f"{kind.address}/"


def template_environment() -> jinja2.Environment:
    """Return what renders the templates of pages, in the words of the language of today."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("kennisbank.pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        # Each build makes its own environment, so a changed template is read anyway.
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    # What `{% trans %}` asks for; what `_` says may hold markup, and its values are escaped.
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension
        messages._, messages.ngettext, newstyle=True
    )
    environment.globals["_"] = said
    environment.globals["pgettext"] = messages.pgettext
    environment.globals["page_scripts"] = PAGE_SCRIPTS
    environment.globals["price_words"] = price_words
    environment.globals["level_in_words"] = level_in_words
    environment.filters |= {
        "all_of": messages.all_of,
        "day": written_day,
        "exact": written_number,
        "in_text": in_text,
        "listed": listed,
        "thousands": thousands,
        "capitalize_first": lambda text: text[:1].upper() + text[1:],
        "usual_reasons": usual_reasons,
    }
    return environment


def said(message: str, /, **values: object) -> Markup:
    """Return a message of the catalogue as HTML; values go in escaped."""
    text = Markup(messages._(message))  # noqa: S704  # a message comes from the package
    return text.format_map(values) if values else text
