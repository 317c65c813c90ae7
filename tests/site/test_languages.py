"""A library speaks its own language on every page: English, or one that a catalogue adds."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from babel.lists import format_list
from babel.messages.pofile import read_po, write_po
from lxml import html

from architecture import PACKAGE
from commanding import run
from kennisbank.checks import RULES
from kennisbank.checks.readability import ADVICE_RULES
from kennisbank.theme.look import messages_in
from running import REPOSITORY, fresh_mkdocs, mkdocs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Message

# Dutch that no English text has. What is data for all languages may hold it: a date that a source
# gives, the word that marks what is unknown.
DUTCH = frozenset(
    re.findall(
        r"\w+",
        """
        aan als bij bron bronnen dat deze dit een eerst elke geen heeft het hier hoe keer kunt maar
        meer methode methoden moet naar niet nog onderzoek ook pagina soort staat uit uw veld
        verschil volgen voor waar wat welke wij wordt zelf zie zijn zonder zoeken zoek
        """,
    )
)
ADDRESSES = {
    "KENNISBANK_SITE_URL": "https://example.org/kb/",
    "KENNISBANK_REPOSITORY": "https://example.org/kb-source",
}
EXAMPLE = REPOSITORY / "tests" / "examples" / "good" / "secure-delivery"
MARK = "⟦{}⟧"
# A language that the theme has and that no catalogue of ours is in.
NEW = "eo"
UNKNOWN, UNKNOWN_THERE = "unknown", "nekonata"


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an English library, with an entry of each kind and research."""
    root = tmp_path_factory.mktemp("english") / "lib"
    assert run("init", root, "--preset", "evidence-library", "--language", "en").exit_code == 0
    return root


