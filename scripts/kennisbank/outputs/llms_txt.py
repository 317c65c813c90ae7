"""The files llms.txt, for language models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.routes import DATA, FOLDER, HOME, hand_address, routes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.page import Page


PATH = "llms.txt"
_RULES = """\
Gebruik deze bibliotheek zo:

- Een uitspraak met een getal of effect heeft een bron. Noem die bron mee.
- De site rekent per uitkomst van een methode uit hoe sterk het onderzoek is, op niveau 0 tot 5.
  Neem niveau en uitkomst samen over en maak ze niet sterker. Niveau 1 is ervaring, niveau 2
  samenhang: geen van beide zegt dat de methode het verschil maakt. ‘Geen verschil gevonden’ en
  ‘werkte averechts’ zijn ook uitkomsten: beveel die methode daarvoor niet aan.
- Onder ‘Let op’ staat waar een bron minder zegt dan vaak wordt beweerd.
- ‘Onbekend’ betekent dat geen bron het vertelt. Vul het niet zelf in.
"""


def language_model_files(context: RenderContext, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return the file; its links are full addresses where the site's own is known."""
    by_address = {page.address: page for page in pages}
    lines = [f"# {context.imprint.name or 'Kennisbibliotheek'}", ""]
    if home := by_address.get(HOME):
        lines += [f"> {home.description}", ""]
    lines += [_RULES, *_sections(context, by_address)]
    return {PATH: "\n".join(lines).encode()}


def _sections(context: RenderContext, pages: dict[str, Page]) -> Iterator[str]:
    yield from ["## Gegevens", ""]
    about = "alle pagina's, verbanden en bronnen als JSON"
    yield f"- [library.json]({_link(context, f'{FOLDER}/library.json')}): {about}"
    yield from _rows(context, pages, (DATA, routes().SOURCES))
    hand = [hand_address(document.path) for document in context.library.pages]
    yield from ["", "## Over deze site", "", *_rows(context, pages, _after(routes().ABOUT, hand))]
    for kind in context.library.kinds:
        addresses = [target.address for target in context.site_map.of_kind(kind.kind)]
        yield from ["", f"## {kind.label.many}", "", *_rows(context, pages, addresses)]
    yield ""


def _after(start: str, addresses: Iterable[str]) -> list[str]:
    return sorted(address for address in addresses if address.startswith(start))


def _rows(
    context: RenderContext, pages: dict[str, Page], addresses: Iterable[str]
) -> Iterator[str]:
    for page in (pages[address] for address in addresses if address in pages):
        yield f"- [{page.title}]({_link(context, page.address)}): {page.description}"


def _link(context: RenderContext, address: str) -> str:
    return context.imprint.full(address) or address
