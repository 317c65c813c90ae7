"""Everything that people read here as Dutch becomes texts with their place."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

from kennisbank import messages
from kennisbank.checks.readability.sentences import passages_of, without_markup, words_of
from kennisbank.library.loading import load_library
from kennisbank.reading.text_file import location_in
from our_kinds import OURS

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDES = ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", ".github/pull_request_template.md")
PACKAGE = "scripts/kennisbank"
# In the code a text for people is given to one of these calls, or first to one of these names.
_CALLS = {
    *("problem", "fault", "Rule", "Label", "field", "Page", "Heading"),
    *("Demand", "pattern", "at_most", "echo", "BadParameter", "option", "command", "group"),
}
_NAMES = {"message", "hint", "description", "label", "title", "text", "about"}
# What is quoted or has a slash, a brace or a suffix in a message is not language but input.
_NO_LANGUAGE = re.compile(
    r"(?<!\w)'[^'\n]*'(?!\w)|\{[^{}]*\}|%\(\w+\)[sd]|\S*/\S*|[\w-]*\.(?:yml|bib|md|json|csv|txt|xml)\b|\S*\\\S*|(?<!\S)--[\w-]+"
)
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_JINJA_TEXT = re.compile(r"'( ?[A-Z][^']*)'")
# What these hold is English, and its translation stands in the catalogue.
_TRANSLATED = re.compile(
    r"\{% trans\b.*?\{% endtrans %\}|\bn?_?(?:gettext|_)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)",
    re.DOTALL,
)
# What only those read who work on the generator.
_ENGLISH = frozenset(("style-part.jinja",))
# Parts of an address have no accents, and hyphens between their words.
_OF_ADDRESSES = frozenset(("address", "anchor"))
_MESSAGE_CALLS = frozenset(("_", "N_", "ngettext", "pgettext"))
_TAG = re.compile(r"<code>.*?</code>|<[^>]*>", re.DOTALL)
_ATTRIBUTE_TEXT = re.compile(r"\b(?:aria-label|placeholder|title|alt)=\"([^\"]*)\"")


@dataclass(frozen=True, order=True)
class ReadWord:
    """One word that people read, with the place where it stands."""

    place: str
    word: str


def library_words(root: Path) -> Iterator[ReadWord]:
    """Yield the words of entries and pages; code, addresses and citations are none."""
    library, _ = load_library(root)
    for passage in passages_of(library):
        for word in words_of(without_markup(passage.text)):
            yield ReadWord(str(passage.location(word.start)), word.text)


def all_words(root: Path) -> Iterator[ReadWord]:
    """Yield the words of entries, pages, guides, templates and messages."""
    yield from library_words(root)
    for name in GUIDES:
        text = (root / name).read_text(encoding="utf-8")
        yield from _placed(PurePosixPath(name), text, without_markup(text))
    for file in _templates(root):
        text = file.read_text(encoding="utf-8")
        yield from _placed(_inside(root, file), text, template_text(text))
    for file in sorted((root / PACKAGE).rglob("*.py")):
        for line, text in message_texts(file.read_text(encoding="utf-8")):
            place = f"{_inside(root, file)}:{line}"
            yield from (ReadWord(place, word.text) for word in words_of(text))
    for text in (*translations(), *choice_labels()):
        plain = _NO_LANGUAGE.sub(" ", text)
        yield from (ReadWord(f"'{text}'", word.text) for word in words_of(plain))


def translations() -> Iterator[str]:
    """Yield the Dutch of each message; in the code stands the English."""
    with (Path(messages.__file__).parent / "nl.po").open("rb") as file:
        for message in read_po(file, locale="nl"):
            if message.context in _OF_ADDRESSES:
                continue
            said = (message.string if message.id else "") or ""
            for text in (said,) if isinstance(said, str) else said:
                yield _TAG.sub(" ", without_markup(text))


def template_text(html: str) -> str:
    """Return a template of the same length with nothing left but what a reader reads."""
    html = _TRANSLATED.sub(_spaces, html)
    kept = [(m.start(1), m.end(1)) for m in _ATTRIBUTE_TEXT.finditer(_JINJA.sub(_spaces, html))]
    for inside in _JINJA.finditer(html):
        found = _JINJA_TEXT.finditer(html, inside.start(), inside.end())
        kept += [(m.start(1), m.end(1)) for m in found]
    plain = _TAG.sub(_spaces, _JINJA.sub(_spaces, html))
    for start, end in kept:
        plain = plain[:start] + _JINJA.sub(_spaces, html[start:end]) + plain[end:]
    return plain


def message_texts(code: str) -> Iterator[tuple[int, str]]:
    """Yield the line and words of each text in a module that is meant for people."""
    for node in ast.walk(ast.parse(code)):
        if _is_for_people(node):
            for line, text in _strings(node):
                if " " in text:
                    yield line, _NO_LANGUAGE.sub(" ", _TAG.sub(" ", without_markup(text)))


def choice_labels() -> Iterator[str]:
    """Yield what readers see of each closed list of this library."""
    for choice in OURS.choices.values():
        yield from (member.label for member in choice)


def _is_for_people(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).rpartition(".")[2] in _CALLS
    targets = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(target, ast.Name) and target.id.lower() in _NAMES for target in targets)


def _strings(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each string in a piece of code, an f-string whole."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) in _MESSAGE_CALLS:
        return
    if isinstance(node, ast.JoinedStr):
        parts = [str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values]
        yield node.lineno, "".join(parts)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from _strings(child)


def _placed(path: PurePosixPath, text: str, plain: str) -> Iterator[ReadWord]:
    for word in words_of(plain):
        yield ReadWord(str(location_in(text, word.start, path)), word.text)


def _templates(root: Path) -> list[Path]:
    overrides = (root / PACKAGE / "theme" / "overrides", root / "overrides")
    found = (file for folder in overrides for file in folder.rglob("*.html"))
    ours = (file for file in (root / PACKAGE).rglob("*.jinja") if file.name not in _ENGLISH)
    return sorted([*ours, *found])


def _inside(root: Path, file: Path) -> PurePosixPath:
    return PurePosixPath(file.relative_to(root).as_posix())


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"\S", " ", match.group())
