"""A site is the same wherever it is built, and whole whenever the building stops."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from generated import write_small_library
from kennisbank.build_folder import MANIFEST
from running import ENVIRONMENT, fresh_mkdocs, mkdocs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.build
HOME = "---\ntitle: Nieuw\ndescription: Later\n---\n\n{}\n"
KILLS = 2
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}


def files_of(site: Path) -> dict[str, bytes]:
    """Return the content of every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """Another folder, time zone, hash seed, language and age of the files change no byte.

    Of this library itself, which takes longer, tests/nightly/test_same_bytes.py shows it.
    """
    here, there = (write_small_library(tmp_path / name) for name in ("hier", "een andere map"))
    for file in there.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    done = mkdocs("build", folder=here), fresh_mkdocs("build", folder=there, **ELSEWHERE)
    first, second = files_of(here / "site"), files_of(there / "site")

    assert [one.returncode for one in done] == [0, 0], done
    assert len(first) > 100
    assert first == second


def test_a_killed_build_leaves_the_old_site(tmp_path: Path) -> None:
    """Until the new site is whole, the old one is there; the next build cleans up."""
    root = write_small_library(tmp_path)
    started = time.monotonic()
    assert mkdocs("build", folder=root).returncode == 0
    span = time.monotonic() - started
    before = files_of(root / "site")
    (root / "docs" / "index.md").write_text(
        "---\ntitle: Nieuw\ndescription: Later\n---\n\nAnders.\n"
    )
    for number in range(KILLS):
        command = [sys.executable, "-m", "mkdocs", "build"]
        build = subprocess.Popen(
            command, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        # From the moment that MkDocs has been read; the last ones while files are written.
        time.sleep(span * (0.5 + 0.5 * (number + random.random()) / KILLS))  # noqa: S311 - no secret
        build.kill()
        build.wait()
        if files_of(root / "site") != before:
            break
    after = files_of(root / "site")
    assert mkdocs("build", folder=root).returncode == 0

    assert after in (before, files_of(root / "site"))
    assert files_of(root / "site") != before
    assert beside_the_site(root) == [".site.lock"]


def beside_the_site(root: Path) -> list[str]:
    """Return the names of what a build made beside the site; the lock stays for the next one."""
    return sorted(path.name for path in root.iterdir() if path.name.startswith(".site"))


def test_a_second_build_waits_for_the_first_and_nothing_is_lost(tmp_path: Path) -> None:
    """Started a moment apart, both end well, and the site has every file of the later one."""
    root = write_small_library(tmp_path)
    home = root / "docs" / "index.md"
    home.write_text(HOME.format("Anders."))
    assert mkdocs("build", "--site-dir", "proef", folder=root).returncode == 0
    after = files_of(root / "proef")
    home.write_text(HOME.format("Eerst."))
    command = [sys.executable, "-m", "mkdocs", "build"]
    first = subprocess.Popen(command, cwd=root, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    while len(beside_the_site(root)) < 2:
        time.sleep(0.01)
    home.write_text(HOME.format("Anders."))
    second = mkdocs("build", folder=root)

    assert (first.wait(), second.returncode) == (0, 0)
    assert "een andere build is bezig met 'site'; deze wacht tot die klaar is." in second.stderr
    assert files_of(root / "site") == after
    assert beside_the_site(root) == [".site.lock"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("site", "'site' is een koppeling naar een andere plek. Noem de map zelf."),
        (".site.lock", "naast 'site' is niets te schrijven: het is een koppeling."),
        (".site.new", ""),
        (".site.old.new", ""),
    ],
)
def test_a_committed_link_leads_no_build_to_another_folder(
    tmp_path: Path, name: str, said: str
) -> None:
    """The folder behind it keeps what it has, and gets nothing."""
    root, home = write_small_library(tmp_path / "library"), tmp_path / "thuis"
    home.mkdir()
    (home / "brief.txt").write_text("Beste", encoding="utf-8")
    (root / name).symlink_to(home)
    done = mkdocs("build", folder=root)

    assert files_of(home) == {"brief.txt": b"Beste"}
    assert "Traceback" not in done.stderr
    assert said in done.stderr
    assert bool(done.returncode) == bool(said)


def test_a_file_of_the_owner_in_the_site_stops_the_build(tmp_path: Path) -> None:
    """It is named, with what to do; so is a site that an earlier version built."""
    root = write_small_library(tmp_path)
    assert mkdocs("build", folder=root).returncode == 0
    (root / "site" / "CNAME").write_text("voorbeeld.nl", encoding="utf-8")
    before = files_of(root / "site")
    stranger = mkdocs("build", folder=root)
    (root / "site" / "CNAME").unlink()
    (root / "site" / MANIFEST).unlink()
    earlier = mkdocs("build", folder=root)

    assert (stranger.returncode, earlier.returncode) == (1, 1)
    assert "in 'site' staat 'CNAME', en dat zette deze generator er niet neer." in stranger.stderr
    assert "haal de map dan zelf weg en bouw opnieuw" in earlier.stderr
    assert files_of(root / "site").items() <= before.items()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (".", "The 'docs_dir' should not be within the 'site_dir'"),
        ("..", "The 'docs_dir' should not be within the 'site_dir'"),
        ("docs/site", "The 'site_dir' should not be within the 'docs_dir'"),
        ("methods/site", "in 'methods' staan bestanden van de bibliotheek zelf."),
        ("eigen", "in 'eigen' staat al iets ('main.html'), zonder lijst van wat"),
        ("mkdocs.yml", "'mkdocs.yml' is een bestand. Noem een map."),
    ],
)
def test_a_place_that_is_no_place_for_a_site_is_refused(
    tmp_path: Path, place: str, said: str
) -> None:
    """Nothing in the library changes, whatever `site_dir` says."""
    root = write_small_library(tmp_path / "library")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"site_dir: {place}\n")
    before = files_of(tmp_path)
    done = mkdocs("build", folder=root)

    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(tmp_path) == before


