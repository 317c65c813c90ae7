"""An entry names only entries that exist."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING

from kennisbank.messages import N_, _
from kennisbank.problems import Rule
from kennisbank.reading.mentions import find_page_links
from kennisbank.slug import slug
from kennisbank.suggestions import QUESTION, Proposals, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kennisbank.library.library import Library, Link
    from kennisbank.problems import Problem
    from kennisbank.reading.markdown_document import MarkdownDocument

RULE = Rule(
    "broken-link",
    N_("A link goes to a page that does not exist."),
    N_("Copy the file name, without .yml, of the page that you mean."),
)
MESSAGE = N_("{kind} '{id}' does not exist.")
INCOMPLETE = N_("this link is not complete.")
INCOMPLETE_HINT = N_("Write [[kind:filename]], such as [[method:jobcrafting]].")
NO_KIND = N_("the kind '{kind}' does not exist.")
NO_KIND_HINT = N_("Choose from: {kinds}.")


def find(library: Library) -> Iterator[Problem]:
    """Yield each link that leads nowhere; a target that exists but cannot be read is no fault."""
    broken = [link for link in library.all_links if link.target not in library.keys]
    names = _names(library) if broken else {}
    meant = {kind: Proposals(known) for kind, known in names.items()}
    labels = {kind.kind: kind.label.one_in_text for kind in library.kinds}
    for link in broken:
        proposal = (
            meant[link.target.kind].nearest(link.target.id) if link.target.kind in meant else None
        )
        yield _problem(link, labels, names[link.target.kind][proposal] if proposal else "")
    yield from _broken_page_links(library.pages)


def _names(library: Library) -> dict[str, dict[str, str]]:
    """Return for each kind what people call its entries, by id or by title, with the id."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for key, entry in library.entries.items():
        names[key.kind][slug(entry.title)] = key.id
    for key in library.files:
        names[key.kind][key.id] = key.id
    return names


def _problem(link: Link, labels: Mapping[str, str], meant: str) -> Problem:
    place = link.place
    kind, identifier = link.target
    if not kind:
        return RULE.problem(place, _(INCOMPLETE), _(INCOMPLETE_HINT))
    if kind not in labels:
        hint = did_you_mean(kind, labels) or _(NO_KIND_HINT, kinds=", ".join(labels))
        return RULE.problem(place, _(NO_KIND, kind=kind), hint)
    message = _(MESSAGE, kind=labels[kind], id=identifier)
    return RULE.problem(place, message, _(QUESTION, word=meant) if meant else "")


def _broken_page_links(pages: Sequence[MarkdownDocument]) -> Iterator[Problem]:
    known = {page.path for page in pages}
    meant = Proposals(page.path.name for page in pages)
    for page in pages:
        for link in find_page_links(page.body):
            target = PurePosixPath(normpath(page.path.parent / link.path))
            if target not in known:
                message = _("page '{path}' does not exist.", path=link.path)
                place = page.location_of_text((), link.start)
                yield RULE.problem(place, message, meant.question(target.name))
