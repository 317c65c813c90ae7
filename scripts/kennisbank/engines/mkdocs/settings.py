"""What MkDocs and our plugin say of mkdocs.yml, as problems with their place."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from kennisbank.engines.mkdocs import fault_in
from kennisbank.invisible_characters import one_line
from kennisbank.library.loading import SITE_SETTINGS
from kennisbank.problems import Location
from kennisbank.reading.rules import BAD_SETTING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kennisbank.problems import Problem


def settings_problems(root: Path) -> Iterator[Problem]:
    """Yield what keeps MkDocs from building with the settings in a folder, in its own words.

    What cannot be read at all is told by the reader of the file.
    """
    file = root / SITE_SETTINGS
    # MkDocs says on the terminal what it also returns.
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as opened:
            config.load_file(opened)
        errors, warnings = config.validate()
    except (OSError, ConfigurationError, UnicodeDecodeError):
        return
    text = file.read_text(encoding="utf-8-sig")
    for name, said in [*errors, *warnings]:
        message = f"{name}: {one_line(str(said))}"
        yield BAD_SETTING.problem(_place(text, name), message, _REMEDY)
    if not errors and (fault := fault_in(config)):
        yield BAD_SETTING.problem(Location(SITE_SETTINGS), fault)


_REMEDY = "Verbeter deze instelling, of haal haar weg."


def _place(text: str, name: str) -> Location:
    found = re.search(rf"^{re.escape(name)}\s*:", text, re.MULTILINE)
    return Location(SITE_SETTINGS, text.count("\n", 0, found.start()) + 1 if found else 1)
