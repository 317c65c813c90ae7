"""What an author sees in the browser while editing, without starting anything again."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from generated import write_library
from kennisbank.engines.mkdocs.serving import Workbench
from kennisbank.engines.mkdocs.stage import FILE as OUTLINE
from kennisbank.kept_files import kept_file
from running import ENVIRONMENT, REPOSITORY, mkdocs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.build
PATIENCE = 60
CONFIG = """\
site_name: Klein
theme: {name: material, language: nl, font: false, custom_dir: overrides}
plugins: [kennisbank]
extra_css: [assets/stylesheets/stijl.css]
nav: [index.md]
"""
KINDS = """\
kinds:
  recipe:
    folder: recepten
    label: [Recept, Recepten, Recepten]
    summary_words: 60
    fields:
      how: {is: prose, title: Hoe}
"""
PLAIN = CONFIG.replace(", custom_dir: overrides", "").replace(
    "[index.md]", "[index.md, diep/over.md]"
)
HOME = "---\ntitle: Start\ndescription: Een begin\n---\n\nWelkom.\n"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Callable[[str], str]]]:
    """A small library that `kennisbank serve` shows, and what is at an address."""
    root = tmp_path_factory.mktemp("library")
    write_library(root, 3)
    for folder in ("docs/assets/stylesheets", "overrides"):
        (root / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    sheet = root / "docs" / "assets" / "stylesheets" / "stijl.css"
    sheet.write_text("p { color: black }", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "kennisbank", "serve", "--address", address]
    log = (root / "serve.log").open("w", encoding="utf-8")
    with subprocess.Popen(command, cwd=root, env=ENVIRONMENT, stdout=log, stderr=log) as server:

        def page(path: str) -> str:
            with urllib.request.urlopen(f"http://{address}/{path}", timeout=10) as answer:
                return str(answer.read().decode())

        eventually(lambda: "Welkom" in page(""))
        yield root, page
        server.terminate()
    log.close()


def eventually(seen: Callable[[], bool]) -> None:
    """Wait until something is seen; a server that is starting may refuse for a while."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if seen():
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    pytest.fail(f"not seen within {PATIENCE} s")


