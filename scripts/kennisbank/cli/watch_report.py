"""What `kennisbank watch` found, as a report to read and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from kennisbank.cli.pull_request.summary import markdown_text
from kennisbank.messages import N_, _, ngettext
from kennisbank.sources.importing.notices import Happening
from kennisbank.sources.importing.watching import Synthesis, Watched

_WORDS = {
    Happening.RETRACTED: N_("was retracted"),
    Happening.PARTLY_RETRACTED: N_("was retracted in part"),
    Happening.CONCERN: N_("has an expression of concern"),
    Happening.NEW_VERSION: N_("has a newer version or edition"),
    Happening.PUBLISHED: N_("is a preprint that has been published since"),
    Happening.CORRECTED: N_("was corrected"),
    Happening.IS_NOTICE: N_("is itself a notice about another work; was that one meant?"),
}
FIELDS = {
    "title": N_("title"),
    "year": N_("year"),
    "author": N_("first author"),
    "container-title": N_("journal or book"),
    "volume": N_("volume"),
    "issue": N_("issue"),
    "page": N_("pages"),
    "number": N_("number"),
    "DOI": N_("DOI"),
}


@dataclass(frozen=True)
class Outcome:
    """All that was found: by work, by entry, and what readers would notice of it."""

    watched: tuple[Watched, ...]
    # Of each entry, by its title: the reviews that cite what it rests on.
    syntheses: Mapping[str, tuple[Synthesis, ...]]
    ratings: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is anything for a person to look at."""
        return any(one.notices or one.differences or one.unknown for one in self.watched)


def as_json(outcome: Outcome) -> str:
    """Return the outcome as data."""
    return json.dumps(asdict(outcome), ensure_ascii=False, indent=2, default=str) + "\n"


def as_markdown(outcome: Outcome) -> str:
    """Return the outcome as a report to read."""
    told = [one for one in outcome.watched if one.notices]
    other = [one for one in outcome.watched if one.differences]
    unknown = [one for one in outcome.watched if one.unknown]
    sound = sum(not (one.notices or one.unknown) for one in outcome.watched)
    asked = len(outcome.watched)
    lines = [
        "# " + _("What became of the sources"),
        "",
        ngettext(
            "{n} source with a DOI was asked after; {sound} simply stand.",
            "{n} sources with a DOI were asked after; {sound} simply stand.",
            asked,
            sound=sound,
        ),
        *_section(_("What happened to a source"), [line for one in told for line in _notices(one)]),
        *_section(_("What readers would notice"), outcome.ratings),
        *_section(
            _("The registry says something else"),
            [line for one in other for line in _differing(one)],
        ),
        *_section(
            _("Not known"),
            [f"- `{one.key}`: " + markdown_text("; ".join(one.unknown)) for one in unknown],
            _("These were not answered, so nothing is known of them. They are not sound for that."),
        ),
        *_section(
            _("New reviews that cite what an entry rests on"),
            [line for title, found in outcome.syntheses.items() for line in _reviews(title, found)],
            _("A person decides whether one of these says something new."),
        ),
    ]
    return "\n".join(lines) + "\n"


def _section(title: str, rows: Sequence[str], above: str = "") -> list[str]:
    return ["", f"## {title}", "", *([above, ""] if above else []), *rows] if rows else []


def _notices(one: Watched) -> Iterator[str]:
    for notice in one.notices:
        where = f" <https://doi.org/{notice.doi}>" if notice.doi else ""
        day = f" ({notice.day.isoformat()})" if notice.day else ""
        said = _("says {registry}", registry=notice.registry)
        yield f"- `{one.key}` {_(_WORDS[notice.happening])}{day}, {said}.{where}"


def _differing(one: Watched) -> Iterator[str]:
    for row in one.differences:
        name = _(FIELDS[row.name])
        message = _(
            "{field}: here ‘{ours}’, there ‘{theirs}’.",
            field=name,
            ours=markdown_text(row.ours),
            theirs=markdown_text(row.theirs),
        )
        yield f"- `{one.key}`, {message}"


def _reviews(title: str, found: Sequence[Synthesis]) -> Iterator[str]:
    yield f"- {markdown_text(title)}"
    for one in found:
        where = f" <https://doi.org/{one.doi}>" if one.doi else ""
        yield f"  - {markdown_text(one.title)} ({one.year}){where}"
