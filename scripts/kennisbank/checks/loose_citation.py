"""A citation between brackets starts with @ and its key, and a semicolon stands between two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kennisbank.checks.doi_citation import names_doi
from kennisbank.library.library import Cited, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Rule, Severity
from kennisbank.reading.mentions import find_citations

RULE = Rule(
    "loose-citation",
    N_("A source stands between brackets in a way that is not read as a citation."),
    N_(
        "Write [@key], [see @key] or [@one, p. 3; @two], with a semicolon between two sources. If "
        "the source belongs in the sentence, write @key [p. 3]."
    ),
    Severity.WARNING,
)
_NO_AT = N_("here is the key of a source without @, so readers see no source.")
# The bracket comes first, so that hardly any other sign is looked at.
_BRACKET = re.compile(r"\[(?<![\\\[]\[)(?=(?P<key>[\w:.-]+)(?:[;,][^\[\]@]*)?\](?![(\]]))")


def find(library: Library) -> Iterator[Problem]:
    """Yield each mention that readers would see with its name and year between other brackets.

    A key without its @ they would see as it is.
    """
    # Where a DOI keeps brackets from being read, that is the one thing to tell.
    by_doi = {_line(cited) for cited in library.all_citations if names_doi(cited)}
    for cited in library.all_citations:
        if cited.enclosed and _line(cited) not in by_doi:
            message = _(
                "source '{key}' stands between brackets, but reads as part of the sentence.",
                key=cited.key,
            )
            yield RULE.problem(cited.place, message)
    known = library.bibliography.sources.keys()
    for place, key in _without_at(library, known):
        yield RULE.problem(place, _(_NO_AT), _("Write [@{key}].", key=key))


def _line(cited: Cited) -> tuple[object, int]:
    return cited.place.path, cited.place.line


def _without_at(library: Library, known: AbstractSet[str]) -> Iterator[tuple[Location, str]]:
    for file in library.files.values():
        # Hardly any file has one, and a file is looked through sooner than each text in it.
        if not _brackets(file.document.text, known):
            continue
        for text in file.texts:
            if text.spec.field_type.written:
                for offset, key in _bare_keys(text.text, known):
                    yield file.document.location_of_text(text.key_path, offset), key
    for page in library.pages:
        for offset, key in _bare_keys(page.body, known):
            yield page.location_of_text((), offset), key


def _bare_keys(markdown: str, known: AbstractSet[str]) -> Iterator[tuple[int, str]]:
    """Yield place and key of each bracket that would open a citation, were there an @ in it."""
    brackets = _brackets(markdown, known)
    if not brackets:
        return
    # Code, links and escaped brackets hold no citations; the parser knows which they are.
    inserted = {one.end() + number: one for number, one in enumerate(brackets)}
    with_at = _BRACKET.sub(lambda one: f"[{'@' * (one['key'] in known)}", markdown)
    for citation in find_citations(with_at):
        for work in citation.works:
            if bracket := inserted.get(work.start):
                yield bracket.end(), bracket["key"]


def _brackets(text: str, known: AbstractSet[str]) -> list[re.Match[str]]:
    return [one for one in _BRACKET.finditer(text) if one["key"] in known]
