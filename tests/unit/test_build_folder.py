"""A folder takes its place whole, and never where something stands that is not ours."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kennisbank import build_folder
from kennisbank.build_folder import MANIFEST, BuildFolderError, Place, begin

FILES = 20
# Builds a folder again and again, each time with its own number in every file.
BUILDING = f"""
import sys
from pathlib import Path
from kennisbank.build_folder import Place, begin
place, first = Path(sys.argv[1]), int(sys.argv[2])
for number in range(first, first + 1_000_000):
    folder = begin(Place(place, place.parent), lambda _: None)
    for name in range({FILES}):
        (folder.path / str(name)).write_text(str(number))
    folder.publish()
    print(flush=True)
"""
# Takes the lock and keeps it.
HOLDING = """
import sys, time
from pathlib import Path
from kennisbank.build_folder import Place, begin
place = Path(sys.argv[1])
folder = begin(Place(place, place.parent), lambda _: None)
print(flush=True)
time.sleep(60)
"""


def build(place: Path, text: str, root: Path | None = None) -> None:
    """Put a folder with one file in a place."""
    folder = begin(Place(place, root or place.parent), no_waiting)
    (folder.path / "index.html").write_text(text, encoding="utf-8")
    folder.publish()


def no_waiting(message: str) -> None:
    """Fail: nobody else is building."""
    raise AssertionError(message)


def refusal_of(place: Path, root: Path) -> str:
    """Return why a place is refused."""
    with pytest.raises(BuildFolderError) as refused:
        begin(Place(place, root, kept=frozenset(["methods"])), no_waiting)
    return str(refused.value)


def cannot_exchange(one: Path, other: Path) -> bool:
    """Answer as a system without the call."""
    return False


def stopped_between(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish a site, and be stopped when the old one has gone and the new one is not there yet."""
    rename = Path.rename

    def rename_until_the_new_one(path: Path, target: Path) -> Path:
        if path.suffix == ".new":
            raise KeyboardInterrupt
        return rename(path, target)

    folder = begin(Place(root / "site", root), no_waiting)
    (folder.path / "index.html").write_text("later", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", rename_until_the_new_one)
        try:
            folder.publish()
        finally:
            folder._lock.release()  # noqa: SLF001 - a program that is stopped lets go of it


def started(script: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Start a script, and wait until it says that it is on its way."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    return process


def test_the_new_folder_takes_the_place_with_a_list_of_its_files(tmp_path: Path) -> None:
    """What was there before is gone; beside it only the lock stays, which the next build needs."""
    for text in ("eerst", "toen"):
        build(tmp_path / "site", text)
        assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == text

    assert json.loads((tmp_path / "site" / MANIFEST).read_bytes()) == {"files": ["index.html"]}
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}


def test_a_folder_that_is_thrown_away_leaves_the_place_as_it_was(tmp_path: Path) -> None:
    """The next build has the place at once."""
    build(tmp_path / "site", "oud")
    begin(Place(tmp_path / "site", tmp_path), no_waiting).discard()

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "oud"
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}
    begin(Place(tmp_path / "site", tmp_path), no_waiting).discard()


def test_the_site_keeps_the_mode_of_the_folder_before(tmp_path: Path) -> None:
    """A new one is as open as the user makes folders: a server that is someone else reads it."""
    build(tmp_path / "site", "oud")
    usual = tmp_path / "gewoon"
    usual.mkdir()
    assert (tmp_path / "site").stat().st_mode == usual.stat().st_mode
    (tmp_path / "site").chmod(0o750)
    build(tmp_path / "site", "nieuw")

    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize("kind", ["file", "hidden", "link", "folder"])
def test_what_the_generator_did_not_put_there_is_never_removed(tmp_path: Path, kind: str) -> None:
    """An owner's file, repository or link in the published folder stops the build by its name."""
    place, other = tmp_path / "site", tmp_path / "brief.txt"
    other.write_text("Beste", encoding="utf-8")
    build(place, "oud")
    stranger = {"file": "CNAME", "hidden": ".git/HEAD", "link": "l", "folder": "map/diep/a"}[kind]
    (place / stranger).parent.mkdir(parents=True, exist_ok=True)
    if kind == "link":
        (place / stranger).symlink_to(other)
    else:
        (place / stranger).write_text("van mij", encoding="utf-8")

    assert f"in 'site' staat '{stranger}', en dat zette deze" in refusal_of(place, tmp_path)
    assert (place / "index.html").read_text(encoding="utf-8") == "oud"
    assert (place / stranger).read_text(encoding="utf-8") in ("van mij", "Beste")


def test_a_stranger_that_comes_during_the_build_stops_it_too(tmp_path: Path) -> None:
    """It is looked at again before the folder takes the place."""
    place = tmp_path / "site"
    build(place, "oud")
    folder = begin(Place(place, tmp_path), no_waiting)
    (place / "CNAME").write_text("voorbeeld.nl", encoding="utf-8")

    with pytest.raises(BuildFolderError, match="in 'site' staat 'CNAME'"):
        folder.publish()
    assert (place / "index.html").read_text(encoding="utf-8") == "oud"


