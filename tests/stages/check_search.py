"""A built site becomes what its search misses and weighs; the pipeline stops below the aims.

python tests/stages/check_search.py site

How fast the search is, `make bench-search` tells: a busy machine must not stop a publication.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from playwright.sync_api import sync_playwright

from asking import ask_ours, below_aim, missed_by_readers, questions, readers_questions, score
from bench_search import HELD_OUT, LISTS, opened, sent_before_first_result
from check_budgets import BUDGETS
from opening import start_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BUDGET = "search-first-result-kilobytes"


def main(site: Path) -> None:
    """Print what the search misses, then what it weighs; leave with 1 when it misses an aim."""
    if not (site / "zoeken" / "index.html").is_file():
        sys.exit(f"There is no search in {site}.")
    with sync_playwright() as playwright:
        browser = start_chromium(playwright)
        # A search that finds nothing has no first result to weigh.
        missed = unfound(browser, site) or too_heavy(browser, site)
        browser.close()
    print("\n".join(missed) or "The search meets its aims.")
    sys.exit(bool(missed))


def unfound(browser: Browser, site: Path) -> list[str]:
    """Print recall for each list of questions, and return where it is below its aim."""
    missed = []
    for file in LISTS.values():
        asked = questions(file)
        with opened(browser, site, "zoeken/") as page:
            found = [answer.addresses for answer in ask_ours(page, asked)]
        print(f"{file}: recall {score(asked, found).recall:.3f} over {len(asked)} questions")
        missed += [f"{file}: {line}" for line in below_aim(asked, found)]
    asked = readers_questions(HELD_OUT)
    with opened(browser, site, "zoeken/") as page:
        answers = ask_ours(page, asked)
    return missed + [f"{HELD_OUT}: {line}" for line in missed_by_readers(asked, answers)]


def too_heavy(browser: Browser, site: Path) -> list[str]:
    """Print what comes in before the first result, and return that when it is over its budget."""
    weight = sum(sent_before_first_result(browser, site, "taakroulatie").values()) / 1e3
    budget: float = yaml.safe_load(BUDGETS.read_text(encoding="utf-8"))[BUDGET]
    told = f"{BUDGET}: {weight:.1f}, budget {budget}"
    print(told)
    return [told] if weight > budget else []


if __name__ == "__main__":
    main(Path(sys.argv[1]))
