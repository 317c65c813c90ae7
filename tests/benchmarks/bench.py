"""Our builds and checks beside those of others, over the same text, in one run: only ratios hold.

make bench                  100, 1,000 and 10,000 entries; writes docs/development/benchmark.md
BENCH_SIZES="100" BENCH_ROUNDS=1 make bench
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generated import write_library
from kennisbank.fields.specs import field_specs
from kennisbank.library.loading import load_library
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.reading.mention_patterns import CITATION, ENTRY_LINK, citation_of, entry_link_of
from kennisbank.reading.mentions import find_citations
from peers import PEERS, TOOLS, install
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kennisbank.library.library import EntryFile, EntryKey
    from peers import Peer

REPORT = REPOSITORY / "docs" / "development" / "benchmark.md"
BROWSER = "## In the browser"
OURS = """\
site_name: Ours
theme: {name: material, language: nl, font: false, features: [navigation.tabs]}
plugins: [kennisbank]
nav: [index.md]
"""
HOME = "---\ntitle: Start\ndescription: Start\n---\n\nTekst.\n"
PARSE = """\
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).glob("m*/*.yml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""
# A build of which no earlier one left anything.
COLD = "kennisbank, cold"
# In seconds.
PATIENCE = 600
_BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_CHECK = (sys.executable, "-m", "kennisbank", "check", ".")
SERVE = (sys.executable, "-m", "kennisbank", "serve", "--address", "127.0.0.1:PORT")


class Cost(NamedTuple):
    """What a command took: seconds by the clock and of the processors, and its largest memory."""

    seconds: float
    processor: float
    mebibytes: float


def main() -> None:
    """Print and write the tables."""
    install()
    sizes = [int(size) for size in os.environ.get("BENCH_SIZES", "100 1000 10000").split()]
    rounds = int(os.environ.get("BENCH_ROUNDS", "3"))
    tables = []
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=TOOLS) as folder:
            tables.append(table(Path(folder), size, rounds if size < max(sizes) else 1))
        print(tables[-1], flush=True)
    # What `make lighthouse` measured stands behind it, written by hand.
    _, mark, browser = REPORT.read_text(encoding="utf-8").partition(BROWSER)
    REPORT.write_text(f"{report(tables)}\n{mark}{browser}".rstrip() + "\n", encoding="utf-8")