@pytest.mark.parametrize(
    "manifest", [None, "", "{", "[]", '{"files": 3}', '{"building": "x"}', "[" * 100_000, "\0"]
)
def test_a_folder_without_a_list_has_a_way_out(tmp_path: Path, manifest: str | None) -> None:
    """A site of an earlier version is named, with what to do; an empty folder is fine."""
    place = tmp_path / "site"
    place.mkdir()
    (place / "index.html").write_text("oud", encoding="utf-8")
    if manifest is not None:
        (place / MANIFEST).write_text(manifest, encoding="utf-8")
    said = refusal_of(place, tmp_path)
    (place / "index.html").unlink()
    build(place, "nieuw")

    assert "index.html" in said
    assert "aal " in said
    assert (place / "index.html").read_text(encoding="utf-8") == "nieuw"


def test_a_list_that_is_a_link_lists_nothing(tmp_path: Path) -> None:
    """A committed list may only tell of the folder that it is in."""
    place = tmp_path / "site"
    place.mkdir()
    (place / "brief.txt").write_text("Beste", encoding="utf-8")
    (tmp_path / "lijst").write_text('{"files": ["brief.txt"]}', encoding="utf-8")
    (place / MANIFEST).symlink_to(tmp_path / "lijst")

    assert "brief.txt" in refusal_of(place, tmp_path)


def test_a_link_in_the_library_is_never_gone_through(tmp_path: Path) -> None:
    """Not the place, not a folder above it, and not by a way around; links elsewhere are fine."""
    library, elsewhere = tmp_path / "library", tmp_path / "elders"
    library.mkdir()
    elsewhere.mkdir()
    (elsewhere / "brief.txt").write_text("Beste", encoding="utf-8")
    (library / "site").symlink_to(elsewhere)
    (library / "uit").symlink_to(elsewhere)
    (library / "rond").symlink_to(library / "rond")
    (tmp_path / "terug").symlink_to(library)
    said = "is een koppeling naar een andere plek. Noem de map zelf."

    assert refusal_of(library / "site", library) == f"'site' {said}"
    assert refusal_of(library / "uit" / "site", library) == f"'uit' {said}"
    assert refusal_of(library / "rond" / "site", library) == f"'rond' {said}"
    assert refusal_of(tmp_path / "terug" / "uit" / "site", library) == f"'uit' {said}"
    assert refusal_of(library / "site", elsewhere) == f"'site' {said}"
    assert [path.name for path in elsewhere.iterdir()] == ["brief.txt"]
    build(tmp_path / "terug" / "nieuw", "x", library)
    assert (library / "nieuw" / "index.html").is_file()


@pytest.mark.parametrize("name", [".site.new", ".site.lock", ".site-0123456789abcdef.new"])
def test_a_committed_link_beside_the_place_is_not_followed(tmp_path: Path, name: str) -> None:
    """Whatever it is called, the folder or the file behind it keeps what it has."""
    library, folder = tmp_path / "library", tmp_path / "thuis"
    library.mkdir()
    folder.mkdir()
    (folder / "brief.txt").write_text("Beste", encoding="utf-8")
    (folder / MANIFEST).write_text('{"files": ["brief.txt"]}', encoding="utf-8")
    for target in (folder, folder / "brief.txt", folder / "nieuw"):
        (library / name).symlink_to(target)
        if name == ".site.lock":
            said = "naast 'site' is niets te schrijven: het is een koppeling."
            assert refusal_of(library / "site", library) == said
        else:
            build(library / "site", "x")
        (library / name).unlink()

    assert {path.name for path in folder.iterdir()} == {"brief.txt", MANIFEST}
    assert (folder / "brief.txt").read_text(encoding="utf-8") == "Beste"


