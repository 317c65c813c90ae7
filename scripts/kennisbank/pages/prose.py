"""Renders the Markdown of contributors as safe HTML, with citations, links to entries and terms."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from kennisbank.fields.types import PLAIN, Blocks
from kennisbank.invisible_characters import HIDDEN
from kennisbank.library.library import EntryKey
from kennisbank.messages import _, pgettext
from kennisbank.pages.glossary import Glossary
from kennisbank.pages.page import Heading
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import SiteMap
from kennisbank.reading.images import image_path
from kennisbank.reading.markdown_dialect import markdown_parser
from kennisbank.reading.mention_patterns import Citation
from kennisbank.routes import relative, site_href
from kennisbank.slug import slug
from kennisbank.sources.style.cluster import ClusterItem, cluster, in_sentence
from kennisbank.sources.works import Work

# Second line of defence: markdown-it makes none but these, as raw HTML is off.
_TAGS = {
    *("p", "ul", "ol", "li", "strong", "em", "a", "i", "code", "pre", "blockquote", "br", "span"),
    *("h2", "h3", "h4", "h5", "h6", "img", "table", "thead", "tbody", "tr", "th", "td", "div"),
}
# The heading of a field is an h2.
_FIRST_INSIDE, _LAST_INSIDE = 3, 6
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={
        "a": {"href", "class", "data-card", "id"},
        "ol": {"start"},
        "div": {"class", "tabindex", "role", "aria-label"},
        **{tag: {"id"} for tag in ("h2", "h3", "h4", "h5", "h6")},
        "img": {"class", "src", "alt", "width", "height", "loading"},
        **{tag: {"class"} for tag in ("span", "code", "th", "td")},
    },
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


class ProseRenderer:
    """Renders the prose of one library; the only place where Markdown becomes HTML."""

    def __init__(self, site_map: SiteMap, works: dict[str, Work], glossary: Glossary) -> None:
        self.site_map = site_map
        self.works = works
        self._glossary = glossary
        self._entry = _markdown(glossary, headings=False)
        self._page = _markdown(glossary, headings=True)
        self._by_blocks = {PLAIN: self._entry}

    def block(self, markdown: str, reading: ProseContext, blocks: Blocks = PLAIN) -> Markup:
        """Return paragraphs and lists; what `blocks` does not allow stays text."""
        if blocks not in self._by_blocks:
            self._by_blocks[blocks] = _in_fields(self._glossary, blocks)
        return self._clean(self._by_blocks[blocks].render(markdown, self._env(reading)))

    def inline(self, markdown: str, reading: ProseContext) -> Markup:
        """Return one line without a paragraph around it."""
        return self._clean(self._entry.renderInline(markdown, self._env(reading)))

    def page(self, markdown: str, reading: ProseContext) -> Markup:
        """Return the body of a hand-written page, headings included."""
        return self._clean(self._page.render(markdown, self._env(reading)))

    def tokens(self, markdown: str) -> list[Token]:
        """Return the inline tokens of one line, as the renderer sees them."""
        found = self._entry.parseInline(markdown, self._env(ProseContext("")))
        return [child for token in found for child in token.children or ()]

    def _env(self, reading: ProseContext) -> EnvType:
        return {"reading": reading, "prose": self}

    @staticmethod
    def _clean(html: str) -> Markup:
        # An entity may stand for a character that the reader of the file would have refused.
        return Markup(HIDDEN.sub("", _CLEANER.clean(html)).strip())  # noqa: S704 - what nh3 lets through is safe


def _markdown(glossary: Glossary, *, headings: bool) -> MarkdownIt:
    markdown = markdown_parser(headings=headings, renderer=_Html)
    markdown.core.ruler.push("terms", glossary.mark)
    return markdown


def _in_fields(glossary: Glossary, blocks: Blocks) -> MarkdownIt:
    """Return the parser of a field in which more may stand; its headings come below the field's."""
    markdown = markdown_parser(headings=blocks.headings, images=blocks.images, renderer=_Html)
    markdown.core.ruler.push("terms", glossary.mark)
    markdown.core.ruler.push("lower", _lower_headings)
    return markdown


def _lower_headings(state: StateCore) -> None:
    """Make the highest heading of a field one below that of the field itself, whatever it was."""
    marks = [one for one in state.tokens if one.type in {"heading_open", "heading_close"}]
    highest = min((int(one.tag[1]) for one in marks), default=0)
    start = pgettext("anchor", "heading")
    for one in marks:
        one.tag = f"h{min(int(one.tag[1]) - highest + _FIRST_INSIDE, _LAST_INSIDE)}"
        one.meta["prefix"] = f"{start}-"


