"""The names of a work become the value of an author or editor field in a .bib file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.citations.item_data import names_in
from kennisbank.citations.names import names_of
from kennisbank.exports.csl_json import has_others
from kennisbank.exports.latex_text import latex_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kennisbank.citations.item import Item
    from kennisbank.citations.name import Name


def bibtex_names(item: Item, role: str) -> str:
    """Return the names of a role, with "and others" where the source says so."""
    names = [_written(name) for name in names_in(item, role)]
    if has_others(item, role):
        names.append("others")
    return " and ".join(names)


def _written(name: Name) -> str:
    """Return the plainest form that is read back as the same name."""
    forms = list(_forms(name))
    return next((form for form in forms if _is_read_as(name, form)), forms[0])


def _is_read_as(name: Name, form: str) -> bool:
    # Between others: an "and" at the end of a name would divide it from nothing when it is alone.
    return names_of(f"{form} and {form}").known == (name, name)


def _forms(name: Name) -> Iterator[str]:
    if name.literal:
        yield _braced(name.literal)
        return
    # Other readers would take the small word in a surname for the end of its prefix.
    if not any(word[:1].islower() for word in name.family.split()[:-1]):
        yield _with_commas(name, latex_text)
    # Words that BibTeX would take for a prefix, a comma or an "and" that divides nothing.
    yield _with_commas(name, _braced)
    parts = {"family": name.family, "given": name.given}
    parts |= {"prefix": name.prefix, "suffix": name.suffix}
    yield ", ".join(f"{part}={_braced(text)}" for part, text in parts.items() if text)


def _with_commas(name: Name, write: Callable[[str], str]) -> str:
    # Braces would make an organisation of a person with one name, were there nothing behind them.
    alone = not (name.prefix or name.suffix or name.given)
    family = write(name.family) + ("{}" if alone and write is _braced else "")
    surname = f"{latex_text(name.prefix)} {family}".strip()
    return ", ".join([surname, *(write(part) for part in (name.suffix, name.given) if part)])


def _braced(text: str) -> str:
    return f"{{{latex_text(text)}}}"
