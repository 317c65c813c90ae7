"""An entry names only entries that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from posixpath import normpath

from kennisbank.fields.base import Entry
from kennisbank.fields.validation import JOINED
from kennisbank.library.library import Library, Link
from kennisbank.library.names import Names, ids_by_name, is_joined
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.reading.markdown_document import MarkdownDocument
from kennisbank.reading.mentions import find_page_links
from kennisbank.routes import hand_address, relative
from kennisbank.slug import slug
from kennisbank.suggestions import QUESTION, Proposals, did_you_mean

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
    names = ids_by_name(library) if broken else {}
    meant = {kind: Proposals(known) for kind, known in names.items()}
    labels = {kind.kind: kind.label.one_in_text for kind in library.kinds}
    faulty = {(file.path, one.key_path) for file in library.files.values() for one in file.faults}
    for link in broken:
        # What is no list where one belongs is told as that.
        if (link.document.path, link.key_path) not in faulty:
            yield _problem(link, labels, _hint(link, names, meant))
    yield from _broken_page_links(library.pages, library.kinds)


def _hint(link: Link, names: Names, meant: Mapping[str, Proposals]) -> str:
    kind, written = link.target
    known = names.get(kind, {})
    if link.spec and link.spec.many and is_joined(written, known):
        return _(JOINED)
    name = slug(written)
    found = name if name in known else kind in meant and meant[kind].nearest(name)
    return _(QUESTION, word=known[found]) if found else ""


def _problem(link: Link, labels: Mapping[str, str], hint: str) -> Problem:
    place = link.place
    kind, identifier = link.target
    if not kind:
        return RULE.problem(place, _(INCOMPLETE), _(INCOMPLETE_HINT))
    if kind not in labels:
        choose = did_you_mean(kind, labels) or _(NO_KIND_HINT, kinds=", ".join(labels))
        return RULE.problem(place, _(NO_KIND, kind=kind), choose)
    message = _(MESSAGE, kind=labels[kind], id=identifier)
    return RULE.problem(place, message, hint)


def _broken_page_links(
    pages: Sequence[MarkdownDocument], kinds: Sequence[type[Entry]]
) -> Iterator[Problem]:
    known = {page.path for page in pages}
    meant = Proposals(page.path.name for page in pages)
    for page in pages:
        for link in find_page_links(page.body):
            target = PurePosixPath(normpath(page.path.parent / link.path))
            if target not in known:
                message = _("page '{path}' does not exist.", path=link.path)
                place = page.location_of_text((), link.start)
                made = _overview(target, page, kinds)
                hint = _(QUESTION, word=made) if made else meant.question(target.name)
                yield RULE.problem(place, message, hint)


def _overview(target: PurePosixPath, page: MarkdownDocument, kinds: Sequence[type[Entry]]) -> str:
    """Return the address of a list of entries, of which there is no file in docs/."""
    folder = target.parent if target.name == "index.md" else target.with_suffix("")
    address = next((one.address for one in kinds if one.address == folder.name), "")
    return relative(hand_address(page.path), f"{address}/") if address else ""
