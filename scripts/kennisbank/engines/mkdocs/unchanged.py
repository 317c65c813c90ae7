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
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.theme import Theme

from kennisbank.build_folder import BuildFolderError, Place, begin, kept_folders
from kennisbank.config.extensions import extended
from kennisbank.kept_content import package_digest, read_kept, write_kept
from kennisbank.kept_files import is_off, unexpected
from kennisbank.messages import language, speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from kennisbank.build_folder import BuildFolder

# In bytes: a site of 100,000 files.
_LARGEST = 64_000_000
# Folders of the library of which everything counts; those of its kinds come with them.
_WHOLE = ("docs", "overrides")


class Made(NamedTuple):
    """What the last build of a place left: of what it was made, and the digest of each file."""

    of: str
    # Where entries lie, which kennisbank.yml says: that is one of the files of which it was made.
    folders: tuple[str, ...]
    language: str
    files: Mapping[str, str]


class Ingredients:
    """All that the site of a library is made of."""

    def __init__(self, config: MkDocsConfig, settings: Mapping[str, object]) -> None:
        self.root = Path(config.docs_dir).parent
        self._site = Path(config.site_dir)
        self._themes = [Path(one) for one in config.theme.dirs]
        self._settings_file = Path(config.config_file_path or self.root)
        said = (
            *(_values(config), dict(settings), sys.version, sys.platform),
            *(dt.datetime.now().astimezone().date(), unexpected(self.root)),
            sorted(one for one in os.environ.items() if one[0].startswith("KENNISBANK_")),
            os.environ.get("SOURCE_DATE_EPOCH"),
            # The folder of an installed package is called after its version.
            [_names(Path(one)) for one in sys.path if one.endswith("-packages")],
        )
        self._said = repr(said).encode()
        self.folders: tuple[str, ...] = ()
        self._stamped = self.digest = ""

    def take(self, folders: Iterable[str]) -> None:
        """Look at everything as it is now; entries lie in these folders."""
        self.folders = tuple(folders)
        # Before the contents are read: what is written meanwhile has another stamp.
        self._stamped = self._stamps()
        found = hashlib.sha256(package_digest() + self._said)
        for path in self.paths():
            found.update(b"\0%s\0%s" % (os.fsencode(path), _content_digest(path)))
        self.digest = found.hexdigest()

    def have_stayed(self) -> bool:
        """Return whether no file was written since they were looked at."""
        return self._stamps() == self._stamped

    def _stamps(self) -> str:
        found = hashlib.sha256()
        for path in self.paths():
            with suppress(OSError):
                state = os.lstat(path)
                stamp = (path, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
                found.update(repr(stamp).encode())
        return found.hexdigest()

    def paths(self) -> Iterator[str]:
        """Yield the path of every file, in an order that is always the same."""
        yield str(self._settings_file)
        whole = {self.root / name for name in (*_WHOLE, *self.folders)}
        whole |= {one for one in self._themes if one.is_relative_to(self.root)}
        for one in _inside(self.root):
            path = Path(one.path)
            if not one.is_dir(follow_symlinks=False):
                yield one.path
            elif path != self._site and path not in whole:
                # Files that were put in the wrong folder are looked for right below the root.
                found = (inside.path for inside in _inside(path))
                yield from (inside for inside in found if inside.endswith((".yml", ".yaml")))
        for path in sorted(whole):
            yield from _below(path, lambda _: True)
        for path in self._themes:
            if path not in whole:
                # The thousands of icons of a theme are those of its version.
                yield from _below(path, lambda name: not name.startswith("."))


def _inside(folder: Path) -> list[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as found:
        return sorted((one for one in found if one.name[0] != "."), key=lambda one: one.name)
    return []


def _values(config: MkDocsConfig) -> dict[str, object]:
    """Return what the settings say; an object that prints its place in memory is never the same."""
    theme = config.theme
    look = (theme.name, theme.dirs, sorted(theme.static_templates), dict(theme))
    return {**config, "theme": look, "plugins": sorted(config.plugins)}


def _names(folder: Path) -> list[str]:
    return [one.name for one in _inside(folder)]


def _below(folder: Path, looks_into: Callable[[str], bool]) -> Iterator[str]:
    """Yield the path of everything in a folder, folders included; no link is followed."""
    yield str(folder)
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(filter(looks_into, folders))
        yield from (os.path.join(place, name) for name in (*folders, *sorted(files)))  # noqa: PTH118 - ten thousand files


def _content_digest(path: str) -> bytes:
    """Return what tells the content of a file from others, and what is no plain file from that."""
    try:
        state = os.lstat(path)
        if stat.S_ISREG(state.st_mode):
            with open(path, "rb") as file:  # noqa: PTH123 - ten thousand files
                return hashlib.sha256(file.read()).digest()
        return f"{stat.S_IFMT(state.st_mode)} {_target(path)}".encode()
    except OSError as error:
        return repr(error).encode()


def _target(path: str) -> str:
    return os.readlink(path) if os.path.islink(path) else ""  # noqa: PTH114, PTH115 - as above


def site_files(site: Path) -> dict[str, str]:
    """Return the digest of every file of a site by its path; no link is followed."""
    return {
        os.path.relpath(path, site): _content_digest(path).hex()
        for path in _below(site, lambda _: True)
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
