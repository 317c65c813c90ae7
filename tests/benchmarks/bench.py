"""Our build beside plain MkDocs with Material, over the same text, in one run; and the check alone.

make bench            1,000 entries for the builds, 10,000 for the check
BENCH_ENTRIES=200 BENCH_CHECKED=500 make bench
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generated import write_library
from kennisbank.fields.specs import field_specs
from kennisbank.library.loading import load_library
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.reading.mention_patterns import CITATION, ENTRY_LINK, citation_of, entry_link_of
from kennisbank.reading.mentions import find_citations

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kennisbank.library.library import EntryFile, EntryKey

REPOSITORY = Path(__file__).parents[2]
ROUNDS = 3
PLAIN = """\
site_name: Plain
theme:
  name: material
  language: nl
  font: false
  features: [navigation.tabs]
plugins:
  - search: {lang: nl}
nav:
  - index.md
validation:
  nav: {omitted_files: info}
"""
OURS = """\
site_name: Ours
theme:
  name: material
  language: nl
  font: false
  features: [navigation.tabs]
plugins:
  - kennisbank
nav:
  - index.md
"""
HOME = "---\ntitle: Start\ndescription: Start\n---\n\nTekst.\n"


def main() -> None:
    """Print seconds for both builds and their ratio, and seconds and memory for the check."""
    entries = int(os.environ.get("BENCH_ENTRIES", "1000"))
    with tempfile.TemporaryDirectory() as folder:
        compare_builds(Path(folder), entries)
    with tempfile.TemporaryDirectory() as folder:
        measure_check(Path(folder), int(os.environ.get("BENCH_CHECKED", "10000")))


def compare_builds(folder: Path, count: int, rounds: int = ROUNDS) -> None:
    """Build both sites in turn, so that noise of the machine falls on both."""
    ours, plain = folder / "ours", folder / "plain"
    write_library(ours, count)
    (ours / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    (ours / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    write_markdown_twin(ours, plain)
    seconds: dict[Path, list[float]] = {ours: [], plain: []}
    for _ in range(rounds):
        for site, taken in seconds.items():
            taken.append(run([sys.executable, "-m", "mkdocs", "build", "-q"], site))
    ours_median, plain_median = (statistics.median(seconds[site]) for site in (ours, plain))
    print(f"build of {count} entries, median of {rounds}, seconds")
    print(f"  plain MkDocs + Material  {plain_median:6.2f}")
    print(f"  ours                     {ours_median:6.2f}")
    print(f"  ratio                    {ours_median / plain_median:6.2f}")


def measure_check(folder: Path, count: int) -> None:
    """Check a large library once, in a process of its own."""
    write_library(folder, count)
    command = [Path(sys.executable).with_name("kennisbank"), "check", folder]
    seconds = run([str(part) for part in command], folder)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"kennisbank check of {count} entries: {seconds:.2f} s")
    print(f"  largest child process so far: {peak:.0f} MiB")


def run(command: list[str], folder: Path) -> float:
    """Return how many seconds a command takes; its failure ends the benchmark."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    start = time.perf_counter()
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def write_markdown_twin(library_root: Path, plain: Path) -> None:
    """Write what the readers of a library see as ordinary Markdown pages outside the navigation."""
    (plain / "docs").mkdir(parents=True)
    (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (plain / "docs" / "index.md").write_text("# Start\n", encoding="utf-8")
    library, _ = load_library(library_root)
    context = RenderContext(library, Repository())
    for key, file in library.files.items():
        page = plain / "docs" / file.kind.address / f"{file.id}.md"
        page.parent.mkdir(exist_ok=True)
        parts = [*texts_of(file, context), *related_of(context, key), *sources_of(file, context)]
        page.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def texts_of(file: EntryFile, context: RenderContext) -> Iterator[str]:
    """Yield the texts of an entry under the headings of their fields, mentions as plain links."""
    titles = {spec.name: spec.title for spec in field_specs(file.kind)}
    shown = ""
    for text in file.texts:
        name = str(text.key_path[0])
        if name not in {shown, "title"}:
            yield f"## {titles[name]}"
        shown = name
        prose = with_plain_links(text.text, context)
        yield f"# {prose}" if name == "title" else f"- {prose}" if len(text.key_path) > 1 else prose


def with_plain_links(text: str, context: RenderContext) -> str:
    """Return Markdown in which citations and links to entries are ordinary links."""

    def cite(match: re.Match[str]) -> str:
        works = [(context.works[work.key], work) for work in citation_of(match).works]
        shown = [
            f"[{work.form.parenthetical}, {work.form.year}, {mention.locator}](#{work.key})"
            for work, mention in works
        ]
        return f"({'; '.join(shown)})"

    def link(match: re.Match[str]) -> str:
        found = entry_link_of(match)
        target = context.site_map.find(found.kind, found.id)
        return f"[{target.title}]({found.id}.md)" if target else match[0]

    return CITATION.sub(cite, ENTRY_LINK.sub(link, text))


def related_of(context: RenderContext, key: EntryKey) -> Iterator[str]:
    """Yield what is related, as a list of links with their reason and text."""
    for kind, related in context.site_map.related(key).items():
        yield f"## {kind}"
        for one in related:
            folder = one.target.address.split("/")[0]
            link = f"[{one.target.title}](../{folder}/{one.target.key.id}.md)"
            yield f"- {link}\n  {', '.join(one.reasons)}\n\n    {one.target.text}"


def sources_of(file: EntryFile, context: RenderContext) -> Iterator[str]:
    """Yield the list of references that the texts of an entry cite."""
    found = [find_citations(text.text) for text in file.texts]
    keys = {work.key for citations in found for one in citations for work in one.works}
    if keys:
        yield "## Bronnen"
    for key in sorted(keys):
        work = context.works[key]
        yield f"- {context.plain(work.reference)} {work.state} {work.design}"


if __name__ == "__main__":
    main()
