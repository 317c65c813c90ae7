"""What `kennisbank changes` says of a library and a proposal for it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path, PurePosixPath

import pytest

from commanding import run
from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from kennisbank.cli.pull_request.changes import Changes
from kennisbank.cli.pull_request.files import first_problems, lay_over
from kennisbank.cli.pull_request.summary import summary
from kennisbank.problems import Location, Problem, Severity
from library_files import write_files

BASE = {
    "ruilen": method("Ruilen", finding("bakker2016")),
    "kijken": method("Kijken", finding("jansen2020")),
    "lopen": method("Lopen", finding("jansen2020")),
    "oud": method("Oud", finding("jansen2020")),
}
HEAD = {
    "ruilen": method("Ruilen", finding("bakker2016"), finding("jansen2020"), goal="Meer leren."),
    "kijken": BASE["kijken"],
    "meelopen": method("Meelopen", finding("jansen2020")) + "redirect_from: [lopen]\n",
    "nieuw": method("'Nieuw [x](javascript:alert(1)) <b>'", finding("bakker2016")),
}
HOME = "---\ntitle: Start\ndescription: Een begin\n---\n\nWelkom.\n"
NOTHING = Changes((), (), (), 0, (), (), ())


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library as it is: with code of its own, and with what a build left."""
    root = write_evidence(tmp_path_factory.mktemp("base"), **BASE)
    return write_files(
        root,
        {
            "mkdocs.yml": "site_name: Klein\n",
            "docs/index.md": HOME,
            "docs/assets/javascripts/eigen.js": "1",
            "scripts/code.py": "1",
            ".venv/bin/python": "",
            "site/index.html": "",
        },
    )


def propose(base: Path, folder: Path) -> Path:
    """Write a proposal: a copy of the library with other methods."""
    left = shutil.ignore_patterns(".venv", "site", "methods", ".cache")
    shutil.copytree(base, folder, ignore=left)
    return write_evidence(folder, TRIAL + TALKS, **HEAD)


@pytest.fixture
def head(base: Path, tmp_path: Path) -> Path:
    """A proposal of a test's own."""
    return propose(base, tmp_path / "head")


