"""What a build left is believed only when nothing about it is off; else it is made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2
import pytest

from kennisbank.kept_content import read_kept, write_kept
from kennisbank.kept_files import kept_file
from kennisbank.pages.compiled_templates import CompiledTemplates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME, LARGEST = "iets", 1_000
CONTENT = b"wat een build naliet"


def kept(root: Path) -> Path:
    """Return the file in which a content is kept, with that content."""
    write_kept(root, NAME, CONTENT)
    file = kept_file(root, NAME)
    assert file
    return file


def test_what_was_kept_is_read(tmp_path: Path) -> None:
    """By the same generator, for the same library; another library has nothing."""
    kept(tmp_path)

    assert read_kept(tmp_path, NAME, LARGEST) == CONTENT
    assert read_kept(tmp_path / "anders", NAME, LARGEST) is None


def linked(file: Path) -> None:
    """Put a link in the place of a file, to the same content."""
    file.rename(file.with_suffix(".elsewhere"))
    file.symlink_to(file.with_suffix(".elsewhere"))


def replaced(file: Path) -> None:
    """Put a folder in the place of a file."""
    file.unlink()
    file.mkdir()


SPOILERS: dict[str, Callable[[Path], object]] = {
    "gone": lambda file: file.unlink(),
    "empty": lambda file: file.write_bytes(b""),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "longer": lambda file: file.write_bytes(file.read_bytes() + b"x"),
    "one bit": lambda file: file.write_bytes(file.read_bytes().replace(b"build", b"built")),
    "other seal": lambda file: file.write_bytes(b"\0" * 32 + CONTENT),
    "writable by all": lambda file: file.chmod(0o666),
    "a link": linked,
    "a folder": replaced,
    "too large": lambda file: file.write_bytes(file.read_bytes() + b"x" * LARGEST),
}


@pytest.mark.parametrize("spoil", SPOILERS.values(), ids=SPOILERS)
def test_what_is_off_is_as_good_as_none(spoil: Callable[[Path], object], tmp_path: Path) -> None:
    """Damaged, cut off, not ours alone, or made by another version."""
    spoil(kept(tmp_path))

    assert read_kept(tmp_path, NAME, LARGEST) is None


def test_a_folder_that_cannot_be_written_to_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is bothered: the next build is slower."""
    (tmp_path / "vol").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "vol"))
    write_kept(tmp_path / "library", NAME, CONTENT)

    assert read_kept(tmp_path / "library", NAME, LARGEST) is None
    assert [path.name for path in tmp_path.iterdir()] == ["vol"]


def test_compiled_templates_are_there_for_the_next_build(tmp_path: Path) -> None:
    """It compiles nothing that the first one compiled, and a changed text is compiled anew."""
    counts = []
    for text in ("{{ 1 + 1 }}", "{{ 1 + 1 }}", "{{ 1 + 2 }}"):
        templates = CompiledTemplates()
        templates.remember(tmp_path)
        before = templates.count
        loader = jinja2.DictLoader({"som": text})
        environment = jinja2.Environment(loader=loader, bytecode_cache=templates, autoescape=True)
        counts.append((environment.get_template("som").render(), templates.count - before))
        templates.keep(tmp_path)

    assert counts == [("2", 1), ("2", 0), ("3", 1)]


def test_damaged_templates_are_compiled_again(tmp_path: Path) -> None:
    """A build does not stop for what another one left."""
    write_kept(tmp_path, CompiledTemplates.file, b"geen code")
    templates = CompiledTemplates()
    templates.remember(tmp_path)

    assert templates.count == 0
