"""Writes what a pull request changes as a comment in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from kennisbank.cli.pull_request.changes import Changes, PageChange
from kennisbank.cli.pull_request.ratings import RatingChange
from kennisbank.invisible_characters import visible
from kennisbank.messages import N_, _, ngettext
from kennisbank.problems import Problem, Severity

# What means something at the start of a line, inside one, or in what looks like an address.
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:/@$=^])")
# GitHub notifies whom a text names and links what it numbers, also behind a
# backslash, but not in code (github/markup#1168).
_CALLS = re.compile(r"((?:(?:@|#(?=\d))[\w/-]+)+)")
_SPACES = re.compile(r"\s+")


def markdown_text(text: str) -> str:
    """Return one line in which each sign that Markdown, HTML or GitHub could read is escaped."""
    parts = _CALLS.split(visible(_SPACES.sub(" ", text)).strip())
    escaped = (_MARKDOWN_SIGNS.sub(r"\\\1", part) for part in parts[::2])
    calls = [*(f"`{part}`" for part in parts[1::2]), ""]
    return "".join(text for pair in zip(escaped, calls, strict=True) for text in pair)


# Where the preview stands once its reader has started it.
PREVIEW = "http://localhost:8000/"
# GitHub shows at most 1 MiB; each list stays far below that, and the whole is cut all the same.
BYTES = 1_000_000
_ROWS = 200
_HOW = N_(
    "## See the preview\n\n"
    "1. Download the file `preview` below this page, under ‘Artifacts’, and unpack it.\n"
    "2. Open a window for commands in that folder and type `python3 -m http.server`.\n"
    "3. Open <http://localhost:8000/>. Then the links below work, too.\n"
)
_REFUSED = N_(
    "There is no preview: the errors have to go first. Each message says what you can do.\n"
)
_CODE = N_(
    "These files are no data. A maintainer of the code looks at them; in the preview and in\n"
    "this summary they do not count.\n"
)
_STRANGERS = N_(
    "These files are among the entries and are no plain .yml file. Do not publish them:\n"
    "have them taken away.\n"
)
_SIGNS = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.ADVICE: N_("Advice"),
}


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
        "# " + _("What readers notice of this") + "\n",
        f"{_counted(changes)}\n",
        *_section(_("Messages"), [_problem(one) for one in problems]),
        _(_REFUSED if errors else _HOW),
        *_section(_("New pages"), map(_page, changes.added)),
        *_section(_("Changed pages"), map(_page, changes.changed)),
        *_section(_("Pages that are gone"), map(_removed_page, changes.removed)),
        *_section(_("Ratings"), map(rating_line, changes.ratings)),
        *_section(_("Addresses that lead on"), map(_address, changes.moved)),
        *_section(
            _("Addresses that lead nowhere any more"),
            map(_address, changes.gone),
            _("Put the old address in `redirect_from` of the page that comes in its place.") + "\n",
        ),
        *_section(_("Files that are no entry"), map(_file, strangers), _(_STRANGERS)),
        *_section(_("Other files"), map(_file, code), _(_CODE)),
    ]
    return _cut("\n".join(lines), limit)


def _counted(changes: Changes) -> str:
    added = ngettext("{n} new page", "{n} new pages", len(changes.added))
    along = ngettext(
        "{n} other page shows something of that.",
        "{n} other pages show something of that.",
        changes.along,
    )
    return _(
        "{added}, {changed} changed, {removed} gone. {along}",
        added=added,
        changed=len(changes.changed),
        removed=len(changes.removed),
        along=along,
    )


def _section(title: str, rows: Iterable[str], above: str = "") -> Iterator[str]:
    """Yield a heading and its list; nothing when the list is empty."""
    listed = list(rows)
    if listed:
        yield f"## {title}\n"
        if above:
            yield above
        yield from listed[:_ROWS]
        if len(listed) > _ROWS:
            more = _("… and {n} more.", n=len(listed) - _ROWS)
            yield f"- {more}"
        yield ""


def _problem(problem: Problem) -> str:
    place, told = markdown_text(str(problem.location)), markdown_text(problem.message)
    hint = f" {markdown_text(problem.hint)}" if problem.hint else ""
    return f"- {_(_SIGNS[problem.severity])}: {place}: {problem.code}: {told}{hint}"


def _page(page: PageChange) -> str:
    parts = f": {markdown_text(', '.join(page.parts))}" if page.parts else ""
    return f"- {_link(page.title, page.address)} in {markdown_text(str(page.path))}{parts}"


def _removed_page(page: PageChange) -> str:
    title, address = markdown_text(page.title), markdown_text(page.address)
    told = _("{title}, first at {address}", title=title, address=address)
    return f"- {told}"


def rating_line(rating: RatingChange) -> str:
    """Return a change of a rating as an item of a list."""
    before, after = markdown_text(rating.before), markdown_text(rating.after)
    change = _("New: ‘{after}’.", after=after)
    if before:
        change = _("From ‘{before}’ to ‘{after}’.", before=before, after=after)
    reasons = " ".join(markdown_text(one) for one in rating.reasons)
    return f"- {_link(rating.title, rating.address)}. {rating.scale} {change} {reasons}".rstrip()


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
    too_long = _("The rest does not fit in this summary.")
    rest = f"\n\n{too_long}\n"
    kept = text.encode()[: limit - len(rest.encode())].decode(errors="ignore")
    return kept.rpartition("\n")[0] + rest
