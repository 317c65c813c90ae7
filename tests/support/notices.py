"""Records of works as Crossref and OpenAlex document them: some with a notice, and sound ones."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DOI = "10.5555/work"
NOTICE = "10.5555/notice"
_BASE = {
    "DOI": DOI,
    "type": "journal-article",
    "title": ["How work redesign interventions affect performance"],
    "container-title": ["Human Relations"],
    "author": [{"family": "Knight", "given": "Caroline", "sequence": "first", "affiliation": []}],
    "issued": {"date-parts": [[2021, 1]]},
    "relation": {},
    "is-referenced-by-count": 12,
    "reference": [{"key": "ref1", "doi-asserted-by": "crossref", "DOI": "10.5555/other"}],
}
Record = dict[str, object]
# The record itself, the records that update it, and what OpenAlex says.
Shape = tuple[Record, list[Record], Record]


def record(**changes: object) -> Record:
    """Return a record of Crossref with some of its values changed."""
    return {**_BASE, **changes}


def _update(kind: str, doi: str = NOTICE, **more: object) -> Record:
    day = {"date-parts": [[2024, 3, 5]], "date-time": "2024-03-05T00:00:00Z"}
    return {"DOI": doi, "type": kind, "label": kind.title(), "updated": day} | more


def _by_record(kind: str, doi: str = NOTICE, **more: object) -> Shape:
    return record(**{"updated-by": [_update(kind, doi, **more)]}), [], {}


def _by_other(kind: str) -> Shape:
    other: Record = {"DOI": NOTICE, "update-to": [_update(kind, DOI)]}
    return record(), [other], {}


def _by_title(title: str) -> Shape:
    return record(title=[title]), [], {}


def _by_relation(name: str) -> Shape:
    return (
        record(relation={name: [{"id-type": "doi", "id": NOTICE, "asserted-by": "subject"}]}),
        [],
        {},
    )


NAMED = "How work redesign interventions affect performance"
# What each says happened.
NOTICES: tuple[tuple[str, Shape], ...] = (
    ("retracted", _by_record("retraction")),
    ("retracted", _by_record("retraction", source="retraction-watch")),
    ("retracted", _by_record("Retraction")),
    ("retracted", _by_record("withdrawal")),
    ("retracted", _by_record("removal")),
    ("retracted", _by_record("retraction", updated=None)),
    ("retracted", _by_record("retraction", updated={"date-parts": [[2024]]})),
    # Some publishers change the work in its place, or give the notice no DOI of its own.
    ("retracted", _by_record("retraction", doi=DOI)),
    ("retracted", _by_record("retraction", doi="")),
    ("retracted", _by_record("retraction", doi="https://doi.org/10.5555/NOTICE")),
    (
        "retracted",
        (record(**{"updated-by": [_update("correction"), _update("retraction")]}), [], {}),
    ),
    ("retracted", _by_other("retraction")),
    ("retracted", _by_other("withdrawal")),
    ("retracted", _by_other("removal")),
    (
        "retracted",
        (
            {**record(), "DOI": "10.5555/WORK"},
            [{"DOI": NOTICE, "update-to": [_update("retraction", "10.5555/WORK")]}],
            {},
        ),
    ),
    ("retracted", _by_title(f"RETRACTED: {NAMED}")),
    ("retracted", _by_title(f"RETRACTED ARTICLE: {NAMED}")),
    ("retracted", _by_title(f"Retracted Article: {NAMED}")),
    ("retracted", _by_title(f"Retracted: {NAMED}")),
    ("retracted", _by_title(f"[Retracted] {NAMED}")),
    ("retracted", _by_title(f"WITHDRAWN: {NAMED}")),
    ("retracted", _by_title(f"REMOVED: {NAMED}")),
    ("retracted", _by_title(f"<b>RETRACTED CHAPTER</b>: {NAMED}")),
    ("retracted", (record(), [], {"id": "https://openalex.org/W1", "is_retracted": True})),
    (
        "retracted",
        (
            record(
                **{
                    "updated-by": [
                        _update("reinstatement", updated={"date-parts": [[2023]]}),
                        _update("retraction"),
                    ]
                }
            ),
            [],
            {},
        ),
    ),
    ("partly-retracted", _by_record("partial_retraction")),
    ("partly-retracted", _by_other("partial_retraction")),
    ("concern", _by_record("expression_of_concern")),
    ("concern", _by_other("expression_of_concern")),
    ("concern", _by_record("expression-of-concern")),
    ("concern", _by_title(f"Expression of Concern: {NAMED}")),
    ("corrected", _by_record("correction")),
    ("corrected", _by_record("corrigendum")),
    ("corrected", _by_other("erratum")),
    ("corrected", _by_record("addendum")),
    ("new-version", _by_record("new_version")),
    ("new-version", _by_other("new_edition")),
    ("new-version", _by_relation("is-replaced-by")),
    ("published", _by_relation("is-preprint-of")),
    # A work that updates itself, and shapes of publishers and of Retraction Watch.
    ("retracted", (record(**{"update-to": [_update("retraction", DOI)]}), [], {})),
    (
        "retracted",
        (
            record(**{"updated-by": [{"label": "Retraction", "DOI": NOTICE, "record-id": "1"}]}),
            [],
            {},
        ),
    ),
    ("retracted", _by_record("crossmark_retraction")),
    (
        "retracted",
        (
            record(
                assertion=[
                    {"name": "received", "value": "1 May 2020", "label": "Received"},
                    {"name": "change_date", "value": "2 May 2024", "label": "Change Date"},
                    {"name": "change_type", "value": "Retraction", "label": "Change Type"},
                    {"name": "change_details", "value": f"See https://doi.org/{NOTICE}"},
                ]
            ),
            [],
            {},
        ),
    ),
    (
        "corrected",
        (
            record(assertion=[{"name": "change_type", "value": "Correction", "order": 6}]),
            [],
            {},
        ),
    ),
    # Two works were made one: what updates it names the DOI that it has now.
    (
        "retracted",
        (
            record(DOI="10.5555/now"),
            [{"DOI": NOTICE, "update-to": [_update("retraction", "10.5555/NOW")]}],
            {},
        ),
    ),
    (
        "is-notice",
        (
            {
                **record(title=[f"Retraction note to: {NAMED}"]),
                "update-to": [_update("retraction", "10.5555/other")],
            },
            [],
            {},
        ),
    ),
)
_TITLES = (
    NAMED,
    "Withdrawn: how employees give up speaking out",
    "Removed from work: a longitudinal study",
    "Retraction and recovery in team learning",
    "Correction as a social practice at the workplace",
    "Concern for colleagues: a diary study",
    "The retracted promise of lifelong learning",
    "Errata in the workplace: learning from mistakes",
    "Retracting and expanding: the pulse of organisations",
    "Corrective feedback: of what use is it?",
)
_SOUND: tuple[Record, ...] = (
    {},
    {"relation": {"has-review": [{"id-type": "doi", "id": NOTICE}]}},
    {"relation": {"has-preprint": [{"id-type": "doi", "id": NOTICE}]}},
    {"relation": {"is-preprint-of": [{"id-type": "doi", "id": DOI}]}},
    {"relation": None},
    {"updated-by": []},
    {"updated-by": None},
    {"updated-by": "retraction"},
    {"updated-by": [_update("retraction"), _update("reinstatement")]},
    {
        "updated-by": [{"type": "comment", "DOI": NOTICE}],
        "assertion": [{"name": "change_type", "value": "Update"}, {"name": "ethics"}, None, "x"],
    },
)
# What the search for who updates a work may also answer: notices about another one.
_OTHERS: tuple[list[Record], ...] = (
    [],
    [{"DOI": NOTICE, "update-to": [_update("retraction", "10.5555/other")]}],
    [{"DOI": NOTICE}],
    [{"DOI": NOTICE, "update-to": [_update("retraction", f"{DOI}.2")]}],
    [{"DOI": NOTICE, "update-to": None}],
)


def sound() -> Iterator[Shape]:
    """Yield five hundred records of works that simply stand."""
    for title, changes, others in product(_TITLES, _SOUND, _OTHERS):
        yield (
            record(title=[title], **changes),
            others,
            {"id": "https://openalex.org/W1", "is_retracted": False},
        )
