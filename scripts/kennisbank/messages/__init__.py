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
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.lists import format_list
from babel.messages.pofile import read_po

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
        with path.open("rb") as file:
            messages = read_po(file, locale=language)
        self.plural_rule = messages.plural_expr
        self._form = standard.c2py(messages.plural_expr)
        for message in messages:
            one = _forms(message.id)[0]
            forms = _forms(message.string)
            if one and all(forms):
                self._texts[(message.context, one) if message.context else one] = forms

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


def _forms(value: str | Sequence[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ("",))


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
    return format_list(words, "standard", _language.get())


def any_of(words: Sequence[str]) -> str:
    """Return words as a sentence lets one choose among them: a, b or c."""
    return format_list(words, "or", _language.get())


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a message of which the English has two translations, by where it is said."""
    text = catalogue(_language.get()).pgettext(context, message)
    return text.format_map(values) if values else text
