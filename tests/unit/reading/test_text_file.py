"""Which files are read at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path, PurePosixPath

from kennisbank.problems import Problem
from kennisbank.reading.text_file import read_text
from swapping import SWAPPING

PATH = PurePosixPath("a.yml")


def test_a_text_file_is_read(tmp_path: Path) -> None:
    """UTF-8 text comes back as it is."""
    (tmp_path / "a.yml").write_text("één", encoding="utf-8")

    assert read_text(tmp_path, PATH) == "één"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """A symbolic link could show a file from elsewhere."""
    (tmp_path / "b").write_text("geheim", encoding="utf-8")
    (tmp_path / "a.yml").symlink_to(tmp_path / "b")

    assert "bad-file: is geen gewoon bestand." in str(read_text(tmp_path, PATH))


def test_a_file_of_another_kind_is_named_for_what_it_is(tmp_path: Path) -> None:
    """UTF-16 and the line ends of an old Mac are one problem each, with a remedy that works."""
    (tmp_path / "a.yml").write_bytes("één".encode("utf-16"))
    assert str(read_text(tmp_path, PATH)).endswith("maar UTF-16. Bewaar het opnieuw als UTF-8.")
    (tmp_path / "a.yml").write_bytes(b"a: b\rc: d\r")
    assert "met gewone regeleinden." in str(read_text(tmp_path, PATH))
    (tmp_path / "a.yml").write_text("a\u200bb\n\nc\u00add\u2060", encoding="utf-8")
    assert "(U+200B)" in str(read_text(tmp_path, PATH))
    assert str(read_text(tmp_path, PATH)).endswith("Er staat er ook een op regel 3.")


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    """A named pipe is refused before it is opened."""
    os.mkfifo(tmp_path / "a.yml")

    assert "bad-file: is geen gewoon bestand." in str(read_text(tmp_path, PATH))


def test_a_file_that_becomes_a_link_in_between_is_not_followed(tmp_path: Path) -> None:
    """Of 2,000 reads while a file and a link change places, none shows what the link leads to."""
    (tmp_path / "a.yml").write_text("eigen", encoding="utf-8")
    (tmp_path / "geheim").write_text("geheim", encoding="utf-8")
    (tmp_path / "link").symlink_to("geheim")
    places = [str(tmp_path / name) for name in ("a.yml", "link")]
    with subprocess.Popen(
        [sys.executable, "-c", SWAPPING, *places], stdout=subprocess.PIPE
    ) as swapping:
        assert swapping.stdout
        swapping.stdout.readline()
        found = {str(read_text(tmp_path, PATH)) for _ in range(2000)}
        assert swapping.poll() is None
        swapping.kill()

    assert "eigen" in found
    assert len(found) > 1
    assert "geheim" not in found


def test_a_folder_and_a_missing_file_are_problems(tmp_path: Path) -> None:
    """Neither is an exception."""
    (tmp_path / "a.yml").mkdir()

    assert isinstance(read_text(tmp_path, PATH), Problem)
    assert isinstance(read_text(tmp_path, PurePosixPath("weg.yml")), Problem)


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    """The limit is checked before anything is read."""
    (tmp_path / "a.yml").write_text("a" * 300_000, encoding="utf-8")

    assert "too-large: is groter dan 256 kB." in str(read_text(tmp_path, PATH))


def test_another_encoding_is_refused_at_the_first_letter(tmp_path: Path) -> None:
    """A file from an old Windows program has the place of its first accent."""
    (tmp_path / "a.yml").write_bytes("a: b\nc: caf\u00e9\n".encode("cp1252"))

    assert str(read_text(tmp_path, PATH)).startswith("a.yml:2:7: bad-file: is geen UTF-8-tekst.")