def test_the_files_of_the_library_are_no_place_for_a_site(tmp_path: Path) -> None:
    """Not even where a folder of them is not there yet; nothing is left beside them."""
    for name in ("methods", "methods/site", "Methods"):
        said = refusal_of(tmp_path / name, tmp_path)
        assert said.endswith("staan bestanden van de bibliotheek zelf. Noem een andere map.")
    assert "staan bestanden van de bibliotheek" in refusal_of(Path("/"), tmp_path)
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")

    assert (
        refusal_of(tmp_path / "mkdocs.yml", tmp_path)
        == "'mkdocs.yml' is een bestand. Noem een map."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


def test_the_library_itself_and_what_it_lies_in_are_no_place(tmp_path: Path) -> None:
    """Not even when a list that came with a change names every file of it."""
    library = tmp_path / "boven" / "bibliotheek"
    (library / "terms").mkdir(parents=True)
    (library / "terms" / "a.yml").write_text("title: A", encoding="utf-8")
    listed = {library: "terms/a.yml", library.parent: "bibliotheek/terms/a.yml"}
    for place, name in listed.items():
        files = [name, f"{library.name}/{MANIFEST}"]
        (place / MANIFEST).write_text(json.dumps({"files": files}), encoding="utf-8")

        assert "staan bestanden van de bibliotheek zelf" in refusal_of(place, library)
    assert (library / "terms" / "a.yml").read_text(encoding="utf-8") == "title: A"


def test_a_place_that_cannot_be_written_to_says_why(tmp_path: Path) -> None:
    """A file in the path, a name that is too long, a folder in the place of the lock."""
    (tmp_path / "a").write_text("", encoding="utf-8")
    (tmp_path / ".site.lock").mkdir()
    beside = "naast '{}' is niets te schrijven: {}."

    said = refusal_of(tmp_path / "a" / "site", tmp_path)
    assert said == beside.format("site", "er is al iets met die naam")
    said = refusal_of(tmp_path / ("x" * 250), tmp_path)
    assert said == beside.format("x" * 250, "de naam is te lang")
    said = refusal_of(tmp_path / "site", tmp_path)
    assert said == beside.format("site", "het is een map")


def test_the_second_build_waits_says_so_and_gives_up(tmp_path: Path) -> None:
    """A build that is killed keeps no lock, and its folder is cleaned up."""
    place = tmp_path / "site"
    said: list[str] = []
    holder = started(HOLDING, place)
    with pytest.raises(BuildFolderError) as refused:
        begin(Place(place, tmp_path), said.append, patience=0.2)
    during = {path.name for path in tmp_path.iterdir()}
    holder.kill()
    holder.communicate()
    build(place, "nieuw")

    assert said == ["een andere build is bezig met 'site'; deze wacht tot die klaar is."]
    assert str(refused.value) == (
        "een andere build is nog steeds bezig met 'site'. Probeer het later opnieuw."
    )
    assert len(during) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}


def test_only_folders_of_killed_builds_are_cleaned_up(tmp_path: Path) -> None:
    """A folder with such a name and something of someone else in it stays."""
    number = "0123456789abcdef"
    other, empty = tmp_path / f".site-{number}.new", tmp_path / f".site-{number[::-1]}.new"
    near = tmp_path / f".site-{number}.new.bak"
    for folder in (other, empty, near):
        folder.mkdir()
    (other / "brief.txt").write_text("Beste", encoding="utf-8")
    build(tmp_path / "site", "x")

    assert (other / "brief.txt").read_text(encoding="utf-8") == "Beste"
    assert near.is_dir()
    assert not empty.exists()


def test_a_folder_that_was_taken_away_is_not_published(tmp_path: Path) -> None:
    """Whoever cleans a checkout during a build gets the old site, not half of the new one."""
    place = tmp_path / "site"
    build(place, "oud")
    folder = begin(Place(place, tmp_path), no_waiting)
    for path in (folder.path / MANIFEST, folder.path):
        path.unlink() if path.is_file() else path.rmdir()
    folder.path.mkdir()
    (folder.path / "half.html").write_text("half", encoding="utf-8")

    with pytest.raises(BuildFolderError, match="is tijdens het bouwen weggehaald"):
        folder.publish()
    assert (place / "index.html").read_text(encoding="utf-8") == "oud"


def test_a_system_that_cannot_exchange_uses_a_second_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped between the two names, the old folder comes back at the next start."""
    monkeypatch.setattr(build_folder, "_exchange", cannot_exchange)
    place = tmp_path / "site"
    build(place, "oud")
    build(place, "nieuw")
    assert (place / "index.html").read_text(encoding="utf-8") == "nieuw"
    with pytest.raises(KeyboardInterrupt):
        stopped_between(tmp_path, monkeypatch)
    assert not place.exists()
    begin(Place(place, tmp_path), no_waiting).discard()

    assert (place / "index.html").read_text(encoding="utf-8") == "nieuw"
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}


def test_a_folder_that_came_along_with_a_change_is_never_published(tmp_path: Path) -> None:
    """It has the name and the list of one that was put aside; the next build removes it."""
    place, sent = tmp_path / "site", tmp_path / ".site-0123456789abcdef.old"
    build(place, "oud")
    (place / MANIFEST).write_text(
        json.dumps({"files": ["index.html"], "aside": place.stat().st_ino}), encoding="utf-8"
    )
    shutil.copytree(place, sent)
    shutil.rmtree(place)
    begin(Place(place, tmp_path), no_waiting).discard()

    assert {path.name for path in tmp_path.iterdir()} == {".site.lock"}


def test_kills_of_two_builders_leave_a_whole_folder(tmp_path: Path) -> None:
    """All files in it are of one build, whenever either was killed; `make kills` does more."""
    place = tmp_path / "site"
    for _ in range(3):
        builders = [started(BUILDING, place, first) for first in (0, 10_000_000)]
        for builder in builders:
            time.sleep(random.random() / 50)  # noqa: S311 - a moment is no secret
            builder.kill()
            builder.communicate()
        texts = [path.read_text(encoding="utf-8") for path in place.glob("[!.]*")]
        assert len(texts) == FILES
        assert len(set(texts)) == 1
    begin(Place(place, tmp_path), no_waiting).discard()
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}
