"""`kennisbank find`: what to write to name an entry or to cite a source, by words of its title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kennisbank.build import CACHE, earlier_references
from kennisbank.cli.library_folder import root_option
from kennisbank.cli.said import argument, command
from kennisbank.invisible_characters import one_line
from kennisbank.kept_files import kept_file
from kennisbank.library.library import Library
from kennisbank.library.loading import load_library
from kennisbank.messages import N_, _
from kennisbank.sources.works import works_of
from kennisbank.suggestions import Proposals

# A word that somebody may mean; shorter ones look like too many others.
_WORD = re.compile(r"[^\W_]{4,}")


@command(
    short_help=N_("Find the id of an entry or the key of a source."),
    help=N_(
        "Find what you write in a text to name an entry ([[method:jobcrafting]]) or to cite a "
        "source ([@knight2021work]), by words of its title, its other names, its authors or year."
    ),
)
@argument("words", nargs=-1, required=True, metavar=N_("WORD …"))
@root_option
@click.pass_context
def find(context: click.Context, words: tuple[str, ...], root: Path) -> None:
    """Print a line for each that has all words; leave with 1 when there is none."""
    library, _problems = load_library(root)
    wanted = [_plain(word) for word in words]
    known = [
        (mention, title, _plain(text))
        for mention, title, text in (*_entries(library), *_sources(library, root))
    ]
    found = [
        (mention, title) for mention, title, text in known if all(word in text for word in wanted)
    ]
    if not found:
        near = _near(wanted, [text for _mention, _title, text in known])
        hint = _("Nothing found. Try fewer words, or a part of a word.")
        click.echo(f"{hint} {near}".strip(), err=True)
        context.exit(1)
    width = max(len(mention) for mention, _title in found)
    for mention, title in found:
        click.echo(one_line(f"{mention:<{width}}  {title}"))


def _near(wanted: Sequence[str], texts: Sequence[str]) -> str:
    """Return the question for each word that stands nowhere and looks like one that does."""
    strange = [word for word in wanted if not any(word in text for text in texts)]
    proposals = Proposals(sorted({word for text in texts for word in _WORD.findall(text)}))
    return " ".join(filter(None, (proposals.question(word) for word in strange)))


def _entries(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield how each entry is named in a text, its title, and all that it may be sought by."""
    for key, entry in library.entries.items():
        words = " ".join((key.id, entry.title, *entry.aliases))
        yield f"[[{key.kind}:{key.id}]]", entry.title, words


def _sources(library: Library, root: Path) -> Iterator[tuple[str, str, str]]:
    """Yield how each source is cited, how a text calls it with its title, and its words."""
    cache = earlier_references(kept_file(root, CACHE))
    sources = library.bibliography.sources
    for key, work in works_of(sources, cache.reference).items():
        fields = sources[key].fields
        title = fields.get("title", "").replace("{", "").replace("}", "")
        said = f"{work.form.in_sentence.striptags()}: {title}"
        yield f"[@{key}]", said, " ".join((key, said, fields.get("author", "")))


def _plain(text: str) -> str:
    """Return a text as it is compared: small letters without accents."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign))
