"""Pages written by hand, with the parts that are printed into them.

One file: each of the parts is small, and only these pages have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import (
    Distribution,
    PackageNotFoundError,
    distribution,
    requires,
)

from markupsafe import Markup

from kennisbank.evidence.scale import DescriptionLevel, EvidenceLevel, Grade, Scale, needs_of
from kennisbank.fields.base import Entry
from kennisbank.library.library import Library
from kennisbank.messages import _, pgettext
from kennisbank.pages.context import RenderContext
from kennisbank.pages.home_page import home_page
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.rating_words import rule_in_words
from kennisbank.reading.markdown_document import MarkdownDocument
from kennisbank.routes import HOME, hand_address, routes
from kennisbank.sources.labels import designs_in_words
from kennisbank.theme.icons import icon_of
from kennisbank.theme.look import PAGE_STYLES

_NAME = re.compile(r"[A-Za-z0-9._-]+")
# How a package asks for what only one of its extras needs.
_EXTRA = "extra =="
# Where a package names its licence only as one of the classifiers of the package index.
_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Program:
    """A program of others that makes the site, as its own package describes it."""

    name: str
    version: str
    licence: str


def programs() -> tuple[Program, ...]:
    """Return the programs that the generator asks for, by name; an extra one may not be there."""
    asked = {
        match[0]
        for one in requires("kennisbank") or ()
        if (match := _NAME.match(one)) and (_EXTRA not in one or _is_installed(match[0]))
    }
    return tuple(_program(distribution(name)) for name in sorted(asked, key=str.lower))


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _program(found: Distribution) -> Program:
    return Program(found.metadata["Name"], found.version, _licence(found))


def _licence(found: Distribution) -> str:
    """Return the short name of a licence; some packages give its whole text instead."""
    about = found.metadata.json
    said = str(about.get("license_expression") or about.get("license") or "")
    if said and "\n" not in said:
        return said
    classifiers = found.metadata.get_all("Classifier") or []
    names = [one.removeprefix(_CLASSIFIER) for one in classifiers if one.startswith(_CLASSIFIER)]
    return names[0] if names else _("see the package")


@dataclass(frozen=True)
class ScalePart:
    """What the template prints beside the scale itself: its rules and grades in words."""

    template: str = "scale-part.jinja"

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the template."""
        return (
            Heading(pgettext("anchor", "levels"), _("The levels of research")),
            Heading(pgettext("anchor", "kinds"), _("The kinds of research")),
            Heading(pgettext("anchor", "description"), _("How well is it described?")),
        )

    @staticmethod
    def rules(level: EvidenceLevel, scale: Scale) -> list[str]:
        """Return what each rule of a level asks."""
        return [rule_in_words(rule, scale) for rule in level.rules]

    @staticmethod
    def designs(grade: Grade, scale: Scale) -> list[str]:
        """Return the kinds of research, as sources name them, that have a grade."""
        return [
            designs_in_words().get(design, design)
            for design, given in scale.designs.items()
            if given == grade.id
        ]

    @staticmethod
    def needs(level: DescriptionLevel, library: Library) -> list[str]:
        """Return what a level of description asks on top of the one below."""
        known = needs_of(library)
        return [known[need] for need in level.needs if need in known]


SCALE_PART = ScalePart()


@dataclass(frozen=True)
class AuditPart:
    """What the last audit found; the template takes it from the library."""

    template: str = "audit-part.jinja"

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the template."""
        return (
            Heading(pgettext("anchor", "standard"), _("The standard")),
            Heading(pgettext("anchor", "result"), _("The last test")),
            Heading(pgettext("anchor", "way"), _("How it was tested")),
            Heading(pgettext("anchor", "limits"), _("What is not right or not known yet")),
            Heading(pgettext("anchor", "report"), _("Does something not work?")),
        )


@dataclass(frozen=True)
class ProgramsPart:
    """The programs that a site is made with."""

    template: str = "programs-part.jinja"

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the template."""
        return (Heading(pgettext("anchor", "programs"), _("What the site was made with")),)

    @cached_property
    def programs(self) -> tuple[Program, ...]:
        """Every program that the generator asks for, with its version and licence."""
        return programs()


@dataclass(frozen=True)
class StylePart:
    """Every part that pages are made of, for who changes how they look."""

    template: str = "style-part.jinja"
    headings: tuple[Heading, ...] = (Heading("default", "Light"), Heading("slate", "Dark"))

    @staticmethod
    def icon_of(kind: type[Entry]) -> Markup:
        """Return the icon of a kind."""
        return icon_of(kind)


AUDIT_PART = AuditPart()
STYLE_PART = StylePart()
# Where the guide for developers shows them.
STYLE_PAGE = "development/style/"
PROGRAMS_PART = ProgramsPart()


def generated_parts() -> dict[str, ScalePart | AuditPart | ProgramsPart | StylePart]:
    """Return what is printed from data below the text that people wrote, by its address."""
    return {
        routes().RATING_PAGE: SCALE_PART,
        routes().ACCESSIBILITY: AUDIT_PART,
        routes().COLOPHON: PROGRAMS_PART,
        STYLE_PAGE: STYLE_PART,
    }


def hand_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the pages that people wrote in docs/."""
    titles = {hand_address(page.path): page.title for page in context.library.pages}
    for document in context.library.pages:
        yield _page(context, document, titles)


def _page(context: RenderContext, document: MarkdownDocument, titles: Mapping[str, str]) -> Page:
    address = hand_address(document.path)
    reading = ProseContext(address, folder=document.path.parent)
    body = context.prose.page(document.body, reading)
    if address == HOME:
        page = home_page(context, document.title, document.description, reading, body)
        return replace(page, source=document.path)
    part = generated_parts().get(address)
    if isinstance(part, ScalePart) and not context.library.rated:
        part = None
    html = context.render(
        "hand.jinja",
        reading,
        document=document,
        body=body,
        crumbs=_crumbs(address, titles),
        part=part,
    )
    headings = [*reading.headings, *(part.headings if part else ())]
    if reading.cited:
        headings.append(Heading(pgettext("anchor", "sources"), _("Sources")))
    return Page(
        address,
        document.title,
        document.description,
        html,
        tuple(headings),
        document.path,
        styles=PAGE_STYLES["style"] if isinstance(part, StylePart) else (),
    )


def _crumbs(address: str, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the address and title of the pages above, the nearest last."""
    steps = address.split("/")[:-1]
    above = ["/".join(steps[:depth]) + "/" for depth in range(1, len(steps))]
    return [(one, titles[one]) for one in above if one in titles]


def standard_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the home page, the start of the guide and how research is rated, where missing."""
    if HOME not in context.written:
        name = context.imprint.name or _("Knowledge library")
        about = context.imprint.about or _("Search, read and choose. What is here has its source.")
        yield home_page(context, name, about, ProseContext(HOME))
    guide, rating = routes().GUIDE, routes().RATING_PAGE
    if guide not in context.written:
        about = _("How you add or improve a page. You need not program.")
        html = context.render("guide.jinja", ProseContext(guide), about=about)
        yield Page(guide, _("Contribute"), about, html)
    if context.library.rated and rating not in context.written:
        about = _("What the labels of each method mean, and how we compute them.")
        html = context.render(
            "rating-page.jinja", ProseContext(rating), about=about, part=SCALE_PART
        )
        yield Page(rating, _("How research is rated here"), about, html, SCALE_PART.headings)
