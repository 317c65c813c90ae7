"""What a fuzzer once broke a reader with, and what it starts from, is read without a fault."""

from __future__ import annotations

import pytest

from fuzz_targets import TARGETS
from running import REPOSITORY

CORPUS = REPOSITORY / "tests" / "fuzz" / "corpus"


@pytest.mark.parametrize("name", TARGETS)
def test_the_corpus_of_each_reader_is_read(name: str) -> None:
    """Each file goes through the reader that its folder is named after."""
    files = sorted((CORPUS / name).iterdir())
    for file in files:
        TARGETS[name](file.read_bytes())

    assert files


def test_the_fuzzer_goes_through_every_reader() -> None:
    """`make fuzz` names the readers; the fuzzer itself is set up only where it is run."""
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")

    assert f"READERS := {' '.join(TARGETS)}\n" in makefile


def test_the_corpus_is_small() -> None:
    """A few examples that differ say more than thousands that a fuzzer made."""
    assert sum(file.stat().st_size for file in CORPUS.rglob("*") if file.is_file()) < 20_000
