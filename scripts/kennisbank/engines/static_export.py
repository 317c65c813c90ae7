"""Exports pages as Markdown and HTML blocks that another engine builds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path, PurePosixPath

import yaml

from kennisbank.build import Site
from kennisbank.messages import N_, _, catalogue, language
from kennisbank.outputs.discovery import PATH as SITEMAP
from kennisbank.pages.content_policy import CONTENT_POLICY
from kennisbank.pages.navigation import Frame, frame, navigation
from kennisbank.pages.page import Page
from kennisbank.routes import hand_address
from kennisbank.theme.look import FEATURES, SCRIPTS, STYLES, before, look_files, theme_settings
from kennisbank.theme.look import OVERRIDES as OUR_OVERRIDES
from kennisbank.theme.theme_style import theme_style

# Markdown leaves the inside of one block alone, up to the tag that ends it.
_BLOCK = '<div class="kb-page">\n{}\n</div>\n'
# Engines turn tabs into spaces before they look for blocks; this way a tab stays one.
_TAB = "&#9;"


def page_path(page: Page) -> str:
    """Return where the file of a page lies in the folder of pages; its address follows from it."""
    return f"{page.address}index.md"


def page_text(page: Page, place: Mapping[str, object]) -> str:
    """Return the head and the one block of HTML that make the page; `place` is that in the menu."""
    return f"---\n{_head(page, place)}---\n\n{_BLOCK.format(page.html.replace(chr(9), _TAB))}"


def _head(page: Page, place: Mapping[str, object]) -> str:
    """Return what the theme prints around the page; no engine escapes that, so it is done here."""
    values: dict[str, object] = {
        # The home page is called after the site.
        **({"title": escape(page.title)} if page.address else {}),
        "description": escape(page.snippet),
        "hide": ["navigation"] if page.headings else ["navigation", "toc"],
        **place,
        # An engine finds no headings in HTML, so the theme prints this list.
        "headings": [{"id": one.id, "title": escape(one.title)} for one in page.headings],
        **({"styles": list(page.styles)} if page.styles else {}),
    }
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False)


def named_navigation(items: Sequence[object], pages: Sequence[Page]) -> list[object]:
    """Return what the menu holds, as names with paths.

    An engine would call a page by its title, which is too long for a tab.
    """
    by_address = {page.address: page for page in pages}
    return [_named(item, by_address) for item in navigation(items, pages)]


def _named(item: object, pages: Mapping[str, Page]) -> object:
    [(name, path)] = item.items() if isinstance(item, dict) else [("", item)]
    page = pages.get(hand_address(PurePosixPath("docs", str(path))))
    if not page:
        return item
    return {escape(name or page.name): page_path(page)}


# Everything else in mkdocs.yml means nothing without our plugin, or what it means is done already.
_KEPT = ("site_url", "copyright", "exclude_docs")
# Themes print these as they are.
_PRINTED = ("site_name", "site_description", "site_author")
OVERRIDES = "overrides"
# The look of Material; the engine's own look has other colours and another header.
_VARIANT = "classic"
FIRST_LINE = N_("Made with `kennisbank export`; what you change here is gone the next time.")


def settings_text(
    settings: Mapping[str, object], pages: Sequence[Page], around: Frame | None = None
) -> str:
    """Return the settings file of the folder; engines read it as mkdocs.yml."""
    nav = settings.get("nav")
    ours = {
        # An empty address would become the beginning of every canonical link.
        **{name: settings[name] for name in _KEPT if settings.get(name)},
        **{name: escape(str(settings[name])) for name in _PRINTED if settings.get(name)},
        "extra_css": _list(settings.get("extra_css")),
        "extra_javascript": _after(SCRIPTS, settings.get("extra_javascript")),
        "extra": {
            **_mapping(settings.get("extra")),
            "content_policy": CONTENT_POLICY,
            # The theme prints these, then those of a page, then those of the library.
            "styles": before(STYLES, map(str, _list(settings.get("extra_css")))),
            "frame": (around or frame(_list(nav), pages)).printed,
        },
        "theme": _theme(settings.get("theme")),
        # The pages are HTML already: nothing may look into them.
        "markdown_extensions": [],
        # The site has a search of its own, and an engine adds one unless it is told not to.
        "plugins": [{"search": {"enabled": False}}],
        "nav": named_navigation(nav if isinstance(nav, list) else [], pages),
    }
    return f"# {_(FIRST_LINE)}\n" + yaml.safe_dump(ours, allow_unicode=True, sort_keys=False)


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _after(ours: Iterable[str], named: object) -> list[object]:
    """Return what we bring and then what the library names; a script waits for the page."""
    theirs = _list(named)
    paths = [one["path"] if isinstance(one, dict) else str(one) for one in theirs]
    return [*({"path": path, "defer": True} for path in before(ours, paths)), *theirs]


def _theme(theme: object) -> dict[str, object]:
    named = _mapping(theme) or {"name": theme or "material"}
    features = named.get("features")
    return {
        **theme_settings(),
        **named,
        "features": [*FEATURES, *_list(features)],
        "variant": _VARIANT,
        "custom_dir": OVERRIDES,
    }


SETTINGS = "mkdocs.yml"
# Go over those of the library, which are made for the first engine: this one reads a dialect.
_TEMPLATES = Path(__file__).parent / "static_templates"
# A message in a template of ours, like `{{ _("Menu") }}`; filters fill in its values.
_CALL = re.compile(
    rb'(?<![\w.])(?:_\("(?P<text>[^"]+)"\)|pgettext\("(?P<context>[^"]+)", "(?P<meant>[^"]+)"\))'
)


def folder_files(site: Site, settings: Mapping[str, object], root: Path) -> dict[str, bytes]:
    """Return the content of every file of the folder, by its path in it."""
    files = {f"docs/{path}": content for path, content in look_files().items()}
    files |= {f"docs/{path}": content for path, content in _files_below(root / "docs")}
    for folder in (OUR_OVERRIDES, root / "overrides", _TEMPLATES):
        for path, content in _files_below(folder):
            files[f"{OVERRIDES}/{path}"] = _CALL.sub(_literal, content)
    # That of the engine lies above ours; this one does not.
    files[f"{OVERRIDES}/assets/stylesheets/theme.css"] = theme_style().encode()
    files |= dict(_placed(path, content) for path, content in site.files.items())
    kind = site.library.rated
    around = frame(_list(settings.get("nav")), site.pages, f"{kind.address}/" if kind else "")
    for page in site.pages:
        files[f"docs/{page_path(page)}"] = page_text(page, around.head(page)).encode()
    files[SETTINGS] = settings_text(settings, site.pages, around).encode()
    return files


def _literal(call: re.Match[bytes]) -> bytes:
    """Return a message in the language of the library: another engine has no catalogue."""
    known = catalogue(language())
    text, context, meant = ((part or b"").decode() for part in call.groups())
    said = known.gettext(text) if text else known.pgettext(context, meant)
    return json.dumps(said, ensure_ascii=False).encode()


def _placed(path: str, content: bytes) -> tuple[str, bytes]:
    """Return where a file goes: a sitemap is a template, of which an engine drops the last line."""
    if path == SITEMAP:
        return f"{OVERRIDES}/{path}", content + b"\n"
    return f"docs/{path}", content


def _files_below(folder: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield what an engine would publish as it is: no pages, nothing hidden, nothing linked."""
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        hidden = any(part.startswith(".") for part in path.parts)
        if file.is_file() and not file.is_symlink() and not hidden and file.suffix != ".md":
            yield PurePosixPath(path), file.read_bytes()
