"""The files and settings that make the look of a site, wherever the package is installed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_HERE = Path(__file__).parent
OVERRIDES = _HERE / "overrides"
# The only theme that the styles and the templates are made for.
THEME = "material"
# All that the generator says to readers is Dutch.
LANGUAGE = "nl"
# What a library may choose otherwise. Fonts of the theme would come from another site.
SETTINGS = {
    "language": LANGUAGE,
    "font": False,
    "logo": "assets/logo.svg",
    "favicon": "assets/favicon.svg",
    # The dark colours are chosen by our own script (colours.js), so the theme knows of one scheme.
    "palette": {"scheme": "default", "primary": "custom", "accent": "custom"},
}
# Without the first there is no menu on a wide screen.
FEATURES = ("navigation.tabs", "toc.follow")
# What the map and the comparison ask of paper comes after print.css.
STYLES = tuple(
    f"assets/stylesheets/{name}.css"
    for name in (
        *("look", "page", "cards", "charts", "sources", "home", "frame", "evidence", "print"),
        *("map", "search", "chooser", "comparison", "selection", "form"),
    )
)


def _scripts(*names: str) -> tuple[str, ...]:
    return tuple(f"assets/javascripts/{name}.js" for name in names)


# Each page loads these, once it is read; pages that do something ask for more.
SCRIPTS = _scripts(
    *("menu", "search-field", "selection/store", "selection/keep", "kennisbank", "sources")
)
# What pages that do something load after those, in this order.
PAGE_SCRIPTS = {
    "chooser": _scripts("chooser"),
    "comparison": _scripts("comparison"),
    "search": _scripts(
        *("elements", "files", "search/parts", "search/words", "search/coding"),
        *("search/distance", "search/layer", "search/question", "search/ranking"),
        *("search/engine", "search/facets", "search/marking", "search/results"),
        *("search/address", "search/page"),
    ),
    "selection": _scripts(
        *("elements", "files", "selection/load", "selection/handout", "selection/markdown"),
        *("selection/zip", "selection/word", "selection/page"),
    ),
    "form": _scripts(
        *("elements", "files", "form/load", "form/buttons", "form/demands", "form/suggestions"),
        *("form/mentions", "form/choices", "form/faults", "form/checks", "form/writing"),
        *("form/emphasis", "form/markdown", "form/preview", "form/values", "form/combobox"),
        *("form/insert", "form/inputs", "form/rows", "form/controls", "form/drafts"),
        *("form/sending", "form/summary", "form/page"),
    ),
}
# What the templates load by themselves: the colours while a page is read, the two drawings.
_ALONE = (*_scripts("colours"), "assets/logo.svg", "assets/favicon.svg")
# Our changes to the theme, and the parts that these include.
TEMPLATES = (
    *("404.html", "main.html", "partials/copyright.html", "partials/find.html"),
    *("partials/header.html", "partials/nav.html", "partials/palette.html", "partials/tabs.html"),
    *("partials/toc.html", "partials/javascripts/base.html"),
    *("partials/javascripts/content.html", "partials/javascripts/palette.html"),
)
# The folder of the package that is published at an address.
_PUBLISHED_AT = {"stylesheets": "stylesheets", "javascripts": "scripts"}


class MissingLookError(Exception):
    """A file of the look is not there, so every page would lack it: the installation is broken."""

    def __init__(self, missing: Iterable[Path]) -> None:
        names = ", ".join(sorted(path.relative_to(_HERE).as_posix() for path in missing))
        super().__init__(
            f"kennisbank is niet heel geïnstalleerd: in theme/ ontbreekt {names}. "
            "Installeer kennisbank opnieuw."
        )


def look_files() -> dict[str, Path]:
    """Return the files of the look by their place in docs/: styles, scripts and drawings.

    Raises MissingLookError when one of these, or of our templates, is not there.
    """
    published = dict.fromkeys((*STYLES, *SCRIPTS, *_of_pages(), *_ALONE))
    files = {path: _source(path) for path in sorted(published)}
    needed = [*files.values(), *(OVERRIDES / name for name in TEMPLATES)]
    if missing := [path for path in needed if not path.is_file()]:
        raise MissingLookError(missing)
    return files


def before(ours: Iterable[str], named: Iterable[str]) -> list[str]:
    """Return what we bring, but for what a library names itself: that keeps its own place."""
    known = set(named)
    return [path for path in ours if path not in known]


def _of_pages() -> Iterable[str]:
    return (path for paths in PAGE_SCRIPTS.values() for path in paths)


def _source(path: str) -> Path:
    _, folder, *names = path.split("/")
    return _HERE.joinpath(_PUBLISHED_AT.get(folder, folder), *names)