def change(path: Path, old: str, new: str) -> None:
    """Replace a piece of text that stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_change_in_an_entry_shows(served: tuple[Path, Callable[[str], str]]) -> None:
    """A new title of an entry is on its page without a restart."""
    root, page = served
    change(root / "mechanisms" / "mechanisme-1.yml", "title: Mechanisme 1", "title: Nieuwe naam")

    eventually(lambda: "Nieuwe naam" in page("mechanismen/mechanisme-1/"))


def test_a_change_in_the_bibliography_shows(served: tuple[Path, Callable[[str], str]]) -> None:
    """A new title of a source is in the list of sources without a restart."""
    root, page = served
    change(root / "references.bib", "{Werk 1}", "{Ander werk}")

    eventually(lambda: "Ander werk" in page("bronnen/"))


def test_a_change_in_a_hand_written_page_shows(served: tuple[Path, Callable[[str], str]]) -> None:
    """A new sentence on the home page is there without a restart."""
    root, page = served
    change(root / "docs" / "index.md", "Welkom.", "Welkom allemaal.")

    eventually(lambda: "Welkom allemaal." in page(""))


def test_a_change_in_css_shows(served: tuple[Path, Callable[[str], str]]) -> None:
    """A new rule in a style sheet is served without a restart."""
    root, page = served
    change(root / "docs" / "assets" / "stylesheets" / "stijl.css", "black", "teal")

    eventually(lambda: "teal" in page("assets/stylesheets/stijl.css"))


def test_a_change_in_a_template_shows(served: tuple[Path, Callable[[str], str]]) -> None:
    """A new override of the theme shows on every page without a restart."""
    root, page = served
    override = '{% extends "base.html" %}{% block announce %}Let op!{% endblock %}'
    (root / "overrides" / "main.html").write_text(override, encoding="utf-8")

    eventually(lambda: "Let op!" in page("methoden/methode-1/"))


def test_our_own_templates_are_watched(served: tuple[Path, Callable[[str], str]]) -> None:
    """The folders with the templates of pages and with the look are among the watched paths."""
    root, _ = served
    watched = [str(path) for path, _ in Workbench(root / "mkdocs.yml", print).watched()]

    assert any(path.endswith("kennisbank/pages/templates") for path in watched)
    assert any(path.endswith("kennisbank/theme") for path in watched)


def test_a_broken_entry_shows_its_problem_and_serving_goes_on(
    served: tuple[Path, Callable[[str], str]],
) -> None:
    """A fault is shown on top of every page with its place; mending it takes the notice away."""
    root, page = served
    entry = root / "methods" / "methode-2.yml"
    change(entry, "effort: klein", "effort: reuze")
    eventually(lambda: "methods/methode-2.yml:" in page("mechanismen/"))
    shown = page("methoden/methode-1/")
    change(entry, "effort: reuze", "effort: groot")
    eventually(lambda: "methods/methode-2.yml:" not in page("mechanismen/"))

    assert "kent &#x27;reuze&#x27; niet." in shown
    assert "Groot" in page("methoden/methode-2/")


def test_a_change_in_the_kinds_and_the_settings_shows(
    served: tuple[Path, Callable[[str], str]],
) -> None:
    """A kind of its own comes in the menu, and the site gets another name."""
    root, page = served
    (root / "kennisbank.yml").write_text(KINDS, encoding="utf-8")
    (root / "recepten").mkdir()
    entry = "title: Soep\nsummary: Warm.\nreviewed: 2026-01-01\nhow: Koken.\n"
    (root / "recepten" / "soep.yml").write_text(entry, encoding="utf-8")
    eventually(lambda: "Koken." in page("recepten/soep/"))
    change(root / "mkdocs.yml", "site_name: Klein", "site_name: Kookboek")
    eventually(lambda: "Kookboek" in page("recepten/soep/"))
    shown = page("")
    (root / "kennisbank.yml").unlink()
    eventually(lambda: "Methode 1" in page("methoden/methode-1/"))

    assert 'href="recepten/"' in shown


def test_a_change_in_the_scale_shows_and_what_is_wrong_with_it(
    served: tuple[Path, Callable[[str], str]],
) -> None:
    """A level gets another name on a page of a method; a level that is none is told above it."""
    root, page = served
    scale = (REPOSITORY / "rating.yml").read_text(encoding="utf-8")
    named = scale.replace("    label: ", "    label: Proef met ")
    (root / "rating.yml").write_text(named, encoding="utf-8")
    eventually(lambda: "Proef met " in page("methoden/methode-1/"))
    change(root / "rating.yml", "lowered_by: 1", "lowered_by: veel")
    eventually(lambda: "rating.yml:" in page("methoden/methode-1/"))
    change(root / "rating.yml", "lowered_by: veel", "lowered_by: 1")
    eventually(lambda: "rating.yml:" not in page("methoden/methode-1/"))

    assert "Proef met " in page("methoden/methode-1/")


def test_settings_that_cannot_be_used_are_told_on_the_page(
    served: tuple[Path, Callable[[str], str]],
) -> None:
    """The site stays as it was, with what is wrong above it, and goes on once it is mended."""
    root, page = served
    change(root / "mkdocs.yml", "site_name:", "site_naam:")
    eventually(lambda: "mkdocs.yml:" in page("methoden/methode-1/"))
    shown = page("methoden/methode-1/")
    change(root / "mkdocs.yml", "site_naam:", "site_name:")
    eventually(lambda: "mkdocs.yml:" not in page("methoden/methode-1/"))

    assert "Methode 1" in shown


def test_what_is_not_there_is_told_with_what_is_wrong(
    served: tuple[Path, Callable[[str], str]],
) -> None:
    """On a page like the others, which is shown anew when there is something."""
    root, page = served
    entry = root / "methods" / "methode-9.yml"

    def missing() -> str:
        try:
            return page("methoden/methode-9/")
        except urllib.error.HTTPError as error:
            return str(error.read().decode())

    eventually(lambda: "Deze pagina is er niet" in missing())
    assert 'href="../../assets/stylesheets/base.css"' in missing()
    assert "livereload(" in missing()
    text = (root / "methods" / "methode-0.yml").read_text("utf-8")
    entry.write_text(text.replace("title: Methode 0", "title: Methode 9"), "utf-8")
    eventually(lambda: "Methode 9" in missing())
    entry.unlink()


@pytest.mark.parametrize(
    ("old", "new"), [("effort: klein", "effort: reuze"), ("title: Methode 0", "title: [Methode 0")]
)
def test_a_faulty_entry_shows_what_it_was_and_what_is_wrong(
    served: tuple[Path, Callable[[str], str]], old: str, new: str
) -> None:
    """At its own address, whether its fields are wrong or it cannot be read at all."""
    root, page = served
    path = "methoden/methode-0/"
    before = page(path)
    text = before[before.index("<h1") :].partition("</p>")[0]
    entry = root / "methods" / "methode-0.yml"
    change(entry, old, new)
    eventually(lambda: "methods/methode-0.yml bevat fouten" in page(path))
    eventually(lambda: "methods/methode-0.yml:" in page(path))
    shown = page(path)
    change(entry, new, old)
    eventually(lambda: "bevat fouten" not in page(path))

    assert text in shown
    assert text in page(path)


def test_a_faulty_entry_that_nobody_saw_shows_what_is_wrong(
    served: tuple[Path, Callable[[str], str]],
) -> None:
    """There is no earlier text to show, and a page all the same."""
    root, page = served
    entry = root / "methods" / "methode-8.yml"
    entry.write_text("title: [", encoding="utf-8")
    eventually(lambda: "methods/methode-8.yml:" in page("methoden/methode-8/"))
    shown = page("methoden/methode-8/")
    entry.unlink()

    assert "<h1>methode-8</h1>" in shown
    assert "Hieronder" not in shown


def test_a_folder_that_comes_later_is_watched_too(
    served: tuple[Path, Callable[[str], str]],
) -> None:
    """A kind of which there were no entries when the server was started."""
    root, page = served
    folder = root / "statistics"
    folder.mkdir()
    (folder / "later.yml").write_text("title: [", encoding="utf-8")
    eventually(lambda: "statistics/later.yml:" in page(""))
    (folder / "later.yml").unlink()
    eventually(lambda: "statistics/later.yml:" not in page(""))


def test_a_second_start_shows_what_a_first_one_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a start kept for the next one makes no difference, also when it is damaged."""
    write_library(tmp_path, 3)
    (tmp_path / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    (tmp_path / "docs" / "diep").mkdir()
    (tmp_path / "docs" / "diep" / "over.md").write_text(HOME.replace("Start", "Over"), "utf-8")
    addresses = ("", "methoden/methode-1/", "methoden/", "bronnen/", "diep/over/")

    def pages() -> list[bytes]:
        bench = Workbench(tmp_path / "mkdocs.yml", print)
        bench.keep()
        found = [bench.answer(one) for one in addresses]
        assert all(found)
        return [one.content for one in found if one]

    monkeypatch.setenv("KENNISBANK_CACHE", "off")
    plain = pages()
    monkeypatch.setenv("KENNISBANK_CACHE", "")
    assert [pages(), pages()] == [plain, plain]
    file = kept_file(tmp_path, OUTLINE)
    assert file
    whole = file.read_bytes()
    Workbench(tmp_path / "mkdocs.yml", print, "127.0.0.1:8123")
    assert file.read_bytes() == whole
    file.write_bytes(whole[:-9])
    assert pages() == plain
    assert file.read_bytes() == whole
    (tmp_path / "docs" / "diep" / "over.md").write_text(HOME.replace("Start", "Anders"), "utf-8")
    assert b">Anders<" in b"".join(pages()[0].split())


def test_a_build_beside_the_server_disturbs_neither(
    served: tuple[Path, Callable[[str], str]],
) -> None:
    """The server shows its own folder; the build does not wait for it and is whole."""
    root, page = served
    change(root / "mechanisms" / "mechanisme-2.yml", "title: Mechanisme 2", "title: Intussen")
    done = mkdocs("build", folder=root)
    built = (root / "site" / "mechanismen" / "mechanisme-2" / "index.html").read_text("utf-8")
    again = mkdocs("build", folder=root)

    assert (done.returncode, again.returncode) == (0, 0), done.stderr
    assert "een andere build" not in done.stderr
    assert "Intussen" in built
    eventually(lambda: "Intussen" in page("mechanismen/mechanisme-2/"))
