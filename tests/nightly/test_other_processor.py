"""Our style file is a plain CSL style: another processor makes the same of the same data."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape
from importlib.resources import files
from typing import TYPE_CHECKING

from items import every_item
from kennisbank.sources.formats.csl_json import csl_json
from kennisbank.sources.style.references import reference_html
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = REPOSITORY / "tests" / "support" / "other_processor.cjs"
STYLE = str(files("kennisbank.sources.style").joinpath("apa-nl.csl"))
LOCALE = str(files("citeproc").joinpath("data/locales/locales-nl-NL.xml"))
# What CSL cannot say, and we do: ranges of days, "3e druk" of Third, a publisher named twice.
ALIKE = 0.75


def plain(text: str) -> str:
    """Return a reference with one kind of quotes, and without commas before an &."""
    return text.translate(str.maketrans("’‘–", "''-")).replace(", &", " &")


def theirs(folder: Path) -> list[str]:
    """Return the references by citeproc-js, each work by itself."""
    items = folder / "items.json"
    items.write_text(json.dumps(csl_json(every_item())), encoding="utf-8")
    done = subprocess.run(
        ["node", str(SCRIPT), STYLE, LOCALE, str(items)],
        capture_output=True,
        text=True,
        check=True,
    )
    return [plain(one) for one in json.loads(done.stdout)]


def words_of(text: str) -> set[str]:
    """Return the words and numbers of a reference that a reader would miss."""
    return set(re.findall(r"[^\W_]{3,}", text))


def test_another_processor_loses_nothing(tmp_path: Path) -> None:
    """Each word of a field that we print is printed there as well, and most lines are the same."""
    ours = [plain(unescape(reference_html(item).striptags())) for item in every_item()]
    found = theirs(tmp_path)
    lost = [
        (name, value, other)
        for item, own, other in zip(every_item(), ours, found, strict=True)
        for name, value in item.items()
        if isinstance(value, str) and name not in {"id", "type", "language", "genre"}
        # A title between brackets and capitals of a name are another matter.
        if words_of(plain(value)) <= words_of(own) and not words_of(plain(value)) <= words_of(other)
    ]

    assert lost == []
    assert sum(map(str.__eq__, ours, found)) > ALIKE * len(ours)
