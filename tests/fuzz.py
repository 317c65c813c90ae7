"""Bytes that a fuzzer makes go through each reader, until one breaks or time is up.

make fuzz                      a minute for each reader
make fuzz FUZZ="prose 600"     one reader, ten minutes
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["kennisbank", "bibtexparser", "pylatexenc", "markdown_it", "yaml"]
):
    from fuzz_targets import TARGETS

CORPUS = Path(__file__).parent / "fuzz_corpus"


def main() -> None:
    """Run one target, with the committed corpus to start from."""
    name, seconds, found = sys.argv[1:4]
    folder = Path(found) / name
    folder.mkdir(parents=True, exist_ok=True)
    limits = [f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=1024", "-max_len=4096"]
    seeds = [str(CORPUS / name)] if (CORPUS / name).is_dir() else []
    arguments = [
        sys.argv[0],
        *limits,
        f"-artifact_prefix={folder}/crash-",
        "-print_final_stats=1",
        str(folder),
        *seeds,
        *sys.argv[4:],
    ]
    atheris.Setup(arguments, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
