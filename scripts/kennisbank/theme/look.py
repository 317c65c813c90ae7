"""The files and settings that make the look of a site, wherever the package is installed."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kennisbank.fields.tools import SORTS, WITH_PEOPLE
from kennisbank.messages import _, catalogue, language
from kennisbank.theme.script_messages import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

_HERE = Path(__file__).parent
OVERRIDES = _HERE / "overrides"
# The only theme that the styles and the templates are made for.
THEME = "material"
# What a library may choose otherwise, beside the language. Fonts of the theme would come from
# another site.
_SETTINGS = {
    "font": False,
    "logo": "assets/logo.svg",
    "favicon": "assets/favicon.svg",
    # The dark colours are chosen by our own script (colours.js), so the theme knows of one scheme.
    "palette": {"scheme": "default", "primary": "custom", "accent": "custom"},
}


def theme_settings() -> dict[str, object]:
    """Return what our look asks of the theme, in the language of the library."""
    return {"language": language(), **_SETTINGS}


# Without the first there is no menu on a wide screen.
FEATURES = ("navigation.tabs", "toc.follow")
# Every page loads this one, which holds the parts below in this order.
BASE = "assets/stylesheets/base.css"
STYLES = (BASE,)
_BASE_PARTS = (
    *("look", "page", "cards", "charts", "sources", "finding", "frame", "evidence", "print"),
)


def _styles(*names: str) -> tuple[str, ...]:
    return tuple(f"assets/stylesheets/{name}.css" for name in names)


# What pages that do something load after it, by the name that a page has for its look.
PAGE_STYLES = {
    "entry": _styles("entry"),
    "home": _styles("home"),
    "map": _styles("map"),
    "search": _styles("search"),
    "chooser": _styles("chooser"),
    "overview": _styles("overview"),
    "style": _styles("style"),
    "comparison": _styles("comparison"),
    "selection": _styles("selection"),
    "form": _styles("form"),
    "tool": _styles("tool"),
}


def _scripts(*names: str) -> tuple[str, ...]:
    return tuple(f"assets/javascripts/{name}.js" for name in names)


# Each page loads these, once it is read; pages that do something ask for more.
SCRIPTS = _scripts(
    *(
        "menu",
        "contents",
        "search-field",
        "selection/store",
        "selection/keep",
        "kennisbank",
    )
)
# What pages that do something load after those, in this order.
PAGE_SCRIPTS = {
    "chooser": _scripts("files", "chooser"),
    "comparison": _scripts("files", "comparison"),
    "overview": _scripts("choices", "overview"),
    "price": _scripts("price"),
    "sources": _scripts("choices", "sources"),
    "figures": _scripts("elements", "files", "figures"),
    "search": _scripts(
        *("elements", "files", "search/parts", "search/words", "search/coding"),
        *("search/distance", "search/layer", "search/question", "search/ranking"),
        *("search/honesty", "search/engine", "search/facets", "search/marking", "search/results"),
        *("search/others", "search/address", "search/page"),
    ),
    "selection": _scripts(
        *(
            "elements",
            "files",
            "selection/load",
            "selection/blocks",
            "selection/handout",
            "selection/markdown",
        ),
        *("selection/zip", "selection/word", "selection/page"),
    ),
    "form": _scripts(
        *("elements", "files", "form/load", "form/buttons", "form/demands", "form/suggestions"),
        *("form/mentions", "form/choices", "form/faults", "form/checks", "form/writing"),
        *("form/emphasis", "form/markdown", "form/preview", "form/values", "form/combobox"),
        *("form/insert", "form/inputs", "form/rows", "form/controls", "form/drafts"),
        *("form/sending", "form/bundle", "form/along", "form/summary", "form/page"),
    ),
}
# What a small correction loads once somebody asks for it; it is on no page before.
PAGE_SCRIPTS["correction"] = _scripts(
    "elements", "files", "form/load", "form/bundle", "form/sending", "correction"
)
# What a tool on the page of an entry loads, by its sort: what all share, and its own.
PAGE_SCRIPTS |= {
    f"tool-{sort}": _scripts(
        *("elements", "files", "tools/state", "tools/pieces", "tools/picture", "tools/session"),
        *(f"tools/{sort}", "tools/desk", "tools/people" if sort in WITH_PEOPLE else "tools/alone"),
    )
    for sort in SORTS
}
# What the templates load by themselves: what scripts say, the colours while a page is read,
# whether a page was asked something, and the two drawings.
_ALONE = (*_scripts("messages", "colours", "asked"), "assets/logo.svg", "assets/favicon.svg")
# Our changes to the theme, and the parts that these include.
TEMPLATES = (
    *("404.html", "main.html", "partials/copyright.html", "partials/find.html"),
    *("partials/header.html", "partials/nav.html", "partials/palette.html", "partials/tabs.html"),
    *("partials/toc.html", "partials/javascripts/base.html"),
    *("partials/javascripts/content.html", "partials/javascripts/palette.html"),
)
# Lines of a script that hold nothing but a comment: a quarter of what a reader would load.
_COMMENTS = re.compile(rb"^[ ]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)
# The folder of the package that is published at an address.
_PUBLISHED_AT = {"stylesheets": "stylesheets", "javascripts": "scripts"}


class MissingLookError(Exception):
    """A file of the look is not there, so every page would lack it: the installation is broken."""

    def __init__(self, missing: Iterable[Path]) -> None:
        names = ", ".join(sorted(path.relative_to(_HERE).as_posix() for path in missing))
        super().__init__(
            _(
                "kennisbank is not installed whole: theme/ lacks {names}. "
                "Install kennisbank again.",
                names=names,
            )
        )


def look_files() -> dict[str, bytes]:
    """Return the content of each file of the look by its place in docs/, in our language.

    These are styles, scripts and drawings. Raises MissingLookError when one of the files that
    they are made from, or one of our templates, is not there.
    """
    sources = look_sources()
    needed = [*chain(*sources.values()), *(OVERRIDES / name for name in TEMPLATES)]
    if missing := [path for path in needed if not path.is_file()]:
        raise MissingLookError(missing)
    return {path: _content(path, parts) for path, parts in sources.items()}


def _content(path: str, parts: list[Path]) -> bytes:
    content = b"\n".join(map(Path.read_bytes, parts))
    if not path.endswith(".js"):
        return content
    # An empty line stays, so that what a browser reports names the line of the source.
    left = _COMMENTS.sub(lambda found: b"\n" * found[0].count(b"\n"), content)
    return translated(left.decode(), catalogue(language())).encode()


def look_sources() -> dict[str, list[Path]]:
    """Return the files of the package that each file of the look is made from, in order."""
    by_page = chain(*PAGE_STYLES.values(), *PAGE_SCRIPTS.values())
    published = sorted({*SCRIPTS, *by_page, *_ALONE})
    base = [_HERE / "stylesheets" / "base" / f"{name}.css" for name in _BASE_PARTS]
    return {BASE: base} | {path: [_source(path)] for path in published}


def stylesheet(name: str) -> str:
    """Return a style sheet that is not for the site: that of a book."""
    return (_HERE / "stylesheets" / f"{name}.css").read_text(encoding="utf-8")


def before(ours: Iterable[str], named: Iterable[str]) -> list[str]:
    """Return what we bring, but for what a library names itself: that keeps its own place."""
    known = set(named)
    return [path for path in ours if path not in known]


def _source(path: str) -> Path:
    _, folder, *names = path.split("/")
    return _HERE.joinpath(_PUBLISHED_AT.get(folder, folder), *names)
