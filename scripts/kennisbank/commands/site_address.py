"""The settings of a library become the address of its site, where that is known."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from pathlib import Path

_ADDRESS = re.compile(r"https?://[!-~]{1,200}")


def site_address(root: Path) -> str:
    """Return the address from the environment or mkdocs.yml; empty when neither says it."""
    named = os.environ.get("KENNISBANK_SITE_URL") or _in_settings(root / "mkdocs.yml")
    return named if _ADDRESS.fullmatch(named) else ""


def _in_settings(file: Path) -> str:
    try:
        # Composed, not loaded: the tags of MkDocs mean nothing here.
        settings = yaml.compose(file.read_text(encoding="utf-8"), yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    rows = settings.value if isinstance(settings, yaml.MappingNode) else []
    found = next((value for key, value in rows if key.value == "site_url"), None)
    return str(found.value) if isinstance(found, yaml.ScalarNode) else ""
