"""What was published once is there for ever: addresses.txt only grows, and each line answers."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from kennisbank.build import build_site
from our_kinds import KINDS
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.build
LIST = REPOSITORY / "addresses.txt"
# Files that other programs ask for again and again.
FOR_PROGRAMS = ("data/v1/*", "volgen/**/*.xml")
# A contributor adds these; `make renew` puts them in the list before a release.
GROWING = (*(f"{kind.address}/" for kind in KINDS), "bronnen/", "onderwerpen/", "volgen/")
RETIRED = """\
begrippen/oud/:
  title: Oud & <b>weg</b>
  why: Er was geen bron voor.
  see: begrippen/leercultuur/
"""


def published(site: Path) -> set[str]:
    """Return every address of a site that others may keep."""
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    files = {path for pattern in FOR_PROGRAMS for path in site.glob(pattern)}
    found = {f"{page}/" for page in pages if page != "."}
    return found | {path.relative_to(site).as_posix() for path in files if path.is_file()}


def listed() -> list[str]:
    """Return the lines of the list."""
    return LIST.read_text(encoding="utf-8").splitlines() if LIST.exists() else []


def test_every_published_address_answers(built_site: Path) -> None:
    """It is a page, leads to one, or says why it is gone; `make renew` adds what is new."""
    if os.environ.get("UPDATE_EXPECTED"):
        lines = sorted({*listed(), *published(built_site)})
        LIST.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    now = published(built_site)
    new = sorted(now - set(listed()))

    assert [one for one in listed() if one not in now] == []
    assert [one for one in new if not one.startswith(GROWING)] == []
    assert listed() == sorted(set(listed()))


def test_no_line_ever_left_the_list() -> None:
    """As far as the history goes that git has here, each address is still in the list."""
    command = ["git", "log", "--format=", "--unified=0", "-p", "--", LIST.name]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    gone = {
        line[1:]
        for line in done.stdout.splitlines()
        if line.startswith("-") and not line.startswith("---")
    }

    assert sorted(gone - set(listed())) == []


def test_a_retired_address_says_why_and_where_to_go(tmp_path: Path) -> None:
    """Only data files name it; it asks not to be indexed, and its text is only text."""
    (tmp_path / "terms").mkdir()
    term = "title: Leercultuur\nsummary: Een.\nreviewed: 2026-01-01\n"
    term += "redirect_from: [leren]\ndefinition: Een.\n"
    (tmp_path / "terms" / "leercultuur.yml").write_text(term, encoding="utf-8")
    (tmp_path / "retired.yml").write_text(RETIRED, encoding="utf-8")
    site = build_site(tmp_path)
    html = site.files.pop("begrippen/oud/index.html").decode()
    elsewhere = [path for path, content in site.files.items() if b"begrippen/oud" in content]

    assert "<h1>Oud &amp; &lt;b&gt;weg&lt;/b&gt;</h1>" in html
    assert "Er was geen bron voor." in html
    assert '<a href="../leercultuur/">Leercultuur</a>' in html
    assert '<a href="../../zoeken/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert [page.address for page in site.pages if "begrippen/oud" in page.html] == []
    # Programs that kept the address read why it is gone.
    assert elsewhere == [
        f"data/v1/{name}" for name in ("library.json", "retired.json", "retired.csv")
    ]
    assert site.files["data/v1/retired.csv"].decode().splitlines() == [
        '"address","title","why","see"',
        '"begrippen/oud/","Oud & <b>weg</b>","Er was geen bron voor.","begrippen/leercultuur/"',
    ]
    assert (
        json.loads(site.files["data/v1/retired.json"])["retired"][0]["see"]
        == "begrippen/leercultuur/"
    )
    # A selection that somebody shared under an old name finds the entry as well.
    moved = site.files["assets/selection/term/leren.js"].decode()
    assert moved == 'kennisbankSelection.receive("term:leren",{"moved":"term:leercultuur"})\n'