@pytest.fixture(scope="module")
def english_site(english: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that library, built strictly."""
    return built(english, tmp_path_factory.mktemp("english-site") / "site")


@pytest.fixture(scope="module")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the library of others, with kinds of its own and dozens of entries."""
    return built(EXAMPLE, tmp_path_factory.mktemp("example-site") / "site")


def built(root: Path, site: Path) -> Path:
    """Build the site of a library, strictly, and return its folder."""
    done = mkdocs("build", "--strict", "--site-dir", str(site), folder=root, **ADDRESSES)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def marked_site(english: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the same library in a language of which each message is marked as translated."""
    place = tmp_path_factory.mktemp("marked")
    shutil.copytree(PACKAGE, place / "kennisbank", ignore=shutil.ignore_patterns("__pycache__"))
    add_catalogue(place / "kennisbank" / "messages")
    root = place / "lib"
    shutil.copytree(english, root)
    settings = root / "kennisbank.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("language: en", f"language: {NEW}"), encoding="utf-8")
    site = place / "site"
    done = fresh_mkdocs(
        *("build", "--strict", "--site-dir", str(site)),
        folder=root,
        PYTHONPATH=str(place),
        **ADDRESSES,
    )
    assert done.returncode == 0, done.stderr
    return site


def add_catalogue(folder: Path) -> None:
    """Write a catalogue that translates each message to itself, between marks."""
    with (folder / "nl.po").open("rb") as file:
        catalogue = read_po(file, locale=NEW)
    for message in catalogue:
        if message.id:
            message.string = translation(message)
    with (folder / f"{NEW}.po").open("wb") as file:
        write_po(file, catalogue, omit_header=True)


def translation(message: Message) -> str | tuple[str, ...]:
    """Return a message between marks; what becomes an address or an id stays as it is."""
    if message.context == "data" and message.id == UNKNOWN:
        return UNKNOWN_THERE
    if not isinstance(message.id, str):
        return tuple(MARK.format(one) for one in message.id)
    is_address = re.fullmatch(r"[a-z]+[-a-z]*(?:[-/]|\.(?:xml|yml|csv))|[a-z]+-[a-z-]+", message.id)
    is_named = message.context and message.context != "citation"
    return message.id if is_named or is_address else MARK.format(message.id)


def pages_of(site: Path) -> Iterator[Path]:
    """Yield the pages of a site that readers see."""
    return (page for page in sorted(site.rglob("*.html")) if "development" not in page.parts)


# What the theme says is in its own catalogue, and code and data are no words.
_NO_WORDS = "//script | //a[@class='md-skip'] | //code | //pre | //span[@class='Z3988']"


def said_on(page: Path) -> str:
    """Return all words of a page in the order in which it says them, those in attributes first."""
    document = html.document_fromstring(page.read_bytes())
    for element in document.xpath(_NO_WORDS):
        element.drop_tree()
    names = ("aria-label", "title", "placeholder", "alt", "data-label", "data-reason")
    attributes = [value for name in names for value in document.xpath(f"//@{name}")]
    attributes += document.xpath("//meta[@name='description']/@content")
    return "\n".join([*attributes, *document.itertext()])


def test_a_form_knows_the_words_of_a_new_language(marked_site: Path) -> None:
    """What pages are called in a citation, and what nobody knows, also where that is misspelt."""
    rules = (marked_site / "assets" / "form" / "rules.js").read_text(encoding="utf-8")

    assert '"pages":["⟦p.⟧","⟦pp.⟧"]' in rules
    assert f'"unknown":"{UNKNOWN_THERE}"' in rules
    assert "[Nn][Ee][Kk][Oo][Nn][Aa][Tt][Aa]" in rules


@pytest.mark.parametrize("name", ["english_site", "example_site"])
def test_an_english_library_says_nothing_in_dutch(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Not on a page, not in its addresses, not in a feed, and not in what scripts say."""
    english_site = request.getfixturevalue(name)
    texts = [(page, said_on(page)) for page in pages_of(english_site)]
    steps = {part for page, _ in texts for part in page.relative_to(english_site).parts}
    files = (english_site / "llms.txt", *english_site.rglob("*.xml"))
    texts += [(path, path.read_text(encoding="utf-8")) for path in files]
    for path in sorted((english_site / "assets" / "javascripts").rglob("*.js")):
        said = messages_in(path.read_text(encoding="utf-8"))
        texts.append((path, "\n".join(map(" ".join, said))))
    found = [
        f"{path.relative_to(english_site)}: {word} in {line.strip()[:120]!r}"
        for path, text in texts
        for line in text.splitlines()
        for word in words(line)
        if word in DUTCH
    ]

    assert len(texts) > 60
    assert found == []
    assert sorted(steps & DUTCH) == []


def test_the_pages_of_an_english_library_say_that_they_are_english(english_site: Path) -> None:
    """For screen readers, for programs, and where days and numbers are written."""
    page = (english_site / "methods" / "practice-questions" / "index.html").read_text("utf-8")

    assert '<html lang="en"' in page
    assert '"inLanguage": "en"' in page
    assert "Last reviewed on December 1, 2026." in page
    assert 'xml:lang="en"' in (english_site / "following" / "everything.xml").read_text("utf-8")


def words_of_the_library(root: Path) -> set[str]:
    """Return the words that come from the data and the settings of a library."""
    files = [path for path in root.rglob("*") if path.suffix in {".yml", ".md", ".bib"}]
    scale = PACKAGE / "evidence" / "rating.en.yml"
    texts = [path.read_text(encoding="utf-8") for path in [*files, scale]]
    return {word for text in texts for word in words(text)}


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return re.findall(r"[^\W\d_]{3,}", text.lower())


# What has the same name in every language: formats, programs, sites, licences, codes.
NAMES = frozenset(
    (
        *("bibtex", "ris", "csl", "json", "github", "csv", "zip", "axe", "chromium", "core"),
        *("cohen", "www", "https", "http", "html", "doi", "org", "example"),
        *(word for rule in (*RULES, *ADVICE_RULES) for word in rule.code.split("-")),
    )
)


def test_a_new_language_is_a_catalogue(english: Path, marked_site: Path) -> None:
    """With each message between marks, no word on a page is without, but for those of the data."""
    months = Locale.parse(NEW).months["format"]["wide"].values()
    known = words_of_the_library(english) | NAMES | {month.lower() for month in months}
    known |= {*words(format_list(["", ""], locale=NEW)), UNKNOWN_THERE}
    # Codes of problems, names of fields and of packages are what they are.
    known |= {word for one in PACKAGE.rglob("*.py") for word in words(one.stem)}
    unmarked = []
    for page in pages_of(marked_site):
        left = said_on(page)
        while left != (left := re.sub(r"⟦[^⟦⟧]*⟧", " ", left)):
            pass
        for line in filter(str.strip, left.splitlines()):
            strange = [word for word in words(line) if word not in known]
            if strange:
                unmarked.append(f"{page.relative_to(marked_site)}: {strange} in {line.strip()!r}")

    assert unmarked == []


def test_scripts_say_a_new_language(marked_site: Path) -> None:
    """Each message in a published script is the translation."""
    said = [
        text
        for path in (marked_site / "assets" / "javascripts").rglob("*.js")
        for texts in messages_in(path.read_text(encoding="utf-8"))
        for text in texts
    ]

    assert len(said) > 100
    assert [text for text in said if not text.startswith("⟦") and " " in text] == []


def test_the_guide_names_every_file_of_a_language() -> None:
    """Who adds a language finds what there is for Dutch."""
    guide = (REPOSITORY / "docs" / "development" / "languages.md").read_text(encoding="utf-8")
    files = {path.name for path in PACKAGE.rglob("*") if re.search(r"\b(?:nl|en)\b", path.stem)}

    assert [name for name in sorted(files) if name not in guide] == []