class _Html(RendererHTML):
    """How our own tokens, and the ones we change, become HTML; each method is named after one."""

    def citation(
        self, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
    ) -> str:
        citation: Citation = tokens[index].meta["citation"]
        prose: ProseRenderer = env["prose"]
        missing = [work.key for work in citation.works if work.key not in prose.works]
        unknown = [_missing(_("[unknown source: {key}]", key=key)) for key in missing]
        if citation.narrative:
            return unknown[0] if unknown else _in_sentence(citation, env)
        return f"({'; '.join(filter(None, [_in_parentheses(citation, env), *unknown]))})"

    def entry_link(
        self, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
    ) -> str:
        link, reading = tokens[index].meta["link"], env["reading"]
        target = env["prose"].site_map.find(link.kind, link.id)
        if target is None:
            return _missing(_("[unknown page: {id}]", id=link.id))
        label = escape(link.label or target.title)
        return f'<a href="{relative(reading.address, target.address)}">{label}</a>'

    def explained_word(
        self, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
    ) -> str:
        token, reading = tokens[index], env["reading"]
        key: EntryKey = token.meta["entry"]
        address = relative(reading.address, env["prose"].site_map.addresses.entry(*key))
        term = pgettext("anchor", "word")
        card = f'data-card="{term}-{key.id}"'
        return f'<a class="kb-term" href="{address}" {card}>{escape(token.content)}</a>'

    def link_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        token, reading = tokens[index], env["reading"]
        href = str(token.attrs.get("href", ""))
        token.attrSet("href", site_href(href, reading.address, reading.folder))
        return self.renderToken(tokens, index, options, env)

    def heading_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        reading: ProseContext = env["reading"]
        title = _plain_text(tokens[index + 1])
        # Sections of an entry, notes and sources have ids of their own.
        prefix = tokens[index].meta.get("prefix", "")
        own = slug(title) or pgettext("anchor", "part")
        identifier = _free_id(f"{prefix}{own}", reading.numbers)
        tokens[index].attrSet("id", identifier)
        if not prefix:
            reading.headings.append(Heading(identifier, title))
        return self.renderToken(tokens, index, options, env)

    def image(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        token, reading = tokens[index], env["reading"]
        path = image_path(str(token.attrs.get("src", "")))
        size = env["prose"].site_map.library.images.get(path)
        alt = self.renderInlineAsText(token.children, options, env)
        if size is None:
            return f'<span class="kb-missing">{escape(alt)}</span>'
        # The room for it is kept, so that nothing jumps when it comes.
        shape = f'width="{size.width}" height="{size.height}" loading="lazy"'
        source = escape(relative(reading.address, path))
        return f'<img class="kb-image" src="{source}" alt="{escape(alt)}" {shape}>'

    def table_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        table = self.renderToken(tokens, index, options, env)
        name = _("Table")
        return f'<div class="kb-wide" tabindex="0" role="region" aria-label="{name}">{table}'

    def table_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        return self.renderToken(tokens, index, options, env) + "</div>"


def _missing(told: str) -> str:
    return f'<span class="kb-missing">{escape(told)}</span>'


def _in_sentence(citation: Citation, env: EnvType) -> str:
    cited = citation.works[0]
    form = env["prose"].works[cited.key].form
    return _citation_link(cited.key, in_sentence(form, cited.locator), env["reading"])


def _in_parentheses(citation: Citation, env: EnvType) -> str:
    works: dict[str, Work] = env["prose"].works
    cited = [
        ClusterItem(one.key, works[one.key].form, one.locator, one.before, one.bare)
        for one in citation.works
        if one.key in works
    ]
    return "".join(
        f"{part.before}{_citation_link(part.key, part.html, env['reading'])}"
        for part in cluster(cited)
    )


def _citation_link(key: str, shown: Markup, reading: ProseContext) -> str:
    number = reading.cited[key] = reading.cited.get(key, 0) + 1
    note, source = pgettext("anchor", "note"), pgettext("anchor", "source")
    to = f"{source}-{key}"
    place = f'id="{note}-{key}-{number}" href="#{to}" data-card="{to}"'
    return f'<a class="kb-cite" {place}>{shown}</a>'


def _free_id(base: str, numbers: dict[str, int]) -> str:
    """Return an id that no heading has; `numbers` holds for each id how far its own went."""
    for number in itertools.count(numbers.get(base, 0) + 1):
        identifier = base if number == 1 else f"{base}-{number}"
        if identifier not in numbers:
            break
    numbers[base] = number
    numbers.setdefault(identifier, 1)
    return identifier


def _plain_text(token: Token) -> str:
    return "".join(child.content for child in token.children or () if child.type != "citation")
