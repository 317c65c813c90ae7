"""Tells whether the site that a build would make already stands in its place.

What a site is made of are files, settings and programs; after a build that had nothing to say,
a digest of all of them is kept with the user, and one of each file of the site. When the first is
the same at the next build, and each file of the site as well, then that build would write the same
bytes: it makes nothing. Whatever is not known for sure leads to a build of everything.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.theme import Theme

from kennisbank.build_folder import BuildFolderError, Place, begin, kept_folders
from kennisbank.config.extensions import extended
from kennisbank.ingredients import Ingredients, below, content_digest
from kennisbank.kept_content import read_kept, write_kept
from kennisbank.kept_files import is_off
from kennisbank.messages import language, speak

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from kennisbank.build_folder import BuildFolder

# In bytes: a site of 100,000 files.
_LARGEST = 64_000_000


class Made(NamedTuple):
    """What the last build of a place left: of what it was made, and the digest of each file."""

    of: str
    # Where entries lie, which kennisbank.yml says: that is one of the files of which it was made.
    folders: tuple[str, ...]
    language: str
    files: Mapping[str, str]


def ingredients_of(config: MkDocsConfig, settings: Mapping[str, object]) -> Ingredients:
    """Return all that the site of a library is made of."""
    root = Path(config.docs_dir).parent
    besides = (Path(config.config_file_path or root), *map(Path, config.theme.dirs))
    told = (_values(config), dict(settings), dt.datetime.now().astimezone().date())
    return Ingredients(root, told, besides, Path(config.site_dir))


def _values(config: MkDocsConfig) -> dict[str, object]:
    """Return what the settings say; an object that prints its place in memory is never the same."""
    theme = config.theme
    look = (theme.name, theme.dirs, sorted(theme.static_templates), dict(theme))
    return {**config, "theme": look, "plugins": sorted(config.plugins)}


def site_files(site: Path) -> dict[str, str]:
    """Return the digest of every file of a site by its path; no link is followed."""
    start = len(str(site)) + 1
    return {
        path[start:]: content_digest(path).hex()
        for path in below(site, lambda _: True)
        if os.path.islink(path) or not os.path.isdir(path)  # noqa: PTH112, PTH114 - as above
    }


def is_knowable(config: MkDocsConfig) -> bool:
    """Return whether nobody else's code has a part in the site."""
    others = [name for name in config.plugins if name.split("/")[-1] != "kennisbank"]
    return not (others or config.hooks or extended() or is_off())


def keep(config: MkDocsConfig, ingredients: Ingredients) -> None:
    """Keep what a site was made of, for the next build."""
    site = Path(config.site_dir)
    made = Made(ingredients.digest, ingredients.folders, language(), site_files(site))
    write_kept(ingredients.root, _name(site), json.dumps(made).encode())


def _last_made(ingredients: Ingredients, site: Path) -> Made | None:
    """Return what the last build of a place kept, where there is something to be believed."""
    content = read_kept(ingredients.root, _name(site), _LARGEST)
    return Made(*json.loads(content)) if content else None


def _name(site: Path) -> str:
    return f"site-{hashlib.sha256(os.fsencode(site)).hexdigest()[:16]}"


def standing(
    config: MkDocsConfig, ingredients: Ingredients, say: Callable[[str], None]
) -> StandingSite | None:
    """Return what to do where the site stands already, and nothing where it must be made."""
    site = Path(config.site_dir)
    made = _last_made(ingredients, site)
    if made is None:
        return None
    ingredients.take(made.folders)
    if ingredients.digest != made.of:
        return None
    speak(made.language)
    try:
        # As long as we look at it, no other build may put another site there.
        folder = begin(Place(site, ingredients.root, kept_folders(made.folders)), say)
    except BuildFolderError:
        # Whoever makes a site tells of it.
        return None
    if site_files(site) == made.files:
        return StandingSite(folder, site)
    folder.discard()
    return None


class StandingSite:
    """A build of a site that stands already: MkDocs is given nothing to do."""

    def __init__(self, folder: BuildFolder, site: Path) -> None:
        self._folder, self._site = folder, site

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let MkDocs work without pages and without a theme, in a folder to be thrown away."""
        config.site_dir = str(self._folder.path)
        config.theme = Theme(None, custom_dir=config.site_dir)
        config.nav, config.extra_templates = None, []
        config.extra_css, config.extra_javascript = [], []
        return config

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Throw that folder away."""
        config.site_dir = str(self._site)
        self.on_shutdown()

    def on_shutdown(self) -> None:
        """Let the next build in."""
        self._folder.discard()
