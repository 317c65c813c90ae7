"""What this checkout shows its readers with becomes the look of any library that has none yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CHECKOUT = Path(__file__).parents[2]
_DOCS = _CHECKOUT / "docs"
OVERRIDES = _CHECKOUT / "overrides"
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
# Each page loads these, once it is read; pages that do something ask for more.
SCRIPTS = tuple(
    f"assets/javascripts/{name}.js"
    for name in (
        "menu",
        "search-field",
        "selection/store",
        "selection/keep",
        "kennisbank",
        "sources",
    )
)


def look_files() -> dict[str, Path]:
    """Return the files of the look by their place in docs/: styles, scripts and drawings."""
    names = ("stylesheets/*.css", "javascripts/**/*.js", "*.svg")
    found = (file for name in names for file in sorted((_DOCS / "assets").glob(name)))
    return {file.relative_to(_DOCS).as_posix(): file for file in found}


def before(ours: Iterable[str], named: Iterable[str]) -> list[str]:
    """Return what we bring, but for what a library names itself: that keeps its own place."""
    known = set(named)
    return [path for path in ours if path not in known]
