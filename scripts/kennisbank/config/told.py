"""Looks at values of kennisbank.yml one by one, and keeps what is wrong with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.reading.yaml_document import KeyPath, YamlDocument
from kennisbank.slug import slug
from kennisbank.suggestions import did_you_mean

Rows = Mapping[str, object]

RULE = Rule(
    "bad-configuration",
    N_("kennisbank.yml holds something of which no kind, field or list of choices can be made."),
    N_("KINDS.md, or docs/development/kinds.md of the generator, says what can stand here."),
)
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
FIELD_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
FOLDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YES = {"true": True, "false": False}
# What people write for those two; editors and other programs do not agree on these.
_NEARLY = {
    **dict.fromkeys(("yes", "ja", "on", "1", "waar", "y", "j"), "true"),
    **dict.fromkeys(("no", "nee", "off", "0", "onwaar", "n"), "false"),
}


def is_switch(value: object) -> bool:
    """Return whether a value is true or false, as text."""
    return isinstance(value, str) and value in _YES


class Told:
    """One document, and the problems that were met in it so far."""

    def __init__(self, document: YamlDocument) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def say(self, path: KeyPath, message: str, hint: str = "", *, of_key: bool = False) -> None:
        """Keep a problem with the value at a place, or with its key."""
        place = self.document.location_of(path, of_key=of_key)
        self.problems.append(RULE.problem(place, message, hint))

    def known(
        self, rows: Rows, names: Iterable[str], path: KeyPath, words: Mapping[str, str]
    ) -> None:
        """Tell each key that does not belong; `words` gives what some other words are here."""
        names = tuple(names)
        for name in rows:
            if name not in names:
                meant = words.get(name.casefold(), "")
                hint = _("Here that is called '{name}'.", name=meant) if meant else ""
                if name == "required":
                    hint = _("A field is required unless it says 'optional: true'.")
                hint = hint or did_you_mean(name, names) or choose_from(names)
                message = _("'{name}' does not belong here.", name=name)
                self.say((*path, name), message, hint, of_key=True)

    def rows(
        self,
        value: Rows,
        key: str,
        path: KeyPath,
        example: str,
        mended: Callable[[str, object], str] = lambda *_: "",
    ) -> Iterator[tuple[str, dict[str, object]]]:
        """Yield what stands under a key by name, each with keys of its own.

        `mended` says how to write what has none.
        """
        found = value.get(key, {})
        if found is None or not isinstance(found, dict):
            message = _("under '{key}' there must be names, each with a colon behind it.", key=key)
            self.say((*path, key), message, write_like(example), of_key=True)
            return
        for name, inner in found.items():
            if isinstance(inner, dict):
                yield name, inner
            else:
                message = _(
                    "under '{name}' there must be lines with a colon, further to the right.",
                    name=name,
                )
                hint = write_like(mended(name, inner) or example)
                self.say((*path, key, name), message, hint, of_key=True)

    def flag(self, rows: Rows, key: str, path: KeyPath) -> bool:
        """Return whether something is switched on."""
        value = rows.get(key, "false")
        if isinstance(value, str) and value in _YES:
            return _YES[value]
        written = _NEARLY.get(str(value).casefold(), "true")
        hint = _("Write: {key}: {value}", key=key, value=written)
        self.say((*path, key), _("'{key}' is true or false.", key=key), hint)
        return False

    def text(self, rows: Rows, key: str, path: KeyPath) -> str:
        """Return a text; empty where there is none."""
        value = rows.get(key, "")
        if isinstance(value, str):
            return value
        message = _("behind '{key}' there must be a text.", key=key)
        hint = _("Write the text behind it on the same line, or leave '{key}' out.", key=key)
        self.say((*path, key), message, hint)
        return ""

    def word(self, rows: Rows, key: str, path: KeyPath, known: Iterable[str]) -> str:
        """Return one of the known words; empty where there is none."""
        value = self.text(rows, key, path)
        return value if value and self.one_of(value, known, (*path, key)) else ""

    def one_of(self, value: object, known: Iterable[str], path: KeyPath, hint: str = "") -> bool:
        """Return whether a value is known, and tell it where it is not."""
        known = tuple(known)
        if value in known:
            return True
        if not isinstance(value, str) or not value:
            self.say(path, _("here must be one word."), hint or choose_from(known))
            return False
        hint = hint or did_you_mean(value, known) or choose_from(known)
        self.say(path, _("'{value}' is not known.", value=value), hint)
        return False

    def is_free(
        self, name: str, pattern: re.Pattern[str], path: KeyPath, taken: Iterable[str]
    ) -> bool:
        """Return whether a name has a good form and is not taken yet."""
        if not pattern.fullmatch(name):
            mark = "_" if pattern is FIELD_NAME else "-"
            meant = slug(name.replace("_", "-")).replace("-", mark).lstrip("0123456789-_")
            hint = _("Use small letters.")
            hint = write_like(meant) if pattern.fullmatch(meant) else hint
            self.say(path, _("'{name}' cannot be a name.", name=name), hint, of_key=True)
        elif name in taken:
            message = _("'{name}' is already something else.", name=name)
            self.say(path, message, _("Choose another name."), of_key=True)
        else:
            return True
        return False


def as_written(value: object) -> str:
    """Return a value as it may be written on one line."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(as_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {as_written(one)}' for key, one in value.items())}}}"
    return "" if value is None else str(value)


def choose_from(names: Iterable[str]) -> str:
    """Return the sentence that says which words there are."""
    known = ", ".join(names)
    return _("Choose one of: {names}.", names=known) if known else ""


def write_like(example: str) -> str:
    """Return the sentence that shows how to write something."""
    return _("Write it like this: {example}", example=example)
