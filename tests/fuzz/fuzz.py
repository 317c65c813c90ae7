"""Bytes that a fuzzer makes go through one reader, until it breaks or time is up.

make fuzz                    a minute for each reader; what breaks one is kept in build/fuzz/
make fuzz SECONDS=600 READERS=prose
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

OURS = ["kennisbank", "bibtexparser", "pylatexenc", "markdown_it", "yaml"]
with atheris.instrument_imports(include=OURS):
    from fuzz_targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"


def main() -> None:
    """Run one target, with the committed corpus to start from."""
    name, seconds, kept = sys.argv[1:4]
    folder = Path(kept) / name
    folder.mkdir(parents=True, exist_ok=True)
    limits = ["-timeout=10", "-rss_limit_mb=512", "-max_len=4096", f"-max_total_time={seconds}"]
    told = ["-print_final_stats=1", f"-artifact_prefix={folder}/"]
    atheris.Setup([sys.argv[0], *limits, *told, str(folder), str(CORPUS / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
