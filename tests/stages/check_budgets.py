"""A built site becomes its weights, each beside what it may weigh; the pipeline stops at too much.

python tests/stages/check_budgets.py site
"""

from __future__ import annotations

import gzip
import posixpath
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from html_files import read_html

if TYPE_CHECKING:
    from collections.abc import Iterator

BUDGETS = Path(__file__).parent / "budgets.yml"
LOADED = {".css", ".js", ".svg", ".png"}


def main(site: Path) -> None:
    """Print each weight and its budget; leave with 1 when one is over."""
    budgets: dict[str, float] = yaml.safe_load(BUDGETS.read_text(encoding="utf-8"))
    weights = weights_of(site)
    over = [name for name, weight in weights.items() if weight > budgets[name]]
    for name, weight in weights.items():
        told = "over" if name in over else "within"
        print(f"{name}: {weight:.1f}, {told} its budget of {budgets[name]}")
    sys.exit(bool(over))


def weights_of(site: Path) -> dict[str, float]:
    """Return what a site weighs, under the names of the budgets."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    if not pages:
        sys.exit(f"There is no site in {site}.")
    return {
        "site-megabytes": sum(path.stat().st_size for path in files) / 1e6,
        "site-files": len(files),
        "largest-file-megabytes": max(path.stat().st_size for path in files) / 1e6,
        "largest-page-kilobytes": max(sent(path) for path in pages) / 1e3,
        "heaviest-first-visit-kilobytes": max(first_visit(site, path) for path in pages) / 1e3,
    }


def first_visit(site: Path, page: Path) -> int:
    """Return the bytes that come in when a page is the first that a reader opens."""
    return sent(page) + sum(sent(path) for path in set(loaded(site, page)))


def loaded(site: Path, page: Path) -> Iterator[Path]:
    """Yield the styles, scripts and images that a page loads by itself."""
    for link in read_html(page.read_text(encoding="utf-8")).links:
        path = Path(posixpath.normpath(posixpath.join(page.parent, link.partition("?")[0])))
        if (
            path.suffix in {".css", ".js", ".svg", ".png"}
            and path.is_file()
            and site in path.parents
        ):
            yield path


@cache
def sent(path: Path) -> int:
    """Return how many bytes of a file go over the line, compressed as hosts do."""
    return len(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
