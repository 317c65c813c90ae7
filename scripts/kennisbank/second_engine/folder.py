"""A site and the library's own files become all files of the folder that another engine builds."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.discovery.sitemap import PATH as SITEMAP
from kennisbank.second_engine.page_file import page_path, page_text
from kennisbank.second_engine.settings import OVERRIDES, settings_text
from kennisbank.theme.look import OVERRIDES as OUR_OVERRIDES
from kennisbank.theme.look import look_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kennisbank.build import Site

SETTINGS = "mkdocs.yml"
# Go over those of the library, which are made for the first engine: this one reads a dialect.
_TEMPLATES = Path(__file__).parent / "templates"


def folder_files(site: Site, settings: Mapping[str, object], root: Path) -> dict[str, bytes]:
    """Return the content of every file of the folder, by its path in it."""
    files = {f"docs/{path}": file.read_bytes() for path, file in look_files().items()}
    files |= {f"docs/{path}": content for path, content in _files_below(root / "docs")}
    for folder in (OUR_OVERRIDES, root / "overrides", _TEMPLATES):
        files |= {f"{OVERRIDES}/{path}": content for path, content in _files_below(folder)}
    files |= dict(_placed(path, content) for path, content in site.files.items())
    files |= {f"docs/{page_path(page)}": page_text(page).encode() for page in site.pages}
    files[SETTINGS] = settings_text(settings, site.pages).encode()
    return files


def _placed(path: str, content: bytes) -> tuple[str, bytes]:
    """Return where a file goes: a sitemap is a template, of which an engine drops the last line."""
    if path == SITEMAP:
        return f"{OVERRIDES}/{path}", content + b"\n"
    return f"docs/{path}", content


def _files_below(folder: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield what an engine would publish as it is: no pages, nothing hidden, nothing linked."""
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        hidden = any(part.startswith(".") for part in path.parts)
        if file.is_file() and not file.is_symlink() and not hidden and file.suffix != ".md":
            yield PurePosixPath(path), file.read_bytes()
