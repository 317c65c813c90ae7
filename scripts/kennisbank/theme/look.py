"""The files and settings that make the look of a site, wherever the package is installed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from kennisbank.fields.tools import SORTS, WITH_PEOPLE
from kennisbank.messages import Catalogue, _, catalogue, language

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


# What each page loads once it is read, and what a page that does something loads: small scripts in
# one file, for together they weigh a third less, and a phone waits for fewer.
_SCRIPT_PARTS = {
    "base": (
        *("menu", "contents", "search-field", "selection/store", "selection/keep", "kennisbank"),
    ),
    "overview": ("choices", "overview"),
    "sources": ("choices", "sources"),
    "search/all": (
        *("search/parts", "search/words", "search/coding", "search/distance", "search/layer"),
        *("search/question", "search/ranking", "search/honesty", "search/engine", "search/facets"),
        *("search/marking", "search/results", "search/others", "search/address", "search/page"),
    ),
    "selection/all": (
        *("selection/load", "selection/blocks", "selection/handout", "selection/markdown"),
        *("selection/zip", "selection/word", "selection/page"),
    ),
    "form/all": (
        *("form/load", "form/buttons", "form/demands", "form/suggestions", "form/mentions"),
        *("form/choices", "form/faults", "form/checks", "form/writing", "form/emphasis"),
        *("form/markdown", "form/preview", "form/values", "form/combobox", "form/insert"),
        *("form/inputs", "form/rows", "form/controls", "form/drafts", "form/sending"),
        *("form/bundle", "form/along", "form/summary", "form/page"),
    ),
    "form/correction": ("form/load", "form/bundle", "form/sending", "correction"),
}
SCRIPTS = _scripts("base")
# What pages that do something load before that, in this order.
PAGE_SCRIPTS = {
    "chooser": _scripts("files", "chooser"),
    "comparison": _scripts("files", "comparison"),
    "overview": _scripts("overview"),
    "price": _scripts("price"),
    "sources": _scripts("sources"),
    "figures": _scripts("elements", "files", "figures"),
    "search": _scripts("elements", "files", "search/all"),
    "selection": _scripts("elements", "files", "selection/all"),
    "form": _scripts("elements", "files", "form/all"),
    # A small correction loads these once somebody asks for it; they are on no page before.
    "correction": _scripts("elements", "files", "form/correction"),
}
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
# Lines of a script or a style sheet that hold nothing but a comment, a quarter of what a reader
# would load, and what stands before the others. No text in them goes on over lines.
_COMMENTS = re.compile(rb"^[ ]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)
_INDENT = re.compile(rb"^ +", re.MULTILINE)
# The folder of the package that is published at an address.
_PUBLISHED_AT = {"stylesheets": "stylesheets", "javascripts": "scripts"}
# A script says `t("…")`, `tn("…", "…", n)` or `pgettext("…", "…")` with literals in double quotes.
_LITERAL = r'"(?:[^"\\\n]|\\.)*"'
# Named by what stands in the call; a call of another shape is left as it is, and a test finds it.
_SAID = re.compile(
    rf"(?<![\w$.])(?:(?P<start>t\(\s*)(?P<text>{_LITERAL})"
    rf"|(?P<plural>tn\(\s*)(?P<one>{_LITERAL})(?P<between>,\s*)(?P<many>{_LITERAL})"
    rf"|pgettext\(\s*(?P<context>{_LITERAL}),\s*(?P<meant>{_LITERAL}),?\s*\))"
)
# The rule of English in messages.js.
_ENGLISH_RULE = "Number(n !== 1)"


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
    if path.endswith(".svg"):
        return content
    # An empty line stays, so that what a browser reports names the line of the source.
    left = _COMMENTS.sub(lambda found: b"\n" * found[0].count(b"\n"), content)
    light = _INDENT.sub(b"", left)
    if path.endswith(".css"):
        return light
    return translated(light.decode(), catalogue(language())).encode()


def look_sources() -> dict[str, list[Path]]:
    """Return the files of the package that each file of the look is made from, in order."""
    by_page = chain(*PAGE_STYLES.values(), *PAGE_SCRIPTS.values())
    published = sorted({*SCRIPTS, *by_page, *_ALONE})
    base = [_HERE / "stylesheets" / "base" / f"{name}.css" for name in _BASE_PARTS]
    joined = {
        path: [_source(part) for part in _scripts(*parts)]
        for name, parts in _SCRIPT_PARTS.items()
        for path in _scripts(name)
    }
    return {path: [_source(path)] for path in published} | joined | {BASE: base}


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


def translated(script: str, known: Catalogue) -> str:
    """Return a script that says everything in the language of a catalogue."""
    rule = f"Number({known.plural_rule})"
    said = _SAID.sub(lambda found: _translation(found, known), script)
    return said.replace(_ENGLISH_RULE, rule)


def messages_in(script: str) -> list[tuple[str, ...]]:
    """Return the literals of each call, in the order of the script."""
    names = ("text", "one", "many", "context", "meant")
    return [
        tuple(json.loads(said) for name in names if (said := found[name]))
        for found in _SAID.finditer(script)
    ]


def _translation(found: re.Match[str], known: Catalogue) -> str:
    if found["text"]:
        return found["start"] + _literal(known.gettext(json.loads(found["text"])))
    if found["meant"]:
        return _literal(known.pgettext(json.loads(found["context"]), json.loads(found["meant"])))
    one, many = json.loads(found["one"]), json.loads(found["many"])
    forms = known.forms(one, many)
    if len(forms) == len((one, many)):
        return found["plural"] + found["between"].join(map(_literal, forms))
    # Other languages have them all in the place of the first.
    listed = ", ".join(map(_literal, forms))
    return f"{found['plural']}[{listed}]{found['between']}{found['many']}"


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
