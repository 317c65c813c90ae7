"""A citation names the key of a source, where somebody wrote the DOI of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisbank.library.library import Cited, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Rule
from kennisbank.sources.addresses import doi_in
from kennisbank.sources.importing.known_work import source_with_doi

RULE = Rule(
    "doi-citation",
    N_("A citation names a DOI, as in [@doi:10.1177/0018726719865604], and no key of a source."),
    N_(
        "Run 'kennisbank check --fix': it looks the work up, adds it to references.bib and writes "
        "its key here."
    ),
)
_CITED = re.compile(
    r"@doi:(?:https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.[^\s\[\];,@\"'<>]+)", re.IGNORECASE
)
_LINES = re.compile(r"\r\n|\r|\n")


def names_doi(cited: Cited) -> bool:
    """Return whether a citation has a DOI in the place of a key."""
    return cited.key.casefold().startswith("doi:")


def find(library: Library) -> Iterator[Problem]:
    """Yield each citation by DOI; a work that is there already is named."""
    for place, written in cited_dois(library):
        source = source_with_doi(library.bibliography, doi_in(written))
        hint = _("Write @{key}.", key=source.key) if source else ""
        yield RULE.problem(place, _("'{doi}' is a DOI, and no key of a source.", doi=written), hint)


def cited_dois(library: Library) -> Iterator[tuple[Location, str]]:
    """Yield the place of each citation by DOI, at its @, and the DOI as it is written there."""
    for cited in library.all_citations:
        if names_doi(cited):
            place = cited.place
            line = _LINES.split(cited.document.text)[place.line - 1]
            found = _CITED.match(line, place.column - 1)
            yield place, found["doi"].rstrip(".:)") if found else cited.key


def with_keys(text: str, found: dict[tuple[int, int], tuple[str, str]]) -> str:
    """Return a text with keys in the place of DOIs, by the line and column of each @."""
    ends = _LINES.findall(text)
    lines = _LINES.split(text)
    # From behind, so that what comes before keeps its place.
    for (line, column), (written, key) in sorted(found.items(), reverse=True):
        row = lines[line - 1]
        match = _CITED.match(row, column - 1)
        if match and match["doi"].startswith(written):
            end = match.start("doi") + len(written)
            lines[line - 1] = f"{row[: column - 1]}@{key}{row[end:]}"
    return "".join(part for pair in zip(lines, [*ends, ""], strict=True) for part in pair)
