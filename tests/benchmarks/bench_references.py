"""How long the references of many works take: formatted for the first time, and again.

make bench-references            1,000 and 5,000 works
BENCH_WORKS=200 make bench-references
"""

from __future__ import annotations

import os
import random
import time
from pathlib import PurePosixPath

from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.style.cache import ReferenceCache
from kennisbank.sources.works import works_of

SURNAMES = ("Jansen", "de Vries", "van der Weide", 'K{\\"u}nn-Nelen', "'t Hart", "Den Hartog")
WORDS = ("leren", "werk", "autonomie", "feedback", "ruimte", "steun", "team", "vakmanschap")


def main() -> None:
    """Print the seconds of each step; a second run must format nothing."""
    for count in map(int, os.environ.get("BENCH_WORKS", "1000 5000").split()):
        measure(bib_of(count), count)


def measure(text: str, count: int) -> None:
    """Read and format one file twice, the second time with what the first remembered."""
    started = time.perf_counter()
    bibliography, _ = read_bibtex(PurePosixPath("references.bib"), text)
    read = time.perf_counter()
    first = ReferenceCache()
    works_of(bibliography.sources, first.reference)
    cold = time.perf_counter()
    remembered = first.to_text()
    again = time.perf_counter()
    second = ReferenceCache.from_text(remembered)
    works_of(bibliography.sources, second.reference)
    warm = time.perf_counter()
    print(f"{count} works: read {read - started:.2f} s", end=", ")
    print(f"first {cold - read:.2f} s ({first.formatted} formatted)", end=", ")
    print(f"again {warm - again:.2f} s ({second.formatted} formatted)")


def bib_of(count: int) -> str:
    """Return the text of a file with articles, books and reports by overlapping authors."""
    choose = random.Random(count)
    return "\n".join(_entry(number, choose) for number in range(count))


def _entry(number: int, choose: random.Random) -> str:
    people = " and ".join(
        f"{choose.choice(SURNAMES)}, {choose.choice('ABCDEFG')}. {choose.choice('HIJKL')}."
        for _ in range(choose.randint(1, 4))
    )
    title = " ".join(choose.choices(WORDS, k=6)).capitalize()
    kind, more = choose.choice(
        (
            ("article", "journal = {Tijdschrift voor HRM}, volume = 3, pages = {12--30}"),
            ("book", "publisher = {Boom}, edition = 2"),
            ("techreport", "institution = {TNO}, number = {2022-14}"),
        )
    )
    year = choose.randint(1980, 2025)
    return (
        f"@{kind}{{work{number}, author = {{{people}}}, title = {{{title} {number}}}, "
        f"year = {year}, {more}, doi = {{10.1000/{number}}}}}"
    )


if __name__ == "__main__":
    main()
