"""A built site becomes what its search misses and weighs; the pipeline stops below the aims.

python tests/check_search.py site

How fast the search is, `make bench-search` tells: a busy machine must not stop a publication.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from asking import ask_ours, below_aim, questions, score
from bench_search import LISTS, opened, sent_before_first_result
from check_budgets import BUDGETS
from conftest import CHROMIUM_OPTIONS

BUDGET = "search-first-result-kilobytes"


def main(site: Path) -> None:
    """Print recall for each list of questions, and weight; leave with 1 when one misses its aim."""
    if not (site / "zoeken" / "index.html").is_file():
        sys.exit(f"There is no search in {site}.")
    missed = []
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        for file in LISTS.values():
            asked = questions(file)
            with opened(browser, site, "zoeken/") as page:
                found = ask_ours(page, asked)
            print(f"{file}: recall {score(asked, found).recall:.3f} over {len(asked)} questions")
            missed += [f"{file}: {line}" for line in below_aim(asked, found)]
        weight = sum(sent_before_first_result(browser, site, "taakroulatie").values()) / 1e3
        browser.close()
    budget = yaml.safe_load(BUDGETS.read_text(encoding="utf-8"))[BUDGET]
    print(f"{BUDGET}: {weight:.1f}, budget {budget}")
    if weight > budget:
        missed.append(f"{BUDGET}: {weight:.1f}, over its budget of {budget}")
    print("\n".join(missed) or "The search meets its aims.")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
