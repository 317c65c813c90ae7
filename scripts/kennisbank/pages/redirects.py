"""Old addresses of entries become small pages that lead to the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.library import EntryKey
from kennisbank.pages.page import relative
from kennisbank.pages.prose import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.pages.layout import Layout


def redirect_files(layout: Layout) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of a page for each old address; it runs no script."""
    for target in layout.site_map.targets.values():
        for old in target.entry.redirect_from:
            address = layout.site_map.addresses.entry(EntryKey(target.key.kind, old))
            html = layout.render(
                "redirect.jinja",
                Reading(address),
                target=relative(address, target.address),
                title=target.title,
            )
            yield f"{address}index.html", html.encode()