def test_building_on_an_old_site_is_refused(tmp_path: Path) -> None:
    """Stopped halfway, `--dirty` would leave half of each."""
    done = mkdocs("build", "--dirty", folder=write_small_library(tmp_path))

    assert done.returncode == 1
    assert "'--dirty' bouwt verder op een oude site" in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_full_disk_ends_the_build_in_a_sentence(tmp_path: Path) -> None:
    """A limit on the size of a file stands for the disk: the reason is told, the old site stays."""
    root = write_small_library(tmp_path)
    assert mkdocs("build", folder=root).returncode == 0
    before = files_of(root / "site")
    for kilobytes in (0, 40):
        command = f"ulimit -f {kilobytes}; exec {sys.executable} -m mkdocs build"
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=root,
            # What was kept is taken over, and not written.
            env=ENVIRONMENT | {"KENNISBANK_CACHE": "off"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        assert re.search(
            "(schrijven is mislukt|is niets te schrijven).*het wordt te groot", done.stderr
        )
        assert "Traceback" not in done.stderr
    assert files_of(root / "site") == before
    assert beside_the_site(root) == [".site.lock"]


def test_without_its_own_address_a_site_has_no_sitemap_and_no_raw_template(tmp_path: Path) -> None:
    """The theme and a library can have a template of it, which would be copied as it is written."""
    root = write_small_library(tmp_path)
    for settings in ("", "site_url: https://voorbeeld.nl/\n"):
        with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
            file.write(settings)
        (root / "eigen" / "sitemap.xml").write_text("{% for file in pages %}", encoding="utf-8")
        assert mkdocs("build", folder=root).returncode == 0
        site = files_of(root / "site")
        assert ("sitemap.xml" in site) == bool(settings)
        # Scripts of the theme may well hold such signs.
        printed = {name: text for name, text in site.items() if name.endswith((".html", ".xml"))}
        assert [name for name, text in printed.items() if re.search(rb"\{%|\{\{ ", text)] == []


def test_a_strict_build_that_fails_at_the_end_leaves_the_old_site(tmp_path: Path) -> None:
    """MkDocs counts its own warnings only after the last file; that is no site either."""
    root = write_small_library(tmp_path)
    cited = "; ".join(f"@bron{number}" for number in range(12))
    (root / "docs" / "index.md").write_text(HOME.format(f"Alle bronnen [{cited}]."))
    assert mkdocs("build", "--strict", folder=root).returncode == 0
    before = files_of(root / "site")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("[index.md", "[index.md, weg.md"))
    done = mkdocs("build", "--strict", folder=root)

    assert done.returncode == 1
    assert "weg.md" in done.stderr
    assert files_of(root / "site") == before
    assert beside_the_site(root) == [".site.lock"]
