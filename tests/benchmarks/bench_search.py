"""Our search beside ready ones, over the same pages in one run; then its weight and its speed.

Questions of readers are scored in the order in which a page draws its links: the first, the first
five, what a phone shows at once, and whether a question that has no answer is told so.

make bench-search                     figures per class and per job, bytes and milliseconds
BENCH_SIZES=1000 make bench-search    sizes of the generated libraries (1000 and 10000)
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from asking import (
    NONE,
    ask_ours,
    plain_address,
    questions,
    readers_questions,
    reading,
    score,
)
from generated import write_library
from kennisbank.library.loading import load_library
from kennisbank.outputs.search.index import search_files
from kennisbank.outputs.search.records import records
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.finding import finding_pages
from kennisbank.theme.look import OVERRIDES, look_files
from opening import start_chromium
from ready_engines import ask_minisearch, ask_pagefind, index_with_pagefind
from running import REPOSITORY, mkdocs
from serving import folder_served

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

    from asking import Answer, Question

HELD_OUT = "readers-held-out"
READERS = {
    "tuned on": "readers",
    "tuned on too": "readers-tuning",
    "tuned on since": "readers-tuning-2",
    "half to tune on": "readers-tuning-3",
    "held out": HELD_OUT,
    "other half, asked once and tuned on since": "readers-held-out-3",
    "asked once and tuned on since": "readers-held-out-4",
}
LISTS = {"tuned on": "queries", "held out": "queries-held-out"}
SLOWER = 4
ROUNDS = 3
TYPED = ["taakroulatie", "hoe krijg ik mijn team aan het leren", "jobcraftng", "werkplekgesprek"]
THEIRS = Path(str(files("material"))) / "templates"
# The theme as it comes: our own templates have no place for its search.
THEME = """\
INHERIT: {repository}/mkdocs.yml
docs_dir: {repository}/docs
theme: {{custom_dir: {plain}}}
plugins: [{{search: {{lang: nl}}}}, kennisbank]
"""
# A page without the theme: what the search page loads is the same.
SAYS = '<script src="../assets/javascripts/messages.js" defer></script>'
HEAD = f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>Zoeken</title>{SAYS}'
# Resolves with the milliseconds from each key to the results being drawn.
TYPE = """
async (text) => {
  const field = document.querySelector("#kb-search-field");
  const answers = document.querySelector(".kb-answers");
  const taken = [];
  for (let size = 1; size <= text.length; size++) {
    const start = performance.now();
    const drawn = new Promise((resolve) => {
      const observer = new MutationObserver(() => { observer.disconnect(); resolve(); });
      observer.observe(answers, { childList: true });
    });
    field.value = text.slice(0, size);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await drawn;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    taken.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  return taken;
}
"""
# Whether the theme's search waits for words.
WAITING = "() => /^Typ /.test(document.querySelector('.md-search-result__meta').innerText)"
# Notes which files had come in when the first result stood on the page.
FIRST_RESULT = """
new MutationObserver((_, observer) => {
  if (!document.querySelector(".kb-result")) return;
  observer.disconnect();
  const files = performance.getEntriesByType("resource").filter((one) => one.responseEnd > 0);
  window.filesBefore = files.map((one) => new URL(one.name).pathname);
}).observe(document, { childList: true, subtree: true });
"""


def main() -> None:
    """Print all figures."""
    sizes = [int(size) for size in os.environ.get("BENCH_SIZES", "1000 10000").split()]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = start_chromium(playwright)
        site = Path(folder) / "site"
        build(site)
        compare_for_readers(browser, site)
        compare(browser, site, Path(folder))
        print("\nfirst result on a phone, and milliseconds on a processor four times slower")
        measure(browser, site, "this library", "taakroulatie", TYPED)
        for size in sizes:
            site = Path(folder) / str(size)
            write_site(Path(folder) / f"library-{size}", site, size)
            typed = ["leerplek taakgroep", "werkvormgesprek", "methode 412"]
            measure(browser, site, f"{size} generated", "leerplek", typed)
        browser.close()


def build(site: Path, *options: str) -> None:
    """Build the site of this repository; a failure ends the benchmark."""
    done = mkdocs("build", "--quiet", "--site-dir", str(site), *options, folder=REPOSITORY)
    if done.returncode:
        sys.exit(done.stderr)


def compare_for_readers(browser: Browser, site: Path) -> None:
    """Print how the questions of readers are answered by ours, MiniSearch and Pagefind."""
    library = load_library(REPOSITORY)[0]
    context = RenderContext(library, Repository())
    documents = records(context, tuple(finding_pages(context)))
    index_with_pagefind(site)
    for name, file in READERS.items():
        asked = readers_questions(file)
        with opened(browser, site, "zoeken/") as page:
            ours = ask_ours(page, asked)
            mini = ask_minisearch(page, documents, asked)
            find = ask_pagefind(page, asked)
        print(f"\n{file}.yml ({name}): first, first five, MRR")
        print(f"{'class':14}{'n':>4}{'    ours  mini  find' * 3}  screen results says")
        names = dict.fromkeys([one.kind for one in asked] + [one.job for one in asked])
        for part in [*names, "answerable"]:
            print_readings(part, asked, (ours, mini, find))


def print_readings(part: str, asked: list[Question], answers: Iterable[list[Answer]]) -> None:
    """Print the figures of one class or one job, or of all questions that have an answer."""
    rows = [
        at
        for at, one in enumerate(asked)
        if part == one.kind or (one.kind != NONE and part in {one.job, "answerable"})
    ]
    chosen = [asked[at] for at in rows]
    read = [reading(chosen, [found[at] for at in rows]) for found in answers]
    columns = [[one.first for one in read], [one.five for one in read], [one.rank for one in read]]
    figures = "".join("  " + "".join(f"{figure:6.3f}" for figure in column) for column in columns)
    own = read[0]
    more = f"{own.screen:8.3f}{own.results:8.1f}{own.says:6.3f}"
    print(f"{part:14}{own.count:>4}{figures}{more}")


def compare(browser: Browser, site: Path, folder: Path) -> None:
    """Print recall and rank of both searches for each class of each list."""
    theme = folder / "theme"
    copy_templates_of_theme(folder / "plain")
    settings = THEME.format(repository=REPOSITORY, plain=folder / "plain")
    (folder / "theme.yml").write_text(settings, encoding="utf-8")
    build(theme, "--config-file", str(folder / "theme.yml"))
    for name, file in LISTS.items():
        asked = questions(file)
        with opened(browser, site, "zoeken/") as page:
            ours = [list(answer.addresses) for answer in ask_ours(page, asked)]
        with opened(browser, theme, "", width=1280) as page:
            others = [ask_theme(page, one.text) for one in asked]
        print(f"\n{file}.yml ({name})         recall@5         MRR")
        print(f"{'class':16}{'n':>4}    ours  theme     ours  theme")
        for kind in [*dict.fromkeys(one.kind for one in asked), "all"]:
            print_row(kind, asked, ours, others)


def copy_templates_of_theme(folder: Path) -> None:
    """Copy what the theme has for each template of ours: a folder of its own goes before ours."""
    for ours in OVERRIDES.rglob("*.html"):
        path = ours.relative_to(OVERRIDES)
        theirs = THEIRS / path
        if theirs.is_file():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(theirs, folder / path)


def print_row(
    kind: str, asked: list[Question], ours: list[list[str]], others: list[list[str]]
) -> None:
    """Print the figures of one class, or of all."""
    rows = [at for at, one in enumerate(asked) if kind in {one.kind, "all"}]
    chosen = [asked[at] for at in rows]
    own = score(chosen, [ours[at] for at in rows])
    other = score(chosen, [others[at] for at in rows])
    figures = f"{own.recall:8.3f}{other.recall:7.3f} {own.rank:8.3f}{other.rank:7.3f}"
    print(f"{kind:16}{own.count:>4}{figures}")


def ask_theme(page: Page, text: str) -> list[str]:
    """Return what the theme's own search shows for a question, the best first."""
    field = page.locator("[data-md-component=search-query]")
    field.click()
    # It listens to keys only.
    field.fill("")
    field.press("End")
    page.wait_for_function(f"({WAITING})()")
    field.fill(text)
    field.press("End")
    page.wait_for_function(f"!({WAITING})()")
    addresses: list[str] = page.eval_on_selector_all(
        ".md-search-result__item",
        "items => items.map(item => new URL(item.querySelector('a').href).pathname)",
    )
    return [plain_address(address.removeprefix("/")) for address in addresses]


def write_site(library: Path, site: Path, size: int) -> None:
    """Write the search page of a generated library, with all it loads and no theme."""
    write_library(library, size)
    layout = RenderContext(load_library(library)[0], Repository())
    page = next(finding_pages(layout))
    (site / "zoeken").mkdir(parents=True)
    (site / page.file).write_text(f"{HEAD}{page.html}</html>", encoding="utf-8")
    for path, content in (look_files() | search_files(layout, ())).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)


