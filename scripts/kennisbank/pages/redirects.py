"""Small pages at old addresses: they lead to the new one, or say why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kennisbank.fields.base import earlier_addresses, earlier_ids
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import old_address, relative


def redirect_files(context: RenderContext, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of a page for each old address; it runs no script."""
    titles = {page.address: page.title for page in pages}
    for path, target in _moved(context):
        if target in titles:
            address = path.removesuffix("index.html")
            html = context.render(
                "redirect.jinja",
                ProseContext(address),
                target=relative(address, target),
                title=titles[target],
            )
            yield path, html.encode()


def _moved(context: RenderContext) -> Iterator[tuple[str, str]]:
    """Yield the file of each old address, with the address that it leads to."""
    library, addresses = context.library, context.library.addresses
    for kind in library.kinds:
        for old in kind.marks.routes:
            yield f"{old}/index.html", addresses.overview(kind.kind)
    for key, entry in library.entries.items():
        here = addresses.entry(*key)
        for name in (key.id, *earlier_ids(entry)):
            if name != key.id:
                yield f"{addresses.entry(key.kind, name)}index.html", here
            for old in type(entry).marks.routes:
                yield f"{old}/{name}/index.html", here
        yield from ((old_address(old), here) for old in earlier_addresses(entry))
    yield from library.routes.items()


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
