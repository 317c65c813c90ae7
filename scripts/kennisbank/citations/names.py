"""The author field of a source becomes names, people and organisations apart."""

from __future__ import annotations

from dataclasses import dataclass

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or an organisation (only `last` is filled)."""

    last: str
    first: str = ""
    prefix: str = ""

    @property
    def alone(self) -> str:
        """The surname as it stands alone in a text: a Dutch prefix gets a capital."""
        full = f"{self.prefix} {self.last}".strip()
        return full[:1].upper() + full[1:]

    @property
    def inverted(self) -> str:
        """The surname, then the initials, as in a list of references."""
        initials = " ".join(f"{part[0]}." for part in self.first.replace("-", " ").split())
        return f"{self.alone}, {initials}" if initials else self.alone


def names_of(field: str) -> tuple[tuple[Name, ...], bool]:
    """Return the names in an author or editor field, and whether there were others."""
    written = split_multiple_persons_names(field) if field else []
    names = tuple(_name(one) for one in written if one.strip() != "others")
    return names, len(names) < len(written)


def _name(written: str) -> Name:
    if written.startswith("{") and written.endswith("}"):
        return Name(_plain(written))
    parts = parse_single_name_into_parts(written)
    first, prefix, last = (" ".join(words) for words in (parts.first, parts.von, parts.last))
    return Name(_plain(last), _plain(first), _plain(prefix))


def _plain(text: str) -> str:
    return text.replace("{", "").replace("}", "").strip()
