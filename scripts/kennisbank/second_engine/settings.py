"""The settings of mkdocs.yml become those of the second engine: without plugins, with all names."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import yaml

from kennisbank.pages.content_policy import CONTENT_POLICY
from kennisbank.pages.navigation import imprint_links
from kennisbank.second_engine.navigation import named_navigation
from kennisbank.theme.look import FEATURES, SCRIPTS, SETTINGS, STYLES, before

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kennisbank.pages.page import Page

# Everything else in mkdocs.yml means nothing without our plugin, or what it means is done already.
_KEPT = ("site_url", "copyright", "exclude_docs")
# Themes print these as they are.
_PRINTED = ("site_name", "site_description", "site_author")
OVERRIDES = "overrides"
# The look of Material; the engine's own look has other colours and another header.
_VARIANT = "classic"
FIRST_LINE = "# Gemaakt met `kennisbank export`; wat u hier verandert, gaat de volgende keer weg.\n"


def settings_text(settings: Mapping[str, object], pages: Sequence[Page]) -> str:
    """Return the settings file of the folder; engines read it as mkdocs.yml."""
    nav = settings.get("nav")
    ours = {
        # An empty address would become the beginning of every canonical link.
        **{name: settings[name] for name in _KEPT if settings.get(name)},
        **{name: escape(str(settings[name])) for name in _PRINTED if settings.get(name)},
        "extra_css": _after(STYLES, settings.get("extra_css")),
        "extra_javascript": _after(SCRIPTS, settings.get("extra_javascript")),
        "extra": {
            **_mapping(settings.get("extra")),
            "content_policy": CONTENT_POLICY,
            "imprint": imprint_links(pages),
        },
        "theme": _theme(settings.get("theme")),
        # The pages are HTML already: nothing may look into them.
        "markdown_extensions": [],
        # The site has a search of its own, and an engine adds one unless it is told not to.
        "plugins": [{"search": {"enabled": False}}],
        "nav": named_navigation(nav if isinstance(nav, list) else [], pages),
    }
    return FIRST_LINE + yaml.safe_dump(ours, allow_unicode=True, sort_keys=False)


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _after(ours: Iterable[str], named: object) -> list[object]:
    """Return what we bring and then what the library names; a script waits for the page."""
    theirs = named if isinstance(named, list) else []
    paths = [one["path"] if isinstance(one, dict) else str(one) for one in theirs]
    return [*map(_loaded, before(ours, paths)), *theirs]


def _loaded(path: str) -> object:
    return {"path": path, "defer": True} if path.endswith(".js") else path


def _theme(theme: object) -> dict[str, object]:
    named = _mapping(theme) or {"name": theme or "material"}
    features = named.get("features")
    return {
        **SETTINGS,
        **named,
        "features": [*FEATURES, *(features if isinstance(features, list) else [])],
        "variant": _VARIANT,
        "custom_dir": OVERRIDES,
    }
