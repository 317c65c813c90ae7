"""Every word that readers and contributors meet, in the language of the library (gettext).

In the code stands the English message; `<language>.po` beside this file translates it. English has
no catalogue: it is what the code says.

    _("the folder {folder} does not exist.", folder=folder)
    ngettext("{n} source", "{n} sources", len(sources))
    N_("Readers")       marks a message here that is looked up later, by `_`
    NC_("data", "year") marks one with a context, for `pgettext`
"""

from __future__ import annotations

import gettext as standard
import json
import re
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SOURCE_LANGUAGE = "en"
# What a library speaks that does not say; the first one came before the others.
DEFAULT_LANGUAGE = "nl"
_HERE = Path(__file__).parent
LANGUAGES = tuple(sorted({SOURCE_LANGUAGE, *(path.stem for path in _HERE.glob("*.po"))}))
_language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)


class Catalogue(standard.NullTranslations):
    """The messages of one language; what it lacks is said in English."""

    def __init__(self, language: str, folder: Path = _HERE) -> None:
        super().__init__()
        self._texts: dict[str | tuple[str, str], tuple[str, ...]] = {}
        # Which form belongs to a number `n`, as C and JavaScript write it.
        self.plural_rule = "n != 1"
        path = folder / f"{language}.po"
        if language == SOURCE_LANGUAGE or not path.is_file():
            return
        texts = _texts_in(path.read_text(encoding="utf-8"))
        if said := _PLURAL.search("".join(texts.pop("", ()))):
            self.plural_rule = said[1]
        self._form = standard.c2py(self.plural_rule)
        self._texts = {one: forms for one, forms in texts.items() if all(forms)}

    def gettext(self, message: str) -> str:
        """Return a message in this language."""
        return self._texts.get(message, (message,))[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the message for a number, in this language."""
        if found := self._texts.get(msgid1):
            return found[self._form(n)]
        return msgid1 if n == 1 else msgid2

    def forms(self, one: str, many: str) -> tuple[str, ...]:
        """Return all forms of the message for a number, in this language."""
        return self._texts.get(one, (one, many))

    def pgettext(self, context: str, message: str) -> str:
        """Return a message of which the English is ambiguous."""
        return self._texts.get((context, message), (message,))[0]


_PLURAL = re.compile(r"plural=([^;\n]+)")
_SAID = re.compile(r'^(msg\w+)(?:\[\d\])?((?: *".*"\n)+)', re.MULTILINE)
_NEXT_LINE = re.compile(r'"\n *"')


def _texts_in(catalogue: str) -> dict[str | tuple[str, str], tuple[str, ...]]:
    """Return the forms of each message in a catalogue, under its English with its context.

    Babel takes five times as long for the same, at the start of each command.
    """
    found = _SAID.findall(f"{catalogue}\n")
    # A text in a catalogue is written as one in JSON.
    written = ",".join(_NEXT_LINE.sub("", text.strip()) for _, text in found)
    texts: dict[str | tuple[str, str], tuple[str, ...]] = {}
    key: str | tuple[str, str] = ""
    context = ""
    for (name, _), text in zip(found, json.loads(f"[{written}]"), strict=True):
        match name:
            case "msgctxt":
                context = text
            case "msgid":
                key, context = (context, text) if context else text, ""
            case "msgstr":
                texts[key] = (*texts.get(key, ()), text)
    return texts


@cache
def catalogue(language: str) -> Catalogue:
    """Return the messages of a language."""
    return Catalogue(language)


def language() -> str:
    """Return the language that is spoken now, like `nl`."""
    return _language.get()


def speak(language: str) -> None:
    """Say everything in a language from now on."""
    _language.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in a language for a while."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def N_(message: str) -> str:  # noqa: N802  # the name that every tool of gettext knows
    """Mark a message that is looked up where it is said."""
    return message


def NC_(context: str, message: str) -> str:  # noqa: ARG001, N802  # as GLib calls it
    """Mark a message with a context that is looked up later, by `pgettext`."""
    return message


def _(message: str, /, **values: object) -> str:
    """Return a message in the language of the library, with values in the places of their names."""
    text = catalogue(_language.get()).gettext(message)
    return text.format_map(values) if values else text


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """Return the message for a number; `{n}` in it is the number, unless `values` writes it."""
    text = catalogue(_language.get()).ngettext(one, many, n)
    return text.format_map({"n": n, **values})


def all_of(words: Sequence[str]) -> str:
    """Return words as a sentence names them: a, b and c."""
    return _listed(words, "standard")


def any_of(words: Sequence[str]) -> str:
    """Return words as a sentence lets one choose among them: a, b or c."""
    return _listed(words, "or")


def _listed(words: Sequence[str], style: Literal["standard", "or"]) -> str:
    # Most commands have nothing to list.
    from babel.lists import format_list  # noqa: PLC0415

    return format_list(words, style, _language.get())


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a message of which the English has two translations, by where it is said."""
    text = catalogue(_language.get()).pgettext(context, message)
    return text.format_map(values) if values else text
