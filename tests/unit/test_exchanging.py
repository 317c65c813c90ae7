"""A folder takes the place of another, also when the program is stopped anywhere."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from kennisbank import exchanging
from kennisbank.exchanging import beside, bring_back, put_in_place

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FILES = 20
# Builds the folder again and again, each time with its own number in every file.
BUILDING = f"""
import sys
from itertools import count
from pathlib import Path
from kennisbank.exchanging import beside, bring_back, put_in_place
place = Path(sys.argv[1])
for number in count():
    bring_back(place)
    new = beside(place)
    new.mkdir()
    for name in range({FILES}):
        (new / str(name)).write_text(str(number))
    put_in_place(place)
    print(flush=True)
"""


def write(folder: Path, text: str) -> None:
    """Make a folder with one file."""
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")


def cannot_exchange(one: Path, other: Path) -> bool:
    """Answer as a system without the call."""
    return False


def test_the_new_folder_is_there_and_nothing_else(tmp_path: Path) -> None:
    """The first time there is no old one; a link to the folder stays a link."""
    place, link = tmp_path / "site", tmp_path / "link"
    for text in ("eerst", "toen"):
        write(beside(place), text)
        put_in_place(place)
        assert (place / "index.html").read_text(encoding="utf-8") == text
    link.symlink_to(place)
    write(beside(place), "later")
    put_in_place(link)

    assert (place / "index.html").read_text(encoding="utf-8") == "later"
    assert {path.name for path in tmp_path.iterdir()} == {"site", "link"}


def test_a_system_that_cannot_exchange_uses_a_second_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped between the two names, the old folder comes back at the next start."""
    monkeypatch.setattr(exchanging, "_exchange", cannot_exchange)
    place = tmp_path / "site"
    write(place, "oud")
    write(beside(place), "nieuw")
    put_in_place(place)
    assert (place / "index.html").read_text(encoding="utf-8") == "nieuw"
    place.rename(tmp_path / ".site.old.new")
    write(beside(place), "half")
    bring_back(place)

    assert (place / "index.html").read_text(encoding="utf-8") == "nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_thirty_kills_leave_a_whole_folder(tmp_path: Path) -> None:
    """All files in it are of one build, whenever the builder was killed."""
    place = tmp_path / "site"
    for _ in range(30):
        builder = subprocess.Popen(
            [sys.executable, "-c", BUILDING, str(place)], stdout=subprocess.PIPE
        )
        # However slow the machine is, it is building by now.
        assert builder.stdout
        builder.stdout.readline()
        time.sleep(random.random() / 50)  # noqa: S311 - a moment is no secret
        builder.kill()
        builder.communicate()
        texts = [path.read_text(encoding="utf-8") for path in place.iterdir()]
        assert len(texts) == FILES
        assert len(set(texts)) == 1
