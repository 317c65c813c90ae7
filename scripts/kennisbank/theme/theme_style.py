"""Puts the theme's style sheets below ours, without what no page of ours can use: most of it.

The theme styles searches, versions, blogs, admonitions and code in forty languages, and has twenty
colours to choose from; a page of ours has forty of its classes and two of its colours. What is left
has the same rules in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from importlib.resources import files

# The theme's classes in our pages, and those that our scripts add. A test holds them to the site.
_BLOCKS = {
    "": "container ellipsis grid icon logo main overlay skip toggle typeset",
    "content": "__inner",
    "copyright": "__highlight",
    "dialog": "__inner",
    "footer": "",
    "footer-meta": "__inner",
    "header": "__button __ellipsis __inner __title __title--active __topic",
    "main": "__inner",
    "nav": (
        "--lifted --primary --secondary __item __item--active __link __link--active "
        "__link--passed __list __title"
    ),
    "sidebar": "--primary --secondary __inner __scrollwrap",
    "tabs": "__item __item--active __link __list",
}
CLASSES = frozenset(
    f"md-{block}{part}"
    for block, parts in _BLOCKS.items()
    for part in ([""] if block else []) + parts.split()
) | {"no-js"}
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([\w-]+)\]")
_NEGATION = re.compile(r":not\([^()]*(?:\([^()]*\)[^()]*)*\)")
# Where a selector in a list ends: at a comma that stands between no brackets.
_COMMA = re.compile(r",(?![^(]*\)|[^\[]*\])")
# Means nothing inside a layer; the pages say it as well.
_CHARSET = re.compile(r'@charset "[^"]*";', re.IGNORECASE)
_TEXT = r"\"[^\"]*\"|'[^']*'"
_VARIABLE = re.compile(rf"(?<=[{{;])(--[\w-]+):(?:url\((?:{_TEXT}|[^)]*)\)|{_TEXT}|[^;}}\"'])*;?")
_USE = re.compile(r"var\((--[\w-]+)")
_GROUPS = ("@media", "@supports", "@layer", "@container")


def below_ours(style: str) -> str:
    """Return a style sheet of the theme as a layer: any rule outside it wins, however short."""
    return f"@layer theme{{{_CHARSET.sub('', style)}}}"


def theme_style() -> str:
    """Return the style sheets of the installed theme as one, below ours: rules, then colours."""
    sheets = files("material") / "templates" / "assets" / "stylesheets"
    names = sorted(one.name for one in sheets.iterdir() if one.name.endswith(".min.css"))
    return "\n".join(below_ours((sheets / name).read_text(encoding="utf-8")) for name in names)


def lightened(styles: Sequence[str], others: Iterable[str], colours: Collection[str]) -> list[str]:
    """Return minified style sheets with the rules that our pages, of these colours, can use.

    Variables go that neither they nor one of the other style sheets asks for.
    """
    kept = [_kept(style, colours) for style in styles]
    asked = {name for text in (*kept, *others) for name in _USE.findall(text)}
    return [
        _VARIABLE.sub(lambda found: found[0] if found[1] in asked else "", text) for text in kept
    ]


def _kept(style: str, colours: Collection[str]) -> str:
    return "".join(_kept_rule(head, body, colours) for head, body in _rules(style))


def _kept_rule(head: str, body: str, colours: Collection[str]) -> str:
    if head.startswith(_GROUPS):
        inner = _kept(body, colours)
        return f"{head}{{{inner}}}" if inner else ""
    if not body or head.startswith("@"):
        return f"{head}{{{body}}}" if body else head
    able = [one for one in _COMMA.split(head) if _is_able(one, colours)]
    return f"{','.join(able)}{{{body}}}" if able else ""


def _is_able(selector: str, colours: Collection[str]) -> bool:
    """Return whether a page of ours can have what a selector asks for."""
    asked = _NEGATION.sub("", selector)
    classes, chosen = _CLASS.findall(asked), _COLOUR.findall(asked)
    return CLASSES.issuperset(classes) and all(one in colours for one in chosen)


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each pair of brackets, and what is in it; else the text alone."""
    at = 0
    while at < len(style):
        opens, ends = style.find("{", at), style.find(";", at)
        if opens < 0:
            yield style[at:], ""
            return
        if at < ends < opens:
            yield style[at : ends + 1], ""
            at = ends + 1
            continue
        closes = _end(style, opens)
        yield style[at:opens], style[opens + 1 : closes]
        at = closes + 1


_BRACKET = re.compile(r"[{}]")


def _end(style: str, opens: int) -> int:
    """Return where the bracket that opens is closed."""
    depth = 0
    for found in _BRACKET.finditer(style, opens):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.start()
    return len(style)
