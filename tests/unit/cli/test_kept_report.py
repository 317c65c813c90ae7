"""A check tells again what it told when nothing changed, and looks at all when anything did."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest

from changing import CHANGES, changing_library
from commanding import run
from generated import write_small_library
from kennisbank.cli.checking import checked
from kennisbank.cli.kept_report import FILE, KeptReport
from kennisbank.config.configuration import kinds_of
from kennisbank.kept_files import kept_file
from kennisbank.messages import speaking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kennisbank.problems import Problem

SETTINGS = """\
site_name: !ENV [NAAM, Proef]
plugins: [kennisbank]
theme: {name: material}
"""
FAULT = "references.bib", "@book{los, title = {Niemand}, year = {2001}}\n"


def append(root: Path, name: str, text: str) -> None:
    """Put a text behind a file."""
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(text)


def earlier(root: Path) -> list[Problem] | None:
    """Return what a check would tell again."""
    return KeptReport(root, language=False).problems()


def fresh(root: Path) -> list[Problem]:
    """Return what a check finds that believes nothing, and leave it for the next one."""
    return checked(root, KeptReport(root, language=False), language=False)


def library(root: Path) -> Path:
    """Write a small library, with something to tell of it, and check it."""
    write_small_library(root)
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    append(root, *FAULT)
    fresh(root)
    return root


def test_each_sort_of_change_is_seen(tmp_path: Path) -> None:
    """Whatever is told again is what a check finds now, and without a change it is told again."""
    changing = changing_library(tmp_path, 4)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    seen = set()
    for name, change in CHANGES.items():
        fresh(tmp_path)
        before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
        change(changing)
        told = earlier(tmp_path)
        if {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before:
            continue
        assert told is None, name
        found = fresh(tmp_path)
        assert earlier(tmp_path) == found, name
        seen |= {one.code for one in found}

    assert len(seen) > 3


def reported(root: Path, *options: str) -> tuple[int, str]:
    """Return what a check says, and how it ends."""
    done = run("check", *options, root)
    return done.exit_code, done.output


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_it_is_told_to_the_byte(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In each form, and with the same end."""
    root = library(tmp_path)
    again = [reported(root, "--format", form, "--strict") for _ in range(2)]
    assert earlier(root)
    monkeypatch.setenv("KENNISBANK_CACHE", "off")

    assert again == [reported(root, "--format", form, "--strict")] * 2
    assert again[0][0] == 1
    assert "unused-source" in again[0][1]


def test_advice_on_language_is_kept_by_itself(tmp_path: Path) -> None:
    """Who asks for no advice gets none, whatever was asked before."""
    root = library(tmp_path)
    plain, advised = reported(root), reported(root, "--language")

    assert (reported(root), reported(root, "--language")) == (plain, advised)
    assert plain != advised


def test_the_language_of_the_library_is_spoken_again(tmp_path: Path) -> None:
    """Also where it is written so that only a reader of YAML finds it."""
    root = library(tmp_path / "nl")
    assert run("init", "--language", "en", "--preset", "glossary", tmp_path / "en").exit_code == 0
    text = (tmp_path / "en" / "kennisbank.yml").read_text("utf-8")
    (root / "kennisbank.yml").write_text(text.replace("language: en", '"language": "en"'), "utf-8")

    told = reported(root)
    with speaking("nl"):
        assert earlier(root) is not None

    assert reported(root) == told
    assert "warning" in told[1]


@pytest.mark.parametrize("spoilt", [b"", b"half", b"x" * 3_000_000])
def test_what_was_kept_is_made_again_when_it_is_damaged(tmp_path: Path, spoilt: bytes) -> None:
    """Without a word."""
    root = library(tmp_path)
    told = reported(root)
    file = kept_file(root, FILE)
    assert file
    whole = file.read_bytes()
    file.write_bytes(spoilt or whole[:-7])

    assert earlier(root) is None
    assert reported(root) == told
    assert file.read_bytes() == whole