def table(folder: Path, size: int, rounds: int) -> str:
    """Return the table of one size: medians of so many rounds, in which all have their turn."""
    rows = measured(folder, size, rounds)
    first = next((cost for name, cost in rows.items() if name == "Hugo"), None)
    unit = first.seconds if first else 0.0
    lines = [
        f"## {size:,} entries",
        "",
        "| | s | of Hugo | processor s | of a cold one | MiB | files | site MiB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, cost in rows.items():
        ratio = f"{cost.seconds / unit:.2f}" if unit else "–"
        count, total = weight(folder / "sites" / name)
        ours = name.startswith("kennisbank,")
        share = f"{cost.processor / rows[COLD].processor:.2f}" if ours else "–"
        lines.append(
            f"| {name} | {cost.seconds:.2f} | {ratio} | {cost.processor:.2f} | {share}"
            f" | {cost.mebibytes:.0f} | {count or '–'} | {total or '–'} |"
        )
    shown = visible(folder, rounds)
    lines += ["", "Save → visible: " + ", ".join(f"{n} {s:.2f} s" for n, s in shown.items()) + "."]
    return "\n".join(lines) + "\n"


def measured(folder: Path, size: int, rounds: int) -> dict[str, Cost]:
    """Return the median of each build and check; the sites are left in a folder beside them."""
    ours, sites = folder / "ours", folder / "sites"
    write_library(ours, size)
    (ours / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    (ours / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    twin = folder / "twin"
    write_markdown_twin(ours, twin)
    shutil.copy(ours / "references.bib", folder)
    sites.mkdir()
    found: dict[str, list[Cost]] = {}
    peers = [peer for peer in PEERS if peer.installed() and size <= peer.largest]
    for peer in peers:
        peer.prepare(twin, folder / peer.name)
    kept = folder / "kept"
    for number in range(rounds):
        for peer in peers:
            place = folder / peer.name
            shutil.rmtree(place / peer.site, ignore_errors=True)
            found.setdefault(peer.name, []).append(run(peer.build, place, kept))
        shutil.rmtree(kept, ignore_errors=True)
        found.setdefault(COLD, []).append(run(_BUILD, ours, kept))
        found.setdefault("kennisbank, again", []).append(run(_BUILD, ours, kept))
        edit(ours / "methods" / "methode-1.yml", f"Ronde {number}.")
        found.setdefault("kennisbank, one entry edited", []).append(run(_BUILD, ours, kept))
        found.setdefault("kennisbank check", []).append(run(_CHECK, ours, kept))
        parse = (sys.executable, "-c", PARSE, ".")
        found.setdefault("PyYAML (C) parses the entries", []).append(run(parse, ours, kept))
    for peer in peers:
        (sites / peer.name).symlink_to(folder / peer.name / peer.site)
    (sites / COLD).symlink_to(ours / "site")
    return {name: median(costs) for name, costs in found.items()}


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(*(statistics.median(one) for one in zip(*costs, strict=True)))


def run(command: Sequence[str], folder: Path, kept: Path) -> Cost:
    """Return what a command takes in a folder; its failure ends the benchmark."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(kept)}
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as started:
        told = started.stderr.read() if started.stderr else b""
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        sys.exit(f"{command}: {told.decode()[-2000:]}")
    seconds = time.perf_counter() - start
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def weight(site: Path) -> tuple[int, int]:
    """Return the number of files of a site, and how many mebibytes they are."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) // 2**20


def edit(file: Path, word: str) -> None:
    """Put a word in front of the second sentence of an entry, or of the first line of a page."""
    text = file.read_text(encoding="utf-8")
    place = re.compile(r"^(summary: |(?=[A-Z]))(?:Ronde \w+\. )?", re.MULTILINE)
    changed = place.sub(rf"\g<1>{word} ", text, count=1)
    file.write_text(changed, encoding="utf-8")


def visible(folder: Path, rounds: int) -> dict[str, float]:
    """Return how long an edit takes to be at its address, for all that can serve."""
    served = [
        ("kennisbank", folder / "ours", SERVE, "methods/methode-1.yml"),
        *(
            (one.name, folder / one.name, one.serve, f"{where}/methoden/methode-1.md")
            for one, where in ((peer, _pages(peer)) for peer in PEERS)
            if one.serve and (folder / one.name).exists()
        ),
    ]
    return {
        name: statistics.median(seen(place, command, place / file, rounds))
        for name, place, command, file in served
    }


def _pages(peer: Peer) -> str:
    return "content" if peer.name == "Hugo" else "docs"


def seen(folder: Path, command: Sequence[str], file: Path, rounds: int) -> Iterator[float]:
    """Yield the seconds between a save and the page that shows it, of some edits."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [part.replace("PORT", str(port)) for part in command]
    address = f"http://127.0.0.1:{port}/methoden/methode-1/"
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet) as server:
        try:
            until(address, "</html>" if "kennisbank" in command else "</main>")
            for number in range(rounds + 1):
                # Whoever serves may still be busy with what it did for the last edit.
                time.sleep(2)
                start = time.perf_counter()
                edit(file, f"Ronde zichtbaar{number}.")
                until(address, f"zichtbaar{number}")
                yield time.perf_counter() - start
        finally:
            server.terminate()


def until(address: str, word: str) -> None:
    """Ask a page until it has a word."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310
            if word in answer.read().decode():
                return
        time.sleep(0.01)
    sys.exit(f"{address} never showed {word!r}")


def report(tables: Sequence[str]) -> str:
    """Return the page with all tables, and what they were measured on."""
    said = {
        peer.name: subprocess.run(
            peer.version, capture_output=True, text=True, check=False
        ).stdout.partition("\n")[0]
        for peer in PEERS
        if peer.installed()
    }
    numbers = {name: re.search(r"\d+(?:\.\d+)+", one) for name, one in said.items()}
    named = ", ".join(f"{name} {found[0]}" for name, found in numbers.items() if found)
    return (
        "---\ntitle: Benchmark\ndescription: Our builds beside those of others, over the same text,"
        " in one run.\n---\n\n"
        "Written by `make bench`. Only ratios within one run hold: another machine, or a busy one,"
        " gives other seconds. All build the same text; the others without checks, citations,"
        " rating, ranked search and exports. Links and anchors are checked by none of the others."
        f"\n\nMeasured on {time.strftime('%Y-%m-%d')}: {os.cpu_count()} processors"
        f" ({platform.machine()}), Python {platform.python_version()}; {named}.\n\n"
        + "\n".join(tables)
    )


def write_markdown_twin(library_root: Path, twin: Path) -> None:
    """Write what the readers of a library see as ordinary Markdown pages."""
    twin.mkdir(parents=True)
    (twin / "index.md").write_text("# Start\n\nTekst.\n", encoding="utf-8")
    library, _ = load_library(library_root)
    context = RenderContext(library, Repository())
    for key, file in library.files.items():
        page = twin / file.kind.address / f"{file.id}.md"
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
