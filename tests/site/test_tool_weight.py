"""What a tool costs a reader, and what it costs whoever opens another page."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOST = 25_000
_LOADED = re.compile(
    r"assets/((?:javascripts/(?:elements|files|tools/\w+)\.js)|stylesheets/tool\.css)"
)


def loaded(page: Path) -> set[str]:
    """Return the files of tools that a page names, with the pieces that they share with others."""
    return set(_LOADED.findall(page.read_text(encoding="utf-8")))


def test_only_a_page_with_a_tool_loads_it_and_it_is_light(built_site: Path) -> None:
    """A tool with its style sheet is at most 25 kB compressed; other pages name none of it."""
    entries = [*built_site.glob("instrumenten/*/index.html"), *built_site.glob("m*/*/index.html")]
    with_tool = [one for one in entries if 'id="kb-tool-data"' in one.read_text(encoding="utf-8")]
    others = [one for one in entries if one not in with_tool]
    weights = {
        page.parent.name: sum(
            len(gzip.compress((built_site / "assets" / file).read_bytes(), 9))
            for file in loaded(page)
        )
        for page in with_tool
    }

    assert len(with_tool) == 10
    assert len(others) > 50
    assert {file for page in others for file in loaded(page) if "tool" in file} == set()
    assert {name: weight for name, weight in weights.items() if weight > MOST} == {}
    assert min(weights.values()) > 5_000