def test_what_is_written_during_a_check_is_not_kept(tmp_path: Path) -> None:
    """The check may have read the other text."""
    root = library(tmp_path)
    kept = KeptReport(root, language=False)
    folders = [kind.folder for kind in kinds_of(root)]
    append(root, "methods/methode-1.yml", "# Een opmerking.\n")
    kept.look(folders)
    append(root, "methods/methode-1.yml", "# Nog een.\n")
    kept.keep([], folders)

    assert earlier(root) is None


@pytest.mark.parametrize(
    "setting",
    [
        "hooks: [haak.py]",
        "watch: [elders]",
        "INHERIT: ../mkdocs.yml",
        "docs_dir: ../docs",
        "plugins: [kennisbank, search]",
        "theme: {name: material, custom_dir: ../eigen}",
        "theme: [",
    ],
)
def test_of_settings_that_lead_elsewhere_nothing_is_kept(tmp_path: Path, setting: str) -> None:
    """What is there may change without a change of the library."""
    root = library(tmp_path)
    name = setting.partition(":")[0]
    rows = [row for row in SETTINGS.splitlines() if row.partition(":")[0] != name]
    assert earlier(root) is not None
    (root / "mkdocs.yml").write_text("\n".join([*rows, setting]), "utf-8")
    fresh(root)

    assert earlier(root) is None


def another_day(patch: pytest.MonkeyPatch) -> None:
    """Let it be later."""
    patch.setattr("kennisbank.cli.kept_report.this_day", lambda: date(2031, 1, 1))


def another_package(patch: pytest.MonkeyPatch) -> None:
    """Let other packages be there."""
    patch.setattr(sys, "path", [one for one in sys.path if not one.endswith("-packages")])


def another_generator(patch: pytest.MonkeyPatch) -> None:
    """Let it be another version."""
    patch.setattr("kennisbank.ingredients.package_digest", lambda: b"another")


OUTSIDE: dict[str, Callable[[pytest.MonkeyPatch], object]] = {
    "the day": another_day,
    "packages": another_package,
    "the generator": another_generator,
    "a setting of ours": lambda patch: patch.setenv("KENNISBANK_OFFLINE", "1"),
    "a variable that the settings name": lambda patch: patch.setenv("NAAM", "Anders"),
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_so_is_what_is_no_file_of_the_library(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told may follow from it."""
    root = library(tmp_path)
    assert earlier(root) is not None
    OUTSIDE[name](monkeypatch)

    assert earlier(root) is None


def test_all_that_a_check_reads_is_looked_at(tmp_path: Path) -> None:
    """Python tells of each file that it opens; one that nobody looks at would go stale."""
    root = library(tmp_path)
    for name in ("synonyms.yml", "retired.yml", "rating.yml", "addresses.txt", "docs/x.svg"):
        (root / name).touch()
    (root / "elders").mkdir()
    (root / "elders" / "methode.yml").touch()
    read: set[str] = set()
    listens = True

    def listen(event: str, given: tuple[object, ...]) -> None:
        if listens and event == "open" and isinstance(given[0], str | os.PathLike):
            read.add(os.path.basename(given[0]))  # noqa: PTH119 - folders are opened step by step

    sys.addaudithook(listen)
    # A link of which only the whole site tells whether it is dead.
    append(root, "docs/index.md", "\n[Weg](weg/#hier)\n")
    kept = KeptReport(root, language=True)
    checked(root, kept, language=True)
    listens = False
    known = {PurePath(path).name for path in kept.ingredients.paths()}
    ours = {path.name for path in root.rglob("*") if path.is_file()}

    assert {"methode-1.yml", "references.bib", "index.md", "methode.yml", "mkdocs.yml"} <= read
    assert read & ours <= known


@pytest.mark.parametrize("name", ["mkdocs.yml", "kennisbank.yml", "rating.yml", "methods/x.yml"])
def test_nobody_waits_for_a_pipe(tmp_path: Path, name: str) -> None:
    """Somebody may have sent one in the place of a file; it is told each time."""
    root = library(tmp_path)
    (root / name).unlink(missing_ok=True)
    os.mkfifo(root / name)
    told = reported(root)

    assert name in told[1]
    assert reported(root) == told
