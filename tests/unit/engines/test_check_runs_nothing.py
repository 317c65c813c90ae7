"""Looking at the settings of somebody else runs nothing that they name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from broken_libraries import SETTINGS, copy_of_example
from commanding import run

if TYPE_CHECKING:
    from pathlib import Path

# Deeper than Python calls itself; PyYAML takes the square of it.
DEEP = "[" * 600 + "]" * 600


@pytest.mark.parametrize(
    "settings",
    [
        "hooks: [geplant.py]\n",
        "extra: !!python/object/apply:os.system ['touch geraakt']\n",
        "extra: {a: !!python/object/new:os.system ['touch geraakt']}\n",
        "markdown_extensions: [geplant]\n",
        "markdown_extensions: [{geplant: {}}]\n",
        "markdown_extensions: {geplant: {}}\n",
        "markdown_extensions: ['markdown.util:geplant']\n",
        "markdown_extensions: [{toc: {slugify: !!python/name:geplant.naam }}]\n",
    ],
)
def test_check_runs_nothing_that_the_settings_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    """A build has to run hooks and extensions; whoever only looks at a proposal does not."""
    root = copy_of_example(tmp_path)
    monkeypatch.chdir(root)
    monkeypatch.syspath_prepend(str(root))
    code = "from pathlib import Path\nPath('geraakt').touch()\nnaam = makeExtension = print\n"
    (root / "geplant.py").write_text(code, encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS + settings, encoding="utf-8")
    result = run("check", root)

    assert result.output
    assert not (root / "geraakt").exists()


def test_settings_that_themes_are_documented_with_are_fine(tmp_path: Path) -> None:
    """Extensions whose options name functions are how Material tells to write emoji."""
    root = copy_of_example(tmp_path)
    extensions = (
        "markdown_extensions:\n  - attr_list\n  - toc: {permalink: true}\n"
        "  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
    )
    (root / "mkdocs.yml").write_text(SETTINGS + extensions, encoding="utf-8")

    assert run("check", "--strict", root).output == "Alles klopt.\n"


@pytest.mark.parametrize("inherited", ["mkdocs.yml", "weg.yml", "docs"])
def test_settings_that_cannot_be_inherited_are_a_problem(tmp_path: Path, inherited: str) -> None:
    """A build would fail on them: a file that is not there, a folder, the file itself."""
    root = copy_of_example(tmp_path)
    (root / "mkdocs.yml").write_text(f"{SETTINGS}INHERIT: {inherited}\n", encoding="utf-8")
    said = "mkdocs.yml:4:1: bad-setting: de instellingen die dit erft, zijn niet te lezen."

    assert said in run("check", root).output


@pytest.mark.parametrize("settings", [f"extra: {DEEP}\n", f"nav: {DEEP}\n"])
def test_settings_without_end_are_a_problem_and_no_traceback(tmp_path: Path, settings: str) -> None:
    """Lists in lists, deeper than can be followed, are not read."""
    root = copy_of_example(tmp_path)
    (root / "mkdocs.yml").write_text(SETTINGS + settings, encoding="utf-8")
    result = run("check", root)

    assert result.exit_code == 1
    assert "mkdocs.yml:1:1: yaml-syntax: dit bestand is niet te lezen." in result.output


@pytest.mark.parametrize("settings", ["5\n", "- site_name: Proef\n", "site_name\n", "2026-01-01\n"])
def test_settings_without_names_are_a_problem(tmp_path: Path, settings: str) -> None:
    """A number, a list, a word."""
    root = copy_of_example(tmp_path)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")

    assert "mkdocs.yml:1:1: bad-setting: moet uit namen met waarden" in run("check", root).output


def test_a_value_that_is_named_without_end_is_looked_at_once(tmp_path: Path) -> None:
    """Nine lists that each hold the one before twenty times are 512,000,000,000 values."""
    root = copy_of_example(tmp_path)
    rows = ["k0: &a0 [x.css]"]
    rows += [f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 20)}]" for n in range(1, 9)]
    nested = "extra:\n" + "".join(f"  {row}\n" for row in rows) + "extra_css: *a8\n"
    (root / "mkdocs.yml").write_text(SETTINGS + nested, encoding="utf-8")

    assert run("check", root).exit_code == 0


def test_settings_that_are_a_pipe_hold_nobody_up(tmp_path: Path) -> None:
    """What is no plain file is not opened."""
    root = copy_of_example(tmp_path)
    (root / "mkdocs.yml").unlink(missing_ok=True)
    os.mkfifo(root / "mkdocs.yml")

    assert "mkdocs.yml:1:1: bad-file: is geen gewoon bestand." in run("check", root).output
