"""One cause gives one problem, and all problems come in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from library_files import problems_in, write_files

if TYPE_CHECKING:
    from pathlib import Path

TERM = """\
title: Reflectie
summary: Terugkijken.
reviewed: 2026-01-01
definition: Terugkijken [@jansen2020].
see_also: [leercultuur]
"""
OTHER = TERM.replace("Reflectie", "Leercultuur").replace("[leercultuur]", "[reflectie]")
BIB = "@book{jansen2020,\n  title = {Leren},\n}\n"


WRONG = ["leercultuur.yml wrong-type"]
FUTURE = ["leercultuur.yml future-date"]


def codes(root: Path, files: dict[str, str]) -> list[str]:
    """Return file and code of each problem of a library of two terms, by place."""
    files = {
        "terms/reflectie.yml": TERM,
        "terms/leercultuur.yml": OTHER,
        "references.bib": BIB,
    } | files
    found = problems_in(write_files(root, files))
    return [f"{problem.location.path.name} {problem.code}" for problem in found]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, []),
        *(
            ({"terms/leercultuur.yml": OTHER.replace("Leercultuur", sign)}, WRONG)
            for sign in ("'~'", "'null'", "NULL", "…", "'-'", "'🙂 !'")
        ),
        *(
            ({"docs/over.md": f"---\ntitle: {sign}\ndescription: x\n---\n"}, ["over.md page-head"])
            for sign in ("'~'", "'null'", "…", "'-'")
        ),
        *(
            (
                {"retired.yml": f"begrippen/oud/:\n  title: {sign}\n  why: Het is oud.\n"},
                ["retired.yml bad-retired"],
            )
            for sign in ("'~'", "'null'", "…", "'-'")
        ),
        *(
            ({"references.bib": BIB.replace("Leren", sign)}, ["references.bib source-field"])
            for sign in ("…", "---", "?")
        ),
        *(
            ({"terms/leercultuur.yml": OTHER.replace("2026-01-01", day)}, FUTURE)
            for day in ("2027-01-03", "2062-01-01", "2099-12-31")
        ),
        *(
            (
                {
                    "terms/leercultuur.yml": OTHER
                    + f"changed:\n  - {{day: {day}, note: Iets anders.}}\n"
                },
                expected,
            )
            for day, expected in (("2026-02-01", []), ("2028-02-01", FUTURE))
        ),
        *(
            (
                {"references.bib": BIB.replace("},\n}", f"}},\n  {field},\n}}")},
                ["references.bib future-date"],
            )
            for field in (
                "year = {2028}",
                "year = 2203",
                "date = {2030-05}",
                "urldate = {2026-03-01}",
            )
        ),
        *(
            ({"references.bib": BIB.replace("},\n}", f"}},\n  {field},\n}}")}, [])
            for field in ("year = {2027}", "year = {2019–2026}", "date = {1999-05-03}")
        ),
        ({"terms/leercultuur.yml": "title: [open"}, ["leercultuur.yml yaml-syntax"]),
        ({"terms/con.yml": TERM.replace("Reflectie", "Kritiek")}, ["con.yml bad-id"]),
        (
            {"references.bib": "@book{jansen2020,\n  title = {Leren}\n  year = {2020},\n}\n"},
            ["references.bib bib-syntax"],
        ),
        (
            {"references.bib": "@book{jansen2020\n  title = {Leren},\n}\n"},
            ["references.bib bib-syntax"],
        ),
        (
            {"terms/leercultuur.yml": OTHER.replace("summary:", "sumary:")},
            ["leercultuur.yml unknown-field"],
        ),
        (
            {"terms/leercultuur.yml": OTHER.replace("summary:", "samenvatting:")},
            ["leercultuur.yml unknown-field"],
        ),
        (
            {"terms/leercultuur.yml": OTHER.replace("Terugkijken.", "")},
            ["leercultuur.yml empty-field"],
        ),
        (
            {"terms/leercultuur.yml": OTHER.replace("[reflectie]", "[reflectje]")},
            ["leercultuur.yml broken-link"],
        ),
        (
            {"terms/leercultuur.yml": OTHER.replace("[reflectie]", "[Re flectie]")},
            ["leercultuur.yml broken-link"],
        ),
        (
            {"terms/leercultuur.yml": OTHER.replace("[reflectie]", "[leercultuur]")},
            ["leercultuur.yml self-link"],
        ),
        (
            {"terms/leercultuur.yml": OTHER.replace("2026-01-01", "gisteren")},
            ["leercultuur.yml wrong-type"],
        ),
    ],
)
def test_one_mistake_gives_one_problem(
    tmp_path: Path, files: dict[str, str], expected: list[str]
) -> None:
    """Whoever names a file or source that is broken is not blamed, too."""
    assert expected == codes(tmp_path, files)


def test_all_mistakes_of_all_files_come_in_one_run_by_place(tmp_path: Path) -> None:
    """A person mends everything at once."""
    files = {
        "terms/reflectie.yml": TERM.replace("jansen2020", "weg").replace("2026-01-01", "ooit"),
        "terms/leercultuur.yml": OTHER.replace("reflectie", "weg"),
        "terms/kapot.yml": "a: b: c",
        "terms/extra.txt": "",
    }

    assert codes(tmp_path, files) == [
        "extra.txt bad-file",
        "kapot.yml yaml-syntax",
        "leercultuur.yml broken-link",
        "reflectie.yml wrong-type",
        "reflectie.yml unknown-citation",
    ]
