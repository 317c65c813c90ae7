"""On the narrowest phone no word is so long that a page scrolls sideways."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from auditing import OVERFLOW, wait_until_ready
from kennisbank.fields.types import FieldType, IdType, LineType, LinkType, SourceType
from library_files import write_files
from naughty import FREE, as_yaml, filled
from opening import opening
from our_kinds import KINDS
from running import REPOSITORY, mkdocs
from serving import folder_served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from opening import OpenPage

pytestmark = [pytest.mark.build, pytest.mark.browser]
NARROWEST = 320
# No dictionary of the browser knows where to break it.
WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappij"
WORDS = f"{WORD} {WORD}"
# The second is what the example of a field cites that takes no other words.
BIB = "".join(
    f"@book{{{key}, author = {{{WORD}, Piet}}, title = {{{WORDS}{key}}}, publisher = {{{WORDS}}},"
    " year = {2020}, studydesign = {randomised-trial}, recordstate = {verified}}\n"
    for key in ("bron", "broek2023choose")
)
PAGE = f"---\ntitle: {WORDS}\ndescription: {WORDS}\n---\n\n## {WORDS}\n\n{WORDS}\n"
ADDRESSES = [
    *("", "a-z/", "bronnen/", "onderwerpen/", "onderhoud/", "kaart/", "over/", "404.html"),
    *(f"{kind.address}/" for kind in KINDS),
    *(f"{kind.address}/n0/" for kind in KINDS),
    *("vergelijken/?m=n0&m=n1", "selectie/?e=method:n0&e=term:n1&e=term:weg"),
    *("zoeken/?soort=methoden", f"zoeken/?q={WORD}", f"zoeken/?q={WORD}+{WORD}x+leercultuur"),
    *(
        "zoeken/?q=" + "xqz" * 11,
        f"zoeken/?q={WORD}&waar-het-speelt=weg",
        "zoeken/?q=" + "leren" * 300,
    ),
    *("keuzehulp/", "bijdragen/nieuw/methode/", f"bijdragen/nieuw/methode/?pagina={'x' * 60}"),
]


def entries() -> dict[str, str]:
    """Return two files of each kind, by path, with long words in every field that takes words."""

    def text_of(form: type[FieldType]) -> str:
        return WORD if form is LineType else f"{WORDS} [@bron]"

    files = {}
    for kind in KINDS:
        for number in range(2):
            own = {"title": f"{WORDS}{number}", "aliases": [f"{WORDS} {number}"], "summary": WORDS}
            named = {
                LinkType: f"n{number}",
                SourceType: "bron",
                IdType: f"oud{number}",
            }
            values = filled(kind, text_of, FREE, named) | own
            # A tool has texts of one or two words, and lists of so many items.
            values.pop("tool", None)
            files[f"{kind.folder}/n{number}.yml"] = as_yaml(without_counts(values))
    return files


def without_counts(value: object) -> object:
    """Return values without the counts of studies: a line too, but it takes numbers only."""
    if isinstance(value, dict):
        return {key: without_counts(one) for key, one in value.items() if key != "favourable"}
    return [without_counts(one) for one in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def long_words(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenPage]:
    """A library in which every text is two long words, built, and its pages."""
    root = tmp_path_factory.mktemp("long")
    pages = ("docs/index.md", "docs/over/index.md", "docs/bijdragen/index.md")
    write_files(root, {"references.bib": BIB, **dict.fromkeys(pages, PAGE), **entries()})
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    done = mkdocs("build", folder=root)
    assert done.returncode == 0, done.stderr[-3000:]
    with folder_served(root / "site") as address, opening(browser, f"{address}/") as opened:
        yield opened


def test_no_page_scrolls_sideways_on_the_narrowest_phone(long_words: OpenPage) -> None:
    """Each kind of page, each list and each answer to an address fits in 320 pixels."""
    wide = {}
    for path in ADDRESSES:
        page = long_words(path, width=NARROWEST)
        wait_until_ready(page, path)
        wide[path] = page.evaluate(OVERFLOW)
        page.close()
    long_words.complaints = [one for one in long_words.complaints if "404" not in one]

    assert {path: by for path, by in wide.items() if by > 0} == {}
