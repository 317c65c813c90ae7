"""Builds the site of a folder as `mkdocs build --strict` does."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException


class NotBuiltError(Exception):
    """Why the site is not built; without words where problems were found, which were said."""


def build_folder(settings: Path, site: Path | None) -> Path:
    """Return where the site is, once it is built."""
    where = {"site_dir": str(site.absolute())} if site else {}
    try:
        config = load_config(str(settings), strict=True, **where)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except Abort:
        raise NotBuiltError from None
    except MkDocsException as error:
        raise NotBuiltError(str(error)) from None
    return Path(config.site_dir)
