"""A new library is whole: it passes the check, builds, and shows what each kind can be."""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
import yaml

from commanding import run
from kennisbank.build import build_site
from kennisbank.cli.init import PRESETS, calling, repository_of
from kennisbank.cli.schema import schemas_of
from kennisbank.messages import LANGUAGES
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

KINDS_PAGE = REPOSITORY / "scripts/kennisbank/presets/common/KINDS.md"
COMBINATIONS = [(preset, language) for preset in PRESETS for language in LANGUAGES]


@pytest.mark.parametrize(("preset", "language"), COMBINATIONS)
def test_a_new_library_is_right_at_once(preset: str, language: str, tmp_path: Path) -> None:
    """Strictly checked, no plainer word advised, and every kind has an example on the site."""
    root = tmp_path / "my-library"
    made = run("init", root, "--preset", preset, "--language", language)
    checked = run("check", root, "--strict", "--language")
    site = build_site(root)
    kinds = site.library.kinds

    assert made.exit_code == 0, made.output
    assert checked.exit_code == 0, checked.output
    assert "stiff" not in checked.output
    assert site.problems == ()
    assert [kind.kind for kind in kinds if not site.library.of_kind(kind)] == []
    assert site.library.bibliography.sources
    assert yaml.safe_load((root / "kennisbank.yml").read_text(encoding="utf-8"))["language"] == (
        language
    )


def test_what_a_new_library_holds(tmp_path: Path) -> None:
    """Its name, its date, the version that it builds with, and what editors and GitHub look at."""
    root = tmp_path / "veilig-naar-school"
    run("init", root, "--preset", "glossary")
    said = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*")
        if path.is_file()
    }

    assert 'site_name: "Veilig naar school"' in said["mkdocs.yml"]
    assert said["requirements.txt"] == f"kennisbank=={version('kennisbank')}\n"
    assert {".gitignore", ".vscode/settings.json", ".github/workflows/site.yml"} <= said.keys()
    assert {"README.md", "docs/schemas/term.json", "docs/schemas/names.json"} <= said.keys()
    assert not [path for path, text in said.items() if "@" + "TODAY@" in text]
    assert run("schema", "--check", "--root", root).exit_code == 0


def test_a_new_library_has_the_page_about_kinds() -> None:
    """Who has only the package reads there what can stand in kennisbank.yml."""
    page = (REPOSITORY / "docs/development/kinds.md").read_text(encoding="utf-8")
    text = "# Kinds as data\n" + page.split("\n---\n", 1)[1]
    if os.environ.get("UPDATE_EXPECTED"):
        KINDS_PAGE.write_text(text, encoding="utf-8")

    assert KINDS_PAGE.read_text(encoding="utf-8") == text, "run: make renew"


def test_a_library_calls_the_workflow_of_this_repository(tmp_path: Path) -> None:
    """It gets the same file, so that what is tested here runs there."""
    run("init", tmp_path, "--preset", "glossary")
    name = ".github/workflows/library.yml"

    assert (tmp_path / name).read_bytes() == (REPOSITORY / name).read_bytes()


def test_a_package_that_says_where_it_is_lends_its_workflow() -> None:
    """Then a library calls that of the release it builds with, and has no copy of it."""
    urls = ["Changelog, https://example.org/", "Repository, https://github.com/someone/kennisbank"]
    folder = PurePosixPath(".github/workflows")
    presets = REPOSITORY / "scripts/kennisbank/presets/common/dot-github/workflows"
    names = ("site.yml", "library.yml")
    texts = {folder / name: (presets / name).read_text(encoding="utf-8") for name in names}
    found = calling(texts, repository_of(urls))
    jobs = yaml.safe_load(found[folder / "site.yml"])["jobs"]

    assert [path.name for path in found] == ["site.yml"]
    assert jobs["build"]["uses"] == (
        f"someone/kennisbank/.github/workflows/library.yml@v{version('kennisbank')}"
    )
    assert calling(texts, repository_of(urls[:1])) == texts


@pytest.mark.parametrize("written", ["someone/theirs", "https://github.com/someone/theirs.git"])
def test_a_maker_says_where_the_generator_is(tmp_path: Path, written: str) -> None:
    """Its workflow is called then, and there is no copy to keep up to date."""
    made = run("init", tmp_path, "--language", "en", "--generator-repository", written)
    site = (tmp_path / ".github/workflows/site.yml").read_text(encoding="utf-8")

    assert made.exit_code == 0, made.output
    assert "uses: someone/theirs/.github/workflows/library.yml@v" in site
    assert not (tmp_path / ".github/workflows/library.yml").exists()
    assert "GitHub builds it with the workflow of the generator." in made.output


def test_what_is_no_repository_is_told(tmp_path: Path) -> None:
    """Nothing is written."""
    refused = run("init", tmp_path, "--language", "en", "--generator-repository", "theirs")

    assert refused.exit_code == 2
    assert "'theirs' is no owner/name of a repository on GitHub." in refused.output
    assert [*tmp_path.iterdir()] == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Where one file is there already, none is written, and the first few are named."""
    (tmp_path / "README.md").write_text("Van mij.", encoding="utf-8")
    refused = run("init", tmp_path)

    assert refused.exit_code == 2
    assert "README.md" in refused.output
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Van mij."


def test_a_folder_with_other_files_becomes_a_library(tmp_path: Path) -> None:
    """What has another name stays, and the second time everything is there already."""
    (tmp_path / "aantekeningen.txt").write_text("Van mij.", encoding="utf-8")

    assert run("init", tmp_path, "--preset", "practices").exit_code == 0
    assert (tmp_path / "aantekeningen.txt").exists()
    assert run("init", tmp_path, "--preset", "practices").exit_code == 2


def test_a_choice_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    """Both of the presets and of the languages."""
    assert "glossary" in run("init", tmp_path, "--preset", "woorden").output
    assert "nl" in run("init", tmp_path, "--language", "fr").output


def test_schemas_follow_from_kinds(tmp_path: Path) -> None:
    """What init writes for editors is what `kennisbank schema` would."""
    run("init", tmp_path)
    kinds = build_site(tmp_path).library.kinds

    for path, text in schemas_of(kinds).items():
        assert (tmp_path / path).read_text(encoding="utf-8") == text
