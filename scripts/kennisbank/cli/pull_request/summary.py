"""Writes what a pull request changes as a comment in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from kennisbank.invisible_characters import visible
from kennisbank.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import PurePosixPath

    from kennisbank.cli.pull_request.changes import Changes, PageChange
    from kennisbank.cli.pull_request.ratings import RatingChange
    from kennisbank.problems import Problem


# What means something at the start of a line, inside one, or in what looks like an address.
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:/@$=^])")
_SPACES = re.compile(r"\s+")


def markdown_text(text: str) -> str:
    """Return one line in which each sign that Markdown, HTML or GitHub could read is escaped."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", visible(_SPACES.sub(" ", text)).strip())


# Where the preview stands once its reader has started it.
PREVIEW = "http://localhost:8000/"
# GitHub shows at most 1 MiB; each list stays far below that, and the whole is cut all the same.
BYTES = 1_000_000
_ROWS = 200
_HOW = """\
## Het voorbeeld bekijken

1. Download onderaan deze pagina bij ‘Artifacts’ het bestand `voorbeeld` en pak het uit.
2. Open een venster met opdrachten in die map en typ `python3 -m http.server`.
3. Open <http://localhost:8000/>. De links hieronder werken dan ook.
"""
_REFUSED = """\
Er is geen voorbeeld: eerst moeten de fouten eruit. Bij elke melding staat wat u kunt doen.
"""
_CODE = """\
Deze bestanden zijn geen gegevens. Een beheerder van de code kijkt ernaar; in het voorbeeld en in
deze samenvatting tellen zij niet mee.
"""
_STRANGERS = """\
Deze bestanden staan bij de onderwerpen en zijn geen gewoon bestand op .yml. Publiceer ze niet:
laat ze weghalen.
"""
_SIGNS = {Severity.ERROR: "Fout", Severity.WARNING: "Waarschuwing", Severity.ADVICE: "Advies"}


def summary(
    changes: Changes,
    problems: Sequence[Problem],
    code: Sequence[PurePosixPath],
    strangers: Sequence[PurePosixPath] = (),
    limit: int = BYTES,
) -> str:
    """Return the summary, of at most `limit` bytes."""
    errors = any(one.severity is Severity.ERROR for one in problems)
    lines = [
        "# Wat lezers hiervan merken\n",
        f"{_counted(changes)}\n",
        *_section("Meldingen", [_problem(one) for one in problems]),
        *([_REFUSED] if errors else [_HOW]),
        *_section("Nieuwe pagina’s", map(_page, changes.added)),
        *_section("Veranderde pagina’s", map(_page, changes.changed)),
        *_section("Verdwenen pagina’s", map(_removed_page, changes.removed)),
        *_section("Beoordelingen", map(rating_line, changes.ratings)),
        *_section("Adressen die doorleiden", map(_address, changes.moved)),
        *_section(
            "Adressen die nergens meer heen leiden",
            map(_address, changes.gone),
            "Zet het oude adres in `redirect_from` van de pagina die ervoor in de plaats komt.\n",
        ),
        *_section("Bestanden die geen onderwerp zijn", map(_file, strangers), _STRANGERS),
        *_section("Andere bestanden", map(_file, code), _CODE),
    ]
    return _cut("\n".join(lines), limit)


def _counted(changes: Changes) -> str:
    parts = [
        _number(len(changes.added), "nieuwe pagina", "nieuwe pagina’s"),
        _number(len(changes.changed), "veranderde", "veranderde"),
        _number(len(changes.removed), "verdwenen", "verdwenen"),
    ]
    along = _number(changes.along, "andere pagina toont", "andere pagina’s tonen")
    return f"{', '.join(parts)}. {along} daarvan iets."


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _section(title: str, rows: Iterable[str], above: str = "") -> Iterator[str]:
    """Yield a heading and its list; nothing when the list is empty."""
    listed = list(rows)
    if listed:
        yield f"## {title}\n"
        if above:
            yield above
        yield from listed[:_ROWS]
        if len(listed) > _ROWS:
            yield f"- … en nog {len(listed) - _ROWS}."
        yield ""


def _problem(problem: Problem) -> str:
    place, told = markdown_text(str(problem.location)), markdown_text(problem.message)
    hint = f" {markdown_text(problem.hint)}" if problem.hint else ""
    return f"- {_SIGNS[problem.severity]}: {place}: {problem.code}: {told}{hint}"


def _page(page: PageChange) -> str:
    parts = f": {markdown_text(', '.join(page.parts))}" if page.parts else ""
    return f"- {_link(page.title, page.address)} in {markdown_text(str(page.path))}{parts}"


def _removed_page(page: PageChange) -> str:
    return f"- {markdown_text(page.title)}, eerst op {markdown_text(page.address)}"


def rating_line(rating: RatingChange) -> str:
    """Return a change of a rating as an item of a list."""
    was = f"Van ‘{markdown_text(rating.before)}’ naar" if rating.before else "Nieuw:"
    told = f"- {_link(rating.title, rating.address)}. {rating.scale} {was} "
    reasons = " ".join(markdown_text(one) for one in rating.reasons)
    return f"{told}‘{markdown_text(rating.after)}’. {reasons}".rstrip()


def _file(path: PurePosixPath) -> str:
    return f"- {markdown_text(str(path))}"


def _address(address: str) -> str:
    return f"- {markdown_text(address)}"


def _link(title: str, address: str) -> str:
    return f"[{markdown_text(title)}]({PREVIEW}{quote(address)})"


def _cut(text: str, limit: int) -> str:
    """Return the text, or its first whole lines with a word about the rest."""
    if len(text.encode()) <= limit:
        return text
    rest = "\n\nDe rest past niet in deze samenvatting.\n"
    kept = text.encode()[: limit - len(rest.encode())].decode(errors="ignore")
    return kept.rpartition("\n")[0] + rest