def measure(browser: Browser, site: Path, name: str, text: str, typed: list[str]) -> None:
    """Print the bytes that come in before the first result, and how long each key takes."""
    sent = sent_before_first_result(browser, site, text)
    client = sum(size for path, size in sent.items() if "javascripts" in path)
    total = sum(sent.values()) / 1000
    print(f"{name:16} {total:6.1f} kB gzipped, of which client {client / 1000:.1f} kB")
    with opened(browser, site, "zoeken/") as page:
        page.wait_for_timeout(3000)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.evaluate(TYPE, "warm")
        for one in typed:
            # The machine has other things to do too; the fastest of some runs is the search's own.
            runs: list[list[float]] = [page.evaluate(TYPE, one) for _ in range(ROUNDS)]
            fastest = [min(key) for key in zip(*runs, strict=True)]
            print(f"    {one:40} last key {fastest[-1]:4.0f} ms, slowest {max(fastest):4.0f} ms")


def sent_before_first_result(browser: Browser, site: Path, text: str) -> dict[str, int]:
    """Return the bytes of each file of the search that comes in before the first result."""
    with opened(browser, site, f"zoeken/?q={text}", FIRST_RESULT) as page:
        page.wait_for_selector(".kb-result")
        files: list[str] = page.evaluate("window.filesBefore")
    return {
        path: len(gzip.compress((site / path[1:]).read_bytes()))
        for path in files
        if "search" in path
    }


@contextmanager
def opened(
    browser: Browser, site: Path, path: str, script: str = "", width: int = 360
) -> Iterator[Page]:
    """Open a page of a site, as wide as a phone unless told."""
    with folder_served(site) as address:
        size: ViewportSize = {"width": width, "height": 800}
        # Our policy, which every page carries, lets nothing of the theme's run.
        page = browser.new_page(viewport=size, locale="nl-NL", bypass_csp=True)
        if script:
            page.add_init_script(script)
        page.goto(f"{address}/{path}", wait_until="load")
        yield page
        page.close()


if __name__ == "__main__":
    main()
