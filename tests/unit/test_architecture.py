"""The architecture page is what the modules say of themselves."""

from __future__ import annotations

import os

from architecture import LAYERS, PACKAGE, architecture_page
from running import REPOSITORY

PAGE = REPOSITORY / "docs" / "development" / "architecture.md"


def test_the_architecture_page_is_not_stale() -> None:
    """The committed page is what would be printed now; `make renew` prints it again."""
    if os.environ.get("UPDATE_EXPECTED"):
        PAGE.write_text(architecture_page(), encoding="utf-8")

    assert architecture_page() == PAGE.read_text(encoding="utf-8"), "run: make renew"


def test_every_module_has_its_layer() -> None:
    """No module of the package is missing from the order of the data's way."""
    named = {name for layer in LAYERS for name in layer}
    found = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    found |= {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}

    assert named == found
