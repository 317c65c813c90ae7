"""The generators that ours is measured beside, each with the same text in a form that it builds.

Links and anchors are checked by none of them. What is not installed is left out of the table.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ENGINES = REPOSITORY / ".venv" / "engines" / "bin" / "python"
# Where the benchmark puts what it installs; nothing of it is part of the project.
TOOLS = REPOSITORY / "build" / "bench"
ELEVENTY = TOOLS / "node_modules" / ".bin" / "eleventy"
SPHINX = TOOLS / "sphinx" / "bin" / "sphinx-build"
MATERIAL = """\
site_name: Plain
theme: {name: material, language: nl, font: false, features: [navigation.tabs]}
plugins: [{search: {lang: nl}}]
nav: [index.md]
validation:
  nav: {omitted_files: info}
"""
_HUGO = {
    "hugo.toml": (
        'baseURL = "http://127.0.0.1/"\ntitle = "Plain"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n'
    ),
    "layouts/_default/single.html": (
        "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>"
    ),
    "layouts/_default/list.html": (
        "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}<ul>{{ range .Pages }}"
        '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main>'
    ),
}
_ELEVENTY = {
    "_includes/page.njk": (
        "<!doctype html><title>{{ title }}</title><main>{{ content | safe }}</main>"
    ),
    "docs/docs.json": '{"layout": "page.njk"}',
    "eleventy.config.mjs": (
        'export default (config) => { config.setInputDirectory("docs"); '
        'config.setIncludesDirectory("../_includes"); };\n'
    ),
}
_CONF = "project = 'Plain'\nextensions = ['sphinxcontrib.bibtex']\nbibtex_bibfiles = ['all.bib']\n"


@dataclass(frozen=True)
class Peer:
    """A generator: how its folder is filled from a twin in Markdown, and what builds and serves it.

    `serve` gets a port; the pages are at the same addresses for all. `largest` is the number of
    entries above which it is not asked.
    """

    name: str
    installed: Callable[[], bool]
    prepare: Callable[[Path, Path], None]
    build: tuple[str, ...]
    version: tuple[str, ...]
    site: str = "site"
    serve: tuple[str, ...] = ()
    largest: int = 10_000


def install() -> None:
    """Install what the registries of npm and Python give; Hugo comes with the system."""
    if not ELEVENTY.exists() and shutil.which("npm"):
        _run("npm", "install", "--silent", "--no-fund", "--prefix", TOOLS, "@11ty/eleventy@3.1.8")
    if not SPHINX.exists():
        _run(sys.executable, "-m", "venv", TOOLS / "sphinx")
        pip = TOOLS / "sphinx" / "bin" / "pip"
        _run(pip, "install", "--quiet", "sphinx==8.2.3", "sphinxcontrib-bibtex==2.6.5")


def _run(*command: object) -> None:
    # What cannot be installed here is left out of the table.
    subprocess.run([str(part) for part in command], check=False)


def _write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _material(twin: Path, folder: Path) -> None:
    shutil.copytree(twin, folder / "docs")
    _write(folder, {"mkdocs.yml": MATERIAL})


def _with_heads(twin: Path, folder: Path, home: str) -> None:
    """Copy the pages with their title in a head, as most generators want it."""
    for path in twin.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        title = text.partition("\n")[0].lstrip("# ")
        name = home if path.name == "index.md" else path.relative_to(twin).as_posix()
        _write(folder, {name: f"---\ntitle: {title!r}\n---\n\n{text}"})


def _hugo(twin: Path, folder: Path) -> None:
    _with_heads(twin, folder / "content", "_index.md")
    _write(folder, _HUGO)


def _eleventy(twin: Path, folder: Path) -> None:
    _with_heads(twin, folder / "docs", "index.md")
    _write(folder, _ELEVENTY)


def _sphinx(twin: Path, folder: Path) -> None:
    """Write the pages as reStructuredText whose citations Sphinx formats itself."""
    for path in twin.rglob("*.md"):
        text = re.sub(r"\[([^\]]*)\]\(#([^)]*)\)", r":cite:p:`\2`", path.read_text("utf-8"))
        text = text.partition("## Bronnen")[0]
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
        lines = (
            "\n".join(_as_rst(text)) + "\n\n.. bibliography::\n   :filter: docname in docnames\n"
        )
        _write(folder, {path.relative_to(twin).with_suffix(".rst").as_posix(): lines})
    names = sorted(one.relative_to(twin).with_suffix("").as_posix() for one in twin.glob("*/*.md"))
    contents = "".join(f"   {name}\n" for name in names)
    _write(folder, {"index.rst": f"Plain\n=====\n\n.. toctree::\n\n{contents}", "conf.py": _CONF})
    shutil.copy(twin.parent / "references.bib", folder / "all.bib")


def _as_rst(text: str) -> Iterator[str]:
    for line in text.splitlines():
        marks = len(line) - len(line.lstrip("#"))
        yield line.lstrip("# ") if marks else line
        if marks:
            yield ("=-~"[marks - 1]) * len(line)


PEERS = (
    Peer(
        "Hugo",
        lambda: bool(shutil.which("hugo")),
        _hugo,
        ("hugo", "--quiet", "--destination", "site"),
        ("hugo", "version"),
        serve=("hugo", "server", "--quiet", "--port", "PORT"),
    ),
    Peer(
        "Eleventy",
        ELEVENTY.exists,
        _eleventy,
        (str(ELEVENTY), "--quiet", "--output=site"),
        (str(ELEVENTY), "--version"),
        serve=(str(ELEVENTY), "--quiet", "--serve", "--port=PORT", "--output=site"),
    ),
    Peer(
        "MkDocs + Material",
        lambda: True,
        _material,
        (sys.executable, "-m", "mkdocs", "build", "--quiet"),
        (sys.executable, "-m", "mkdocs", "--version"),
    ),
    Peer(
        "Zensical",
        ENGINES.exists,
        _material,
        (str(ENGINES), "-m", "zensical", "build", "--clean"),
        (str(ENGINES), "-m", "zensical", "--version"),
    ),
    Peer(
        "Sphinx + bibtex",
        SPHINX.exists,
        _sphinx,
        (str(SPHINX), "-q", "-E", ".", "site"),
        (str(SPHINX), "--version"),
        largest=100,
    ),
)
