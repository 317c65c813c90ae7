"""Small pages at old addresses: they lead to the new one, or say why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.page import Page


def redirect_files(context: RenderContext) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of a page for each old address; it runs no script."""
    for target in context.site_map.targets.values():
        for old in target.entry.redirect_from:
            address = context.site_map.addresses.entry(target.key.kind, old)
            html = context.render(
                "redirect.jinja",
                ProseContext(address),
                target=relative(address, target.address),
                title=target.title,
            )
            yield f"{address}index.html", html.encode()


def retired_files(context: RenderContext, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of a page for each retired address; no list names it."""
    titles = {page.address: page.title for page in pages}
    for retired in context.library.retired:
        if retired.address in titles:
            continue
        target = retired.see if retired.see in titles else ""
        reading = ProseContext(retired.address)
        html = context.render(
            "retired.jinja", reading, retired=retired, target=target, name=titles.get(target, "")
        )
        yield f"{retired.address}index.html", html.encode()
