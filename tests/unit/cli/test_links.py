"""`kennisbank links` and the real lychee, against a server on this machine."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from commanding import run
from running import REPOSITORY
from serving import Silent, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LYCHEE = REPOSITORY / ".venv" / "tools" / "bin" / "lychee"
ANSWERS = {"/goed": 200, "/weg-": 404, "/dicht": 403, "/(oud)": 410, "/door": 301}


class _Server(Silent):
    def do_GET(self) -> None:  # noqa: N802 - the base's name
        self.send_response(ANSWERS.get(self.path, 500))
        if self.path == "/door":
            self.send_header("Location", "/goed")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the base's name


@pytest.fixture
def address() -> Iterator[str]:
    """Return the address of a server that answers as ANSWERS says."""
    with served(_Server) as found:
        yield found


@pytest.fixture
def root(tmp_path: Path, address: str) -> Path:
    """Return a library whose sources have the addresses of the server."""
    sources = "".join(
        f"@online{{bron{n},\n  title = {{Leren}},\n  url = {{{address}{path}}},\n}}\n"
        for n, path in enumerate(ANSWERS)
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: Klein\n", encoding="utf-8")
    (tmp_path / "references.bib").write_text(sources, encoding="utf-8")
    return tmp_path


def check(root: Path, *options: str) -> str:
    """Write the list, let lychee check it with our settings, and return the file it wrote."""
    (root / "addresses.md").write_text(run("links", "--root", root).stdout, encoding="utf-8")
    settings = ["--config", str(REPOSITORY / "lychee.toml"), "--output", "links.json"]
    command = [str(LYCHEE), *settings, *options, "addresses.md"]
    # Without a proxy in the environment: this asks nobody but the server above.
    done = subprocess.run(command, cwd=root, env={}, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 2}, done.stderr
    return str(root / "links.json")


def test_what_lychee_finds_becomes_a_report(root: Path) -> None:
    """Each address is found again by its line, whatever it ends with; broken leaves with 1."""
    result = run("links", "--report", check(root, "--exclude-all-private=false"), "--root", root)

    assert result.exit_code == 1
    assert "5 adressen nagekeken: 2 werken niet.\n" in result.stdout
    assert (
        "/(oud)`: de pagina is weggehaald (410)\n  - staat in `references.bib:15:3`"
        in result.stdout
    )
    assert "/weg-`: de pagina is er niet (404)\n  - staat in `references.bib:7:3`" in result.stdout
    assert "/dicht`: de site laat geen programma's toe (403)" in result.stdout
    assert "/goed" not in result.stdout
    assert "/door" not in result.stdout


def test_addresses_on_this_network_are_never_asked(root: Path) -> None:
    """With our settings as they are, no file leads the checker into the network where it runs."""
    result = run("links", "--report", check(root), "--root", root)

    assert result.exit_code == 0
    assert result.stdout == "5 adressen nagekeken: er is er geen gevonden dat niet werkt.\n"


def test_a_network_that_is_down_is_no_report_on_the_addresses(root: Path) -> None:
    """When nobody answers, the command fails: no issue is opened, and none is closed."""
    lines = (root / "references.bib").read_text(encoding="utf-8")
    closed = re.sub(r":\d{4,5}/", ":1/", lines)
    (root / "references.bib").write_text(closed, encoding="utf-8")
    result = run("links", "--report", check(root, "--exclude-all-private=false"), "--root", root)

    assert result.exit_code == 2
    assert "geen enkel adres gaf antwoord" in result.stderr


def test_a_file_that_is_no_outcome_is_wrong_use(root: Path) -> None:
    """The message names the file."""
    result = run("links", "--report", root / "references.bib", "--root", root)

    assert result.exit_code == 2
    assert "references.bib: dit is geen uitkomst van lychee" in result.stderr
