"""Packs the site as a ZIP file that works from a disk."""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from kennisbank.build_folder import MANIFEST

# Of no use in a folder: where pages live on the web, what a server shows for what is not there,
# the theme's own search, which asks a server for its index, and what only makers read.
_LEFT_OUT = re.compile(
    rf"{re.escape(MANIFEST)}|sitemap\.xml|404\.html"
    r"|assets/javascripts/(?:lunr|workers)/.*|assets/.*\.map"
)
# The oldest day that a ZIP file knows: a copy of the same site is the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16
_LINK = re.compile(r'([\s;](?:(?:href|action)="|url=))([^"]*)(?=")')


def offline_copy(site: Path, folder: str) -> bytes:
    """Return the ZIP file, in which everything lies in one folder of this name."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if path.is_file() and not _LEFT_OUT.fullmatch(name):
                content = path.read_bytes()
                if path.suffix == ".html":
                    content = for_a_folder(content.decode()).encode()
                archive.writestr(_member(f"{folder}/{name}"), content)
    return written.getvalue()


def for_a_folder(html: str) -> str:
    """Return a page whose links name files: a browser shows the list of a folder, not its page."""
    return _LINK.sub(lambda found: found[1] + _file_link(found[2]), html)


@lru_cache(maxsize=10_000)
def _file_link(link: str) -> str:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return link
    path = parts.path
    if path.rsplit("/", 1)[-1] in {".", ".."}:
        path += "/"
    return parts._replace(path=f"{path}index.html").geturl() if path.endswith("/") else link


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = _UNIX
    member.external_attr = _READABLE
    return member
