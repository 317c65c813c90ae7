"""A file is written in the folder that was opened, whatever others do with its name meanwhile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from kennisbank.atomic import NotWrittenError, editing, is_leftover, replace_file
from swapping import SWAPPING

if TYPE_CHECKING:
    from pathlib import Path

FILE = PurePosixPath("terms/begrip.yml")


def names(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return sorted(one.name for one in folder.iterdir())


def test_a_folder_that_becomes_a_link_in_between_leads_nowhere(tmp_path: Path) -> None:
    """Of 2,000 writes while the folder changes, none arrives behind the link."""
    root, elsewhere = tmp_path / "library", tmp_path / "elders"
    (root / "terms").mkdir(parents=True)
    elsewhere.mkdir()
    (root / "link").symlink_to(elsewhere)
    command = [sys.executable, "-c", SWAPPING, str(root / "terms"), str(root / "link")]
    refused = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE) as swapping:
        assert swapping.stdout
        swapping.stdout.readline()
        for number in range(2000):
            try:
                replace_file(root, FILE, str(number).encode())
            except NotWrittenError:
                refused += 1
        assert swapping.poll() is None
        swapping.kill()

    assert list(elsewhere.iterdir()) == []
    assert 0 < refused < 2000


def test_the_root_itself_may_be_reached_through_a_link(tmp_path: Path) -> None:
    """Where somebody keeps a library is up to that person."""
    (tmp_path / "echt").mkdir()
    (tmp_path / "link").symlink_to("echt")
    replace_file(tmp_path / "link", FILE, b"tekst")

    assert (tmp_path / "echt" / FILE).read_bytes() == b"tekst"


def test_a_file_is_made_only_where_nothing_is(tmp_path: Path) -> None:
    """A link that leads nowhere is something, and is not followed."""
    with editing(tmp_path, lambda: None) as edit:
        edit.create(FILE, b"een")
        (tmp_path / "terms" / "link.yml").symlink_to(tmp_path / "elders.yml")
        for path in (FILE, PurePosixPath("terms/link.yml")):
            with pytest.raises(FileExistsError):
                edit.create(path, b"twee")

    assert (tmp_path / FILE).read_bytes() == b"een"
    assert names(tmp_path / "terms") == ["begrip.yml", "link.yml"]
    assert not (tmp_path / "elders.yml").exists()


def test_when_one_of_many_files_is_refused_none_is_changed(tmp_path: Path) -> None:
    """All are written beside their places before the first takes its place."""
    (tmp_path / "a.yml").write_bytes(b"oud")
    (tmp_path / "b.yml").symlink_to("a.yml")
    files = {PurePosixPath(name): b"nieuw" for name in ("a.yml", "b.yml")}
    with editing(tmp_path, lambda: None) as edit, pytest.raises(NotWrittenError) as told:
        edit.replace(files)

    assert str(told.value).startswith("b.yml is een verwijzing (symlink) naar een andere plaats.")
    assert (tmp_path / "a.yml").read_bytes() == b"oud"
    assert names(tmp_path) == ["a.yml", "b.yml"]


def test_a_long_name_leaves_room_for_the_random_part(tmp_path: Path) -> None:
    """A name of as many bytes as a system allows can be written, too."""
    path = PurePosixPath("é" * 127)
    replace_file(tmp_path, path, b"tekst")

    assert names(tmp_path) == [path.name]


def test_only_names_of_our_own_are_leftovers() -> None:
    """What editors and other programs leave is told as what it is."""
    assert is_leftover(".oud.yml.0123456789abcdef.new")
    for name in (".oud.yml.new", "oud.yml.0123456789abcdef.new", ".DS_Store", ".oud.yml.swp"):
        assert not is_leftover(name)
