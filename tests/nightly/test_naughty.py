"""No string, however odd, stops the program, hides in a report or spoils what we write."""

from __future__ import annotations

import json
import sys
import unicodedata
from functools import partial
from itertools import cycle
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
import rispy
from markupsafe import escape

from fuzz_targets import BIB, TARGETS, reported
from kennisbank.checks import check_library
from kennisbank.cli import main
from kennisbank.fields.types import FieldType, GroupType, ReadType
from kennisbank.fields.validation import validate
from kennisbank.invisible_characters import HIDDEN
from kennisbank.library.library import EntryFile, Library
from kennisbank.library.loading import load_library
from kennisbank.outputs.data import source_files
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.routes import routes
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.formats.bibtex import latex_text
from kennisbank.sources.source import Bibliography
from kennisbank.sources.works import works_of
from naughty import FREE, NAUGHTY, as_yaml, filled
from our_kinds import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from markupsafe import Markup

    from kennisbank.fields.base import Entry
    from kennisbank.sources.csl_item import CslItem

SHOWN = [text for text in NAUGHTY if text.strip() and not HIDDEN.search(text)]
BOOK = """@book{{a, author = {{{}}}, title = {{{}}}, year = {{{}}}, doi = {{{}}}, url = {{{}}},
pages = {{{}}}, edition = {{{}}}, studydesign = {{{}}}, langid = {{{}}}, crossref = {{{}}}}}"""
# Where a string can stand in what each reader reads.
PLACES = {
    "entry": ["{}", "title: {}", "title: '{}'", "title: >-\n  {}\n", "{}: x"],
    "page": ["{}", "---\ntitle: {}\ndescription: x\n---\n\n{}"],
    "bibliography": [BOOK],
    "prose": ["{}", "- {}\n- {}", "Zo [@{}] en [x]({}) in [[term:{}|{}]]."],
    "mentions": ["{}"],
    "fields": ["{}", "10.1000/{}", "https://doi.org/10.1000/{}", "{} and {}", "\\url{{{}}}"],
}


def as_bytes(text: str) -> bytes:
    """Return text as a file could hold it, half characters included."""
    return text.encode("utf-8", "surrogatepass")


def same(text: str, _: FieldType) -> str:
    """Return the text, whatever the form of a field."""
    return text


def can_be_typed(text: str) -> bool:
    """Return whether a system can hand the text to a program."""
    return "\0" not in text and "\ud800" not in text


def unformatted(_: CslItem, letter: str) -> Markup:
    """Return no reference: it takes long, and the exports have no use for it."""
    return escape(letter)


@pytest.mark.parametrize("name", TARGETS)
def test_each_reader_takes_any_string_in_any_place(name: str) -> None:
    """A reader ends with values or with problems that can be shown, and keeps its promises."""
    for text in NAUGHTY:
        for place in PLACES[name]:
            TARGETS[name](as_bytes(place.replace("{}", "\0").format().replace("\0", text)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_each_field_of_each_kind_takes_any_string(kind: type[Entry]) -> None:
    """Every field at once, of every form: the entry is made or its faults are told."""
    every = frozenset(FieldType.__subclasses__()) | frozenset(ReadType.__subclasses__()) - {
        ReadType,
        GroupType,
    }
    for text in NAUGHTY:
        value = json.loads(json.dumps(filled(kind, partial(same, text), every)))
        entry, faults = validate(kind, value)

        assert (entry is None) == bool(faults)


def test_a_library_of_them_is_checked_and_reported() -> None:
    """All checks run over entries of which every text is naughty; the report shows it safely."""
    texts = cycle(SHOWN)
    files = {}
    for kind in KINDS:
        for number in range(60):
            path = PurePosixPath(kind.folder, f"n{number}.yml")
            document, problems = read_yaml(path, as_yaml(filled(kind, lambda _: next(texts), FREE)))
            reported(problems, "")
            if document:
                entry, faults = validate(kind, document.value)
                file = EntryFile(kind, path.stem, document, entry, faults)
                files[file.key] = file
    found = check_library(Library(KINDS, files, frozenset(), Bibliography({})))

    assert len(files) > 400
    assert found
    reported(found, "")


def test_other_programs_read_back_what_they_hold() -> None:
    """A work with each string as title and publisher goes out as RIS, BibTeX and JSON, and back."""
    bib = "".join(
        f"@book{{n{n},\n  title = {{{latex_text(text)}}},\n  publisher = {{{latex_text(text)}}},\n"
        f"  author = {{{{{latex_text(text)}}}}},\n}}\n"
        for n, text in enumerate(SHOWN)
    )
    bibliography, problems = read_bibtex(BIB, bib)
    works = works_of(bibliography.sources, unformatted)
    files = source_files(Library(KINDS, {}, frozenset(), bibliography), works)
    again, more = read_bibtex(BIB, files[f"{routes().LIBRARY_PATH}.bib"].decode())
    titles = {f"n{n}": " ".join(text.split()) for n, text in enumerate(SHOWN)}
    expected = {key: unicodedata.normalize("NFC", title) for key, title in titles.items()}

    assert problems == more == []
    assert {key: work.item.get("title", "") for key, work in works.items()} == expected
    assert {key: csl_item(one).get("title", "") for key, one in again.sources.items()} == expected
    read = {
        one["id"]: one["title"]
        for one in rispy.loads(files[f"{routes().LIBRARY_PATH}.ris"].decode())
    }
    assert read == expected
    rows = json.loads(files[f"{routes().LIBRARY_PATH}.json"])
    assert {row["id"]: row["title"] for row in rows} == expected


@pytest.mark.parametrize("command", [["cite"], ["check"], ["new", "term"], ["references"]])
def test_each_command_takes_any_string(
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What a person pastes is used or refused, and never obeyed by the terminal."""
    root, made = tmp_path / "library", tmp_path / "made"
    for folder in (root, made):
        (folder / "terms").mkdir(parents=True)
    monkeypatch.chdir(root)
    for number, text in enumerate(filter(can_be_typed, NAUGHTY)):
        monkeypatch.setattr(sys, "argv", ["kennisbank", *command, "--", text])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()

        assert left.value.code in {None, 0, 1, 2}
        assert not HIDDEN.search(said.out + said.err)
        if number % 20 == 0:
            keep(root, made)
    keep(root, made)
    assert {path.name for path in tmp_path.iterdir()} == {"library", "made"}
    assert {path.name for path in root.iterdir()} <= {"terms"}
    # What was made of a title can be read: each waits for its author, and nothing else is wrong.
    _, problems = load_library(made)
    assert problems == []


def keep(root: Path, made: Path) -> None:
    """Take the entries out of a library: each command reads all that are there."""
    for path in (root / "terms").iterdir():
        path.rename(made / "terms" / path.name)