@pytest.fixture(scope="module")
def told(base: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the command says of the proposal as it is."""
    result = run("changes", base, propose(base, tmp_path_factory.mktemp("proposal") / "head"))
    assert result.exit_code == 0
    return result.stdout


def test_a_summary_says_what_readers_notice(told: str) -> None:
    """New, changed and removed pages and lost addresses, with links into the preview."""
    site = "http://localhost:8000/methoden"

    assert "2 nieuwe pagina’s, 1 veranderde, 2 verdwenen." in told
    assert f"- [Meelopen]({site}/meelopen/) in methods\\/meelopen\\.yml\n" in told
    assert f"- [Ruilen]({site}/ruilen/) in methods\\/ruilen\\.yml: Waarvoor, Wat onder" in told
    assert "- Oud, eerst op methoden\\/oud\\/" in told
    assert told.index("## Adressen die doorleiden") < told.index("- methoden\\/lopen\\/")
    assert told.index("## Adressen die nergens") < told.index("- methoden\\/oud\\/")
    assert "python3 -m http.server" in told
    assert "- Fout: " not in told
    assert "## Andere bestanden" not in told


def test_a_rating_changes_with_its_reason(told: str) -> None:
    """Both levels stand there, with the rule that holds now and the study that came."""
    [line] = [line for line in told.split("\n") if "Ruilen" in line and "onderzoek?" in line]

    was = r"0, leren tijdens het werk\: wel genoemd, bron niet nagetrokken"
    assert f"Van ‘{was}’ naar ‘3, leren tijdens het werk\\: eerste aanwijzingen’" in line
    assert "De regel die nu geldt\\: één gunstige studie van de soort ‘geloot’ of" in line
    assert "Erbij\\: jansen2020, geloot, nagetrokken, 1 gunstig" in line
    assert "Kijken" not in told


def test_a_hostile_title_stays_text(told: str) -> None:
    """No link, no element."""
    assert r"[Nieuw \[x\]\(javascript\:alert\(1\)\) \<b\>](http" in told


def test_code_of_a_proposal_is_named_and_not_used(base: Path, head: Path, tmp_path: Path) -> None:
    """The preview has the code of the library and the data of the proposal; links stay links."""
    (head / "scripts" / "code.py").write_text("2")
    (head / "docs" / "assets" / "kwaad.js").write_text("alert(1)")
    (head / "mkdocs.yml").unlink()
    (head / "docs" / "erbij.md").write_text(HOME)
    preview = tmp_path / "preview"
    result = run("changes", base, head, "--preview", preview)
    others = result.stdout.split("## Andere bestanden")[1]

    assert [line for line in others.split("\n") if line.startswith("- ")] == [
        "- docs\\/assets\\/kwaad\\.js",
        "- mkdocs\\.yml",
        "- scripts\\/code\\.py",
    ]
    assert (preview / "scripts" / "code.py").read_text() == "1"
    assert (preview / "mkdocs.yml").exists()
    assert (preview / "docs" / "erbij.md").exists()
    assert sorted(one.name for one in (preview / "methods").iterdir()) == [
        *("kijken.yml", "meelopen.yml", "nieuw.yml", "ruilen.yml"),
    ]
    assert not (preview / "docs" / "assets" / "kwaad.js").exists()
    assert not (preview / ".venv").exists()


def test_a_link_in_a_proposal_is_not_followed(base: Path, head: Path, tmp_path: Path) -> None:
    """What it points at is neither read nor copied, and the check refuses it; no pipe is opened."""
    secret = tmp_path / "geheim.md"
    secret.write_text(HOME.replace("Welkom", "Geheim"))
    (head / "docs" / "link.md").symlink_to(secret)
    (head / "methods" / "map").symlink_to(tmp_path)
    os.mkfifo(head / "methods" / "pijp.yml")
    folder = tmp_path / "preview"
    lay_over(base, head, folder)
    result = run("changes", base, head)

    assert (folder / "docs" / "link.md").is_symlink()
    assert not (folder / "methods" / "pijp.yml").exists()
    assert result.exit_code == 1
    assert "Geheim" not in result.stdout
    assert "docs\\/link\\.md\\:1\\:1: bad-file" in result.stdout


def test_each_file_that_is_no_plain_entry_is_named(base: Path, head: Path) -> None:
    """Links, hidden files and folders among the entries: the check refuses them, too."""
    (head / "methods" / ".ruilen.yml.new").symlink_to("/etc/passwd")
    (head / "methods" / ".kijken.yml.0123456789abcdef.new").write_text("half")
    (head / "methods" / "map" / "diep").mkdir(parents=True)
    (head / "methods" / "map" / "diep" / "a.yml").write_text("title: A")
    (head / "methods" / "link.yml").symlink_to("ruilen.yml")
    (head / "methods" / "lees.txt").write_text("lees")
    (head / "terms").symlink_to("methods")
    result = run("changes", base, head)
    section = result.stdout.split("## Bestanden die geen onderwerp zijn")[1].split("##")[0]

    assert [line for line in section.split("\n") if line.startswith("- ")] == [
        "- methods\\/\\.kijken\\.yml\\.0123456789abcdef\\.new",
        "- methods\\/\\.ruilen\\.yml\\.new",
        "- methods\\/lees\\.txt",
        "- methods\\/link\\.yml",
        "- methods\\/map\\/diep\\/a\\.yml",
        "- terms",
    ]
    assert result.exit_code == 1
    assert "## Andere bestanden" not in result.stdout


def test_a_file_of_the_library_makes_room_for_a_folder_of_the_proposal(
    base: Path, head: Path, tmp_path: Path
) -> None:
    """Nothing is written through a link that the library itself has in its docs."""
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    ours = shutil.copytree(base, tmp_path / "ours")
    (ours / "docs" / "CNAME").write_text("voorbeeld.nl")
    (ours / "docs" / "link").symlink_to(elsewhere)
    for name in ("CNAME", "link"):
        (head / "docs" / name).mkdir()
        (head / "docs" / name / "a.md").write_text(HOME)
    lay_over(ours, head, tmp_path / "preview")

    assert list(elsewhere.iterdir()) == []
    assert (tmp_path / "preview" / "docs" / "CNAME" / "a.md").is_file()
    assert (tmp_path / "preview" / "docs" / "link" / "a.md").is_file()


def test_an_entry_that_cannot_be_read_is_no_lost_page(base: Path, head: Path) -> None:
    """Its problem is told, its address still stands, and there is no preview to open."""
    (head / "methods" / "ruilen.yml").write_text("title: [\n", encoding="utf-8")
    result = run("changes", base, head)

    assert result.exit_code == 1
    assert "- Fout: methods\\/ruilen\\.yml\\:" in result.stdout
    assert "in methods\\/ruilen\\.yml: nog niet te lezen" in result.stdout
    assert "- methoden\\/ruilen\\/" not in result.stdout
    assert "Er is geen voorbeeld" in result.stdout
    assert "http.server" not in result.stdout


def test_for_github_the_problems_of_a_proposal_are_commands(base: Path, head: Path) -> None:
    """An error stands on its line, and the command leaves with 1."""
    path = head / "methods" / "ruilen.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("effort: klein", "effort: reuze"))
    result = run("changes", base, head, "--format", "github")

    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=methods/ruilen.yml,line=6,col=9,title=wrong-type")


def test_a_folder_that_is_there_is_not_written_over(base: Path, head: Path) -> None:
    """The preview wants a new folder."""
    result = run("changes", base, head, "--preview", head)

    assert result.exit_code == 2
    assert "bestaat al. Noem een nieuwe map." in result.stderr


def problem(path: str, line: int, severity: Severity) -> Problem:
    """Return a problem at a place."""
    return Problem(Location(PurePosixPath(path), line), "x", "y", "", severity)


def test_errors_come_first_and_changed_files_before_others() -> None:
    """GitHub shows ten of a kind; those are the ones that the proposal is about."""
    advice = [problem("a.yml", line, Severity.ADVICE) for line in range(1, 20)]
    old = problem("a.yml", 1, Severity.ERROR)
    warning = problem("z.yml", 1, Severity.WARNING)
    new = problem("z.yml", 2, Severity.ERROR)
    shown = first_problems([*advice, old, warning, new], {PurePosixPath("z.yml")})

    assert shown == [new, old, warning, *advice[:7]]


def test_a_summary_fits_in_what_github_shows() -> None:
    """A long list ends in a number, and the whole in a sentence."""
    many = [problem(f"{number}.yml", 1, Severity.WARNING) for number in range(300)]
    whole = summary(NOTHING, many, ())
    short = summary(NOTHING, many, (), limit=2000)

    assert "- … en nog 100." in whole
    assert len(short.encode()) <= 2000
    assert short.endswith("\n\nDe rest past niet in deze samenvatting.\n")
    assert short.split("\n")[-4].startswith("- Waarschuwing: ")
