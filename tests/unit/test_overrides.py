"""Our changes to the theme, and the files of the theme that they were made from."""

from __future__ import annotations

import hashlib
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from kennisbank.theme.look import OVERRIDES

# Made from nothing: parts that only our own templates include.
OURS = {"partials/find.html"}
TEMPLATES = [
    path
    for path in sorted(OVERRIDES.rglob("*.html"))
    if str(path.relative_to(OVERRIDES)) not in OURS
]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_file_of_the_theme_is_the_one_that_was_changed(path: Path) -> None:
    """A new version of the theme is looked at before our changes are laid over it."""
    text = path.read_text(encoding="utf-8")
    made_from = re.search(
        r"material/(templates/\S+\.html)\b.*?sha256 ([0-9a-f]{64})", text, re.DOTALL
    )
    theme = find_spec("material")

    assert made_from
    assert theme
    assert theme.origin
    upstream = Path(theme.origin).parent / made_from[1]
    assert hashlib.sha256(upstream.read_bytes()).hexdigest() == made_from[2]
