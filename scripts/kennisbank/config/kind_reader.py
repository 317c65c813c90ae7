"""Reads the kinds of entries in kennisbank.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kennisbank.config.field_kinds import NAMES
from kennisbank.config.field_reader import FieldReader
from kennisbank.config.told import FOLDER, NAME, Rows, Told, write_like
from kennisbank.config.words import KIND_WORDS
from kennisbank.fields.base import KindMarks, Label
from kennisbank.fields.kinds import NUMBER, KindDescription
from kennisbank.fields.text_rules import SUMMARY_WORDS
from kennisbank.fields.types import Choice, Place
from kennisbank.fields.types import field as described
from kennisbank.messages import N_, _
from kennisbank.reading.yaml_document import KeyPath
from kennisbank.routes import first_parts
from kennisbank.slug import address_part, slug

KIND_KEYS = (
    *("folder", "address", "routes", "label", "in_text", "summary_words", "numbered"),
    *("audience", "reported", "schema_org", "compared", "fields"),
)
# Folders of a library that hold something else.
_FOLDERS = frozenset({"docs", "overrides", "scripts", "tests", "site", "node-modules"})
_ADDRESSES = frozenset({"assets", "schemas", "search"})
# What is no kind, but stands beside kinds in lists and data.
_RESERVED = frozenset({"source", "page"})
# Rows of the comparison that are no field.
ROWS = ("price", "research", "size", "description", "first_step", "caveat")
# Types of schema.org that the pages know how to fill.
TYPES = ("Article", "HowTo", "Dataset", "LearningResource", "DefinedTerm")
_MOST_WORDS = 500
_LABEL = N_("[Method, Methods, What you can do.]")
_IN_TEXT = N_("[DORA capability, DORA capabilities]")
_EXAMPLE = "method: {folder: methods, label: […], fields: {…}}"
_OLD = re.compile(r"/?(?!\.)[\w~:+-][\w.~:+-]*(?:/(?!\.)[\w.~:+-]+)*/?", re.ASCII)


class KindReader:
    """Makes descriptions of kinds out of rows."""

    def __init__(self, told: Told, choices: Mapping[str, type[Choice]], value: Rows) -> None:
        self.told = told
        self.choices = choices
        self._rows = list(told.rows(value, "kinds", (), _EXAMPLE))
        written = value.get("choices")
        faulty = frozenset(written if isinstance(written, dict) else ()) - choices.keys()
        self._fields = FieldReader(told, choices, _words(self._rows), faulty)

    def kinds(self) -> list[KindDescription]:
        """Return the kinds of which everything is right."""
        found = [self._kind(name, rows) for name, rows in self._rows]
        kinds = [one for one in found if one]
        self._apart(kinds)
        return kinds

    def _kind(self, name: str, rows: Rows) -> KindDescription | None:
        path: KeyPath = ("kinds", name)
        before = len(self.told.problems)
        if name in NAMES:
            message = _("'{name}' is a type of fields, so a kind cannot be called so.", name=name)
            hint = _("Call it something like '{name}-page'; readers see its label.", name=name)
            self.told.say(path, message, hint, of_key=True)
            return None
        if not self.told.is_free(name, NAME, path, {*_RESERVED, *self.choices}):
            return None
        self.told.known(rows, KIND_KEYS, path, KIND_WORDS)
        fields = dict(self._fields.fields(rows, path))
        marks = self._marks(rows, path, fields)
        label = self._label(rows, path)
        folder = self._folder(rows, "folder", path, _FOLDERS)
        address = self._folder(rows, "address", path, _ADDRESSES | first_parts(), otherwise=folder)
        words = self._words(rows, path)
        if len(self.told.problems) > before or label is None:
            return None
        if marks.numbered:
            number = _("Its place in the order of the library, from 1.")
            fields = {NUMBER: (Place, described(_("Number"), help=number, example=2)), **fields}
        return KindDescription(name, folder, address, label, marks, fields, words)

    def _label(self, rows: Rows, path: KeyPath) -> Label | None:
        match rows.get("label"):
            case (str(one), str(many), str(about)):
                return Label(one, many, about, self._inside(rows, path))
            case _:
                message = _(
                    "'label' must be three texts: one, more than one, and what it is about."
                )
                hint = write_like(_(_LABEL))
                place = (*path, "label") if "label" in rows else path
                self.told.say(place, message, hint, of_key="label" not in rows)
                return None

    def _inside(self, rows: Rows, path: KeyPath) -> tuple[str, ...]:
        """Return one and more than one as they stand within a sentence."""
        match rows.get("in_text", ()):
            case (str(one), str(many)):
                return one, many
            case ():
                return ()
            case _:
                message = _("'in_text' must be two texts: one, and more than one.")
                hint = write_like(_(_IN_TEXT))
                self.told.say((*path, "in_text"), message, hint)
                return ()

    def _folder(
        self, rows: Rows, key: str, path: KeyPath, taken: Iterable[str], otherwise: str = ""
    ) -> str:
        value = rows.get(key, otherwise)
        if not value and key not in rows and key != "folder":
            # It would follow from the folder, which is told already.
            return ""
        if not isinstance(value, str) or not FOLDER.fullmatch(value):
            message = _("'{key}' must be a name of small letters, digits and hyphens.", key=key)
            if key not in rows:
                message = _("'{key}' is missing.", key=key)
            meant = slug(value) if isinstance(value, str) else ""
            example = f"{key}: {meant or path[-1]}"
            hint = write_like(example)
            place = (*path, key) if key in rows else path
            self.told.say(place, message, hint, of_key=key not in rows)
        elif value in taken:
            message = _("'{name}' belongs to the site itself.", name=value)
            self.told.say((*path, key), message, _("Choose another name."))
        else:
            return value
        return ""

    def _words(self, rows: Rows, path: KeyPath) -> int:
        value = rows.get("summary_words", str(SUMMARY_WORDS))
        if isinstance(value, str) and value.isdecimal() and 0 < int(value) <= _MOST_WORDS:
            return int(value)
        message = _("must be a number from 1 to {most}.", most=_MOST_WORDS)
        hint = _("Write: {key}: {value}", key="summary_words", value=SUMMARY_WORDS)
        self.told.say((*path, "summary_words"), message, hint)
        return SUMMARY_WORDS

    def _marks(self, rows: Rows, path: KeyPath, fields: Rows) -> KindMarks:
        compared = self._list(rows, "compared", path)
        for place, row in enumerate(compared):
            self.told.one_of(row, (*fields, *ROWS), (*path, "compared", place))
        return KindMarks(
            numbered=self.told.flag(rows, "numbered", path),
            audience=self.told.flag(rows, "audience", path),
            reported=self.told.text(rows, "reported", path),
            schema_org=self.told.word(rows, "schema_org", path, TYPES) or "Article",
            compared=tuple(str(one) for one in compared),
            routes=tuple(self._routes(rows, path)),
        )

    def _list(self, rows: Rows, key: str, path: KeyPath) -> tuple[object, ...]:
        value = rows.get(key, ())
        if isinstance(value, tuple):
            return value
        example = value if isinstance(value, str) and " " not in value else "…"
        hint = write_like(f"{key}: [{example}]")
        self.told.say((*path, key), _("'{key}' must be a list.", key=key), hint)
        return ()

    def _routes(self, rows: Rows, path: KeyPath) -> Iterator[str]:
        """Yield the folders of the site in which the pages of a kind were before."""
        for place, old in enumerate(self._list(rows, "routes", path)):
            if isinstance(old, str) and _OLD.fullmatch(old) and "." not in old:
                yield old.strip("/")
            else:
                message = _("'{address}' is no address in which pages of a kind were.", address=old)
                hint = write_like("routes: [old-methods]")
                self.told.say((*path, "routes", place), message, hint)

    def _apart(self, kinds: list[KindDescription]) -> None:
        """Two kinds have no folder, address or name in common, and one at most has an order."""
        seen: dict[tuple[str, str], str] = {}
        for kind in kinds:
            one = address_part(kind.label.one)
            told: set[str] = set()
            for key, value in (("folder", kind.folder), ("address", kind.address), ("label", one)):
                other = seen.setdefault((key, value), kind.id)
                # An address that is not written follows from the folder.
                if other != kind.id and value not in told:
                    told.add(value)
                    message = _(
                        "'{value}' already belongs to the kind '{id}'.", value=value, id=other
                    )
                    self.told.say(("kinds", kind.id, key), message, _("Choose another name."))
        for mark in ("numbered", "audience", "reported"):
            self._once(mark, [one.id for one in kinds if getattr(one.marks, mark)])

    def _once(self, mark: str, ids: list[str]) -> None:
        for name in ids[1:]:
            message = _("one kind can be '{mark}', and '{id}' is already.", mark=mark, id=ids[0])
            hint = _("Leave '{key}' out at one of them.", key=mark)
            self.told.say(("kinds", name, mark), message, hint, of_key=True)


def _words(rows: Iterable[tuple[str, Rows]]) -> dict[str, str]:
    """Return the id of each kind by the words that people use for it; an id itself goes first."""
    found: dict[str, str] = {}
    for name, inner in rows:
        label = inner.get("label")
        said = [
            inner.get("folder"),
            inner.get("address"),
            *(label if isinstance(label, tuple) else ()),
        ]
        for word in said[:4]:
            if isinstance(word, str):
                found.setdefault(word.casefold(), name)
    return found | {name: name for name, _ in rows}
