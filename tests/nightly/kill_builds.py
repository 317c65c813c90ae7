"""Two builds of one library start at once and are killed; the site is the old one or the new.

make kills          200 rounds, with the count of what was left
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generated import write_small_library
from kills import begin, finish
from mkdocs_forks import read_templates

_HOME = "---\ntitle: Start\ndescription: Een begin\n---\n\n{}\n"
_FAILED = "failed.txt"
_TEXTS = ("Eerst.", "Anders.")
# From the begin of a round to the last kill, in times that one build takes alone: the second
# build waits for the first, and is killed while it waits, builds or puts its site in place.
_SPAN = 2.5


def build_site(root: Path) -> None:
    """Build a library, as `mkdocs build` does."""
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except Exception:
        (root / _FAILED).write_text(traceback.format_exc(), encoding="utf-8")
        raise
    finally:
        config.plugins.on_shutdown()


def site_of(root: Path) -> dict[str, bytes]:
    """Return every file of the site, by its path."""
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def write_home(root: Path, text: str) -> None:
    """Change the home page, and with it the site."""
    (root / "docs" / "index.md").write_text(_HOME.format(text), encoding="utf-8")


def wait_until(end: float) -> None:
    """Sleep until a moment that may be over."""
    time.sleep(max(0, end - time.monotonic()))


def kill(child: int) -> bool:
    """Kill a build, and return whether it was still at work."""
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def round_of_two(root: Path, moments: tuple[float, float]) -> int:
    """Start two builds and kill each at its moment; return how many were at work."""
    started = time.monotonic()
    children = [begin(build_site, root) for _ in moments]
    hit = 0
    for child, after in sorted(zip(children, moments, strict=True), key=lambda one: one[1]):
        wait_until(started + after)
        hit += kill(child)
    return hit


def half_sites_after(rounds: int, seed: int = 7) -> tuple[int, int, int]:
    """Return how often the site was neither, how often it was new, and how many builds were hit."""
    moments = random.Random(seed)
    half = new = hit = 0
    with tempfile.TemporaryDirectory() as folder:
        root = write_small_library(Path(folder))
        sites = []
        for text in _TEXTS:
            write_home(root, text)
            started = time.monotonic()
            finish(build_site, root)
            span = (time.monotonic() - started) * _SPAN
            sites.append(site_of(root))
        assert sites[0] != sites[1]
        for number in range(rounds):
            write_home(root, _TEXTS[number % 2])
            before = site_of(root)
            hit += round_of_two(root, (moments.uniform(0, span), moments.uniform(0, span)))
            after = site_of(root)
            half += after not in sites
            # Whatever the other one met, none that lived to its end may have failed.
            assert not (root / _FAILED).exists(), (root / _FAILED).read_text(encoding="utf-8")
            new += after != before
        finish(build_site, root)
        beside = {path.name for path in root.iterdir() if path.name.startswith(".")}
        assert beside == {".site.lock"}, beside
    return half, new, hit


def main() -> None:
    """Print the count."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    read_templates()
    half, new, hit = half_sites_after(rounds)
    print(
        f"two builds at once: {rounds} rounds, {hit} of {2 * rounds} builds killed at work, "
        f"{new} new sites, {half} half sites"
    )


if __name__ == "__main__":
    main()
