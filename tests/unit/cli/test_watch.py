"""Registries are asked what became of the sources; what is certain is noted, the rest is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from commanding import run
from kennisbank.cli import watch
from library_files import problems_in
from notices import record
from serving import Silent, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BIB = """\
% Onze bronnen.
@article{sound2020,
  author = {Vos, An}, title = {Leren van fouten op de werkvloer},
  year = {2020}, doi = {10.5555/sound},
}
@article{retracted2021,
  author = {Knight, Caroline},
  title = {How work redesign interventions affect performance},
  journal = {Human Relations},
  year = {2021},
  doi = {10.5555/retracted},
}
@article{other2019, author = {Bos, Jan}, title = {Samen leren}, year = {2019},
  doi = {10.5555/other}}
@article{gone2018, author = {Bos, Jan}, title = {Alleen leren},
  year = {2018}, doi = {10.5555/gone}}
@article{busy2018, author = {Bos, Jan}, title = {Druk leren},
  year = {2018}, doi = {10.5555/busy}}
@article{comma2017, author = {Bos, Jan}, title = {Leren, en dan?}, year = {2017},
  doi = {10.5555/(a,b)<c>#1}}
"""
UPDATE = {"type": "retraction", "DOI": "10.5555/notice", "updated": {"date-parts": [[2024, 3, 5]]}}


def work(title: str, year: int, **more: object) -> dict[str, object]:
    """Return the answer of Crossref about a work."""
    issued = {"date-parts": [[year]]}
    changes = {"title": [title], "issued": issued, "author": [{"family": "Bos", "given": "Jan"}]}
    return {"message": record(**changes | more)}


ANSWERS = {
    "/works/10.5555/sound": work("Leren van fouten op de werkvloer", 2020, author=None),
    "/works/10.5555/retracted": work(
        "RETRACTED: How work redesign", 2021, **{"updated-by": [UPDATE]}
    ),
    "/works/10.5555/other": work("Heel iets anders", 2016),
    "/works/10.5555/many": work("Veel", 2020, DOI="10.5555/many"),
    "/works/10.5555/(a,b)<c>#1": work("Leren, en dan?", 2017),
}


@pytest.fixture(scope="module")
def registry() -> Iterator[tuple[str, list[str]]]:
    """A server that answers as Crossref and OpenAlex do, and what it was asked."""
    asked: list[str] = []

    class Handler(Silent):
        def do_GET(self) -> None:  # noqa: N802 - the base's name
            parts = urlsplit(self.path)
            path = unquote(parts.path)
            asked.append(self.path)
            answer: object = ANSWERS.get(path)
            if path == "/works" and "updates:" in parse_qs(parts.query)["filter"][0]:
                many = "updates:10.5555/many" in unquote(parts.query)
                answer = {"message": {"items": [], "total-results": 101 if many else 0}}
            elif path == "/works/10.5555/half":
                answer = {"status": "ok", "message": {}}
            elif path == "/works/doi:10.5555/half":
                answer = {"error": "Invalid query parameters", "is_retracted": None}
            elif path == "/works":
                answer = {
                    "results": [
                        {
                            "doi": "https://doi.org/10.5555/review",
                            "title": "Job crafting: a meta-analysis",
                            "publication_year": 2025,
                        },
                        {"doi": None, "title": "An opinion", "publication_year": 2025},
                    ]
                }
            elif path == "/works/doi:10.5555/other":
                answer = {"id": "https://openalex.org/W2", "is_retracted": True}
            elif path.startswith("/works/doi:"):
                answer = {"id": "https://openalex.org/W1", "is_retracted": False}
            busy = path.endswith("busy")
            self.send_response(429 if busy else 200 if answer else 404)
            if busy:
                self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode() if answer else b"no")

    with served(Handler) as address:
        yield address, asked


@pytest.fixture
def root(registry: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library with six sources, that asks the server on this machine."""
    for setting in (watch.CROSSREF_SETTING, watch.OPENALEX_SETTING):
        monkeypatch.setenv(setting, registry[0])
    monkeypatch.setattr(watch, "_PAUSE", 0)
    (tmp_path / "references.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: X\n", encoding="utf-8")
    return tmp_path


def test_the_report_says_what_a_person_should_look_at(root: Path) -> None:
    """What happened, what differs, and what nobody answered, which is never called sound."""
    result = run("watch", "--root", root)

    assert result.exit_code == 1
    assert (
        "- `retracted2021` is ingetrokken (2024-03-05), zegt Crossref. <https://doi.org/10.5555/notice>"
        in result.stdout
    )
    assert "- `other2019` is ingetrokken, zegt OpenAlex." in result.stdout
    assert "`other2019`, titel: hier ‘Samen leren’, daar ‘Heel iets anders’." in result.stdout
    assert "`other2019`, jaar: hier ‘2019’, daar ‘2016’." in result.stdout
    assert "- `gone2018`: Crossref\\: het register kent deze DOI niet" in result.stdout
    assert "- `busy2018`: Crossref\\: het register krijgt te veel vragen" in result.stdout
    assert "- `comma2017`: Crossref\\: met een komma in een DOI" in result.stdout
    assert "sound2020" not in result.stdout
    assert (root / "references.bib").read_text(encoding="utf-8") == BIB


def test_half_an_answer_is_unknown_and_never_sound(root: Path) -> None:
    """An empty record, one that does not say whether it was retracted, and a list that is cut."""
    (root / "references.bib").write_text(
        "@book{half2020, title = {Half}, year = 2020, doi = {10.5555/half}}\n"
        "@book{many2020, title = {Veel}, year = 2020, doi = {10.5555/many}}\n",
        encoding="utf-8",
    )
    result = run("watch", "--root", root)

    told = next(line for line in result.stdout.splitlines() if "`half2020`" in line)
    for registry in ("Crossref", "OpenAlex"):
        assert f"{registry}\\: het antwoord zegt niets over dit werk" in told
    assert "`many2020`: Crossref\\: niet alles kwam mee wat dit werk bijwerkt" in result.stdout


def test_only_what_the_publisher_says_is_written(root: Path) -> None:
    """Three fields at one source; every other byte stays, and a second time changes nothing."""
    run("watch", "--root", root, "--write")
    written = (root / "references.bib").read_text(encoding="utf-8")
    lines = written.splitlines()
    start = lines.index("@article{retracted2021,")
    again = run("watch", "--root", root, "--write")

    assert lines[start + 2] == "  statusdoi = {10.5555/notice},"
    assert lines[start + 3] == "  status = {retracted},"
    assert [line for line in lines if "status" not in line] == BIB.splitlines()
    assert "Opgeschreven" not in again.stderr
    assert (root / "references.bib").read_text(encoding="utf-8") == written
    assert [one for one in problems_in(root) if one.code == "bad-source"] == []


def test_a_doi_with_odd_signs_is_asked_whole(root: Path, registry: tuple[str, list[str]]) -> None:
    """Signs that mean something in an address are part of the name of the work."""
    run("watch", "--root", root)

    assert "/works/10.5555/%28a%2Cb%29%3Cc%3E%231" in registry[1]


def test_a_registry_that_is_down_is_left_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After three failures it is asked no more, and nothing of it is called sound."""
    monkeypatch.setenv(watch.CROSSREF_SETTING, "http://127.0.0.1:9")
    result = run("watch", "--root", root, "--format", "json")
    unknown = [one["unknown"][0] for one in json.loads(result.stdout)["watched"]]

    assert len(unknown) == 6
    assert unknown[0] == "Crossref: er is geen verbinding met het register."
    assert unknown[-1] == "Crossref: niet gevraagd: het ging al enkele keren achter elkaar mis."


def test_an_address_that_is_not_safe_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Registries are asked over https only."""
    monkeypatch.setenv(watch.CROSSREF_SETTING, "http://registry.example")
    result = run("watch", "--root", root)

    assert result.exit_code == 2
    assert "KENNISBANK_CROSSREF_ADDRESS is 'http://registry.example'" in result.stderr
