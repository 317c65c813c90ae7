"""The traps that others fell into, one test for each, by the number the study gave them."""

from __future__ import annotations

import re
import socket
import unicodedata
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from kennisbank.reading.mentions import find_citations
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.name_parsing import names_of
from kennisbank.sources.style.formatter import finished, guarded
from kennisbank.sources.style.references import reference_html, style_text
from kennisbank.sources.works import works_of
from running import REPOSITORY

if TYPE_CHECKING:
    from kennisbank.sources.works import Work

PATH = PurePosixPath("references.bib")


def works(text: str) -> dict[str, Work]:
    """Return the works of a .bib text that has no fault."""
    bibliography, problems = read_bibtex(PATH, text)
    assert problems == []
    return works_of(bibliography.sources)


def reference(fields: str, type_: str = "book") -> str:
    """Return the reference of one work, without the tags of its links."""
    html = works(f"@{type_}{{a, {fields}}}")["a"].reference
    return re.sub(r"</?a\b[^>]*>", "", html)


def said(text: str) -> list[str]:
    """Return the problems of a .bib text."""
    return [str(problem) for problem in read_bibtex(PATH, text)[1]]


def test_trap_01_a_failed_block_is_a_problem_in_dutch() -> None:
    """File, line, key and reason, and the next source is read."""
    text = "@book{stuk, title = {A\n}\n@book{heel, title = {B}}\n"

    assert said(text)[0].startswith(
        "references.bib:1:13: bib-syntax: bron 'stuk' is niet te lezen:"
    )
    assert "heel" in read_bibtex(PATH, text)[0].sources


def test_trap_02_a_missing_comma_loses_no_field() -> None:
    """Both fields are read, and the gap is reported; a = inside braces is text."""
    bibliography, problems = read_bibtex(PATH, "@book{a, title = {A}\n year = {2001}}\n")

    assert bibliography.sources["a"].fields == {"title": "A", "year": "2001"}
    assert len(problems) == 1
    assert said("@book{a, title = {Als {A}\n year = {2001} dan}, year = 2001}") == []


def test_trap_03_an_undefined_string_is_no_word() -> None:
    """The bare name never reaches a page."""
    text = "@article{a, title = {A}, journal = jams}"

    assert "nergens vastgelegd" in said(text)[0]
    assert "jams" not in read_bibtex(PATH, text)[0].sources["a"].fields["journal"]


@pytest.mark.parametrize("key", ["Jansen2020", "jansen 2020", "jansen/2020", "jansen:20", ""])
def test_trap_04_a_key_must_be_an_address(key: str) -> None:
    """Capitals, spaces, slashes, colons and nothing at all are refused."""
    assert "kan geen adres worden" in said(f"@book{{{key}, title = {{A}}}}")[0]
    assert "hoofdletters" in said("@book{dubbel, title = {A}}\n@book{Dubbel, title = {B}}\n")[0]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("author = {Vos, An}, year = {}", "Vos, A. (z.d.). <i>A</i>."),
        ("author = {Vos, An}, year = {in druk}", "Vos, A. (in druk). <i>A</i>."),
        ("author = {Vos, An}, pubstate = {forthcoming}", "Vos, A. (in druk). <i>A</i>."),
        ("author = {Vos, An and others}, year = 2020", "Vos, A., et al. (2020). <i>A</i>."),
    ],
)
def test_trap_05_empty_year_others_and_in_press(fields: str, expected: str) -> None:
    """An empty year is none; others is nobody's name; in druk stands in place of a year."""
    assert reference(f"{fields}, title = {{A}}") == expected


def test_trap_06_addresses_are_never_decoded() -> None:
    """A % and an & in an address are no LaTeX; a DOI loses whatever stands before it."""
    address = "https://x.nl/?x=1&y=50%25~a_b#frag"
    for doi in ("10.1/x_y%3C", "doi:10.1/x_y%3C", "http://dx.doi.org/10.1/x_y%3C"):
        work = works(f"@book{{a, title = {{A}}, doi = {{{doi}}}, url = {{{address}}}}}")["a"]
        assert (work.item["DOI"], work.item["URL"]) == ("10.1/x_y%3C", address)


def test_trap_07_braces_hold_an_organisation_together() -> None:
    """A comma, "and", "en" and "&" inside are part of the name, and Raad is nobody's surname."""
    text = (
        "{Sociaal-Economische Raad} and {Barnes and Noble} and "
        r"{Ministerie van Onderwijs, Cultuur en Wetenschap} and {Berenschot \& Co}"
    )

    assert [name.literal for name in names_of(text).known] == [
        "Sociaal-Economische Raad",
        "Barnes and Noble",
        "Ministerie van Onderwijs, Cultuur en Wetenschap",
        "Berenschot & Co",
    ]


def test_trap_08_every_value_is_escaped() -> None:
    """No tag, quote or script of a source is markup, whichever field it stands in."""
    evil = '<script>alert("1")</script>'
    fields = ("title", "journal", "volume", "number", "pages", "publisher", "author", "url", "doi")
    for type_ in ("article", "book", "misc", "techreport", "incollection"):
        html = works(
            f"@{type_}{{a, {', '.join(f'{name} = {{{evil}}}' for name in fields)}, year = 2020}}"
        )["a"]
        shown = html.reference + html.form.in_parentheses + html.form.in_sentence
        assert set(re.findall(r"<(/?\w+)", shown)) <= {"i", "/i", "a", "/a"}
    assert "&lt;50 jaar &amp; ouder" in reference(r"title = {Werk voor <50 jaar \& ouder}")
    # The marks that become tags cannot be smuggled in.
    assert finished(guarded("\ufdd0vet\ufdd1")) == "vet"
    for address in ("javascript:alert(1)", "data:text/html,x", 'https://x.nl/" onclick="a'):
        assert "<a" not in works(f"@misc{{a, title = {{A}}, url = {{{address}}}}}")["a"].reference


def test_trap_09_prefixes_by_position() -> None:
    """First: a capital; after initials: small; Flemish: as it is; 't: small; d': a capital."""
    names = names_of("van der Weide, A. and De Smet, B. and 't Hart, P. and d'Hondt, S.").known

    assert [name.alone for name in names] == ["Van der Weide", "De Smet", "'t Hart", "D'Hondt"]
    assert [name.with_initials for name in names] == [
        "A. van der Weide",
        "B. De Smet",
        "P. 't Hart",
        "S. d'Hondt",
    ]


def test_trap_10_ampersand_and_en() -> None:
    """& in the list and between parentheses, en in the sentence; never inside a name."""
    form = works(r"@book{a, author = {{Vos \& Co} and {Wit en Zn}}, title = {A}, year = 2020}")["a"]

    assert form.reference.startswith("Vos &amp; Co, &amp; Wit en Zn. (2020).")
    assert form.form.in_parentheses == "(Vos &amp; Co &amp; Wit en Zn, 2020)"
    assert form.form.in_sentence == "Vos &amp; Co en Wit en Zn (2020)"


def test_trap_11_letters_initials_and_names_count_over_all_works() -> None:
    """A work that is added changes how another is cited, in the list and in the text alike."""
    one = "@book{a, author = {Vos, An}, title = {B}, year = 2020}\n"
    alone = works(one)["a"]
    beside = works(one + "@book{b, author = {Vos, An}, title = {A}, year = 2020}\n")["a"]
    another = works(one + "@book{b, author = {Vos, Bo}, title = {A}, year = 2019}\n")["a"]

    assert alone.form.in_parentheses == "(Vos, 2020)"
    assert beside.form.in_parentheses == "(Vos, 2020b)"
    assert "(2020b)" in beside.reference
    assert another.form.in_parentheses == "(A. Vos, 2020)"


def test_trap_12_the_order_is_letter_by_letter() -> None:
    """Accents, case, spaces, apostrophes and articles do not count; z.d. is first."""
    found = works(
        "@book{e, author = {van Dam, A.}, title = {A}, year = 2001}\n"
        "@book{d, author = {'t Hart, A.}, title = {A}, year = 2001}\n"
        "@book{c, title = {De opleiding}, year = 2001}\n"
        "@book{b, author = {Åkerman, A.}, title = {B}, year = 2001}\n"
        "@book{a, author = {Åkerman, A.}, title = {C}}\n"
    )

    assert sorted(found, key=lambda key: found[key].form.order) == ["a", "b", "c", "d", "e"]


def test_trap_13_dutch_dates_and_dashes() -> None:
    """Day before month, "Geraadpleegd op" only without a date, an en dash in pages."""
    page = "title = {A}, url = {https://x.nl}, urldate = {2024-05-03}"

    assert "(2022, 3 maart)" in reference(f"{page}, date = {{2022-03-03}}", "online")
    assert "Geraadpleegd" not in reference(f"{page}, date = {{2022-03-03}}", "online")
    assert reference(page, "online").endswith("Geraadpleegd op 3 mei 2024, van https://x.nl")
    assert ", 285–308." in reference("title = {A}, journal = {J}, pages = {285-308}", "article")


def test_trap_14_titles_stay_as_entered() -> None:
    """No language and no type changes a capital."""
    for language in ("english", "dutch", ""):
        title = "Leren van werken in de MKB and small Firms"
        assert title in reference(f"title = {{{title}}}, langid = {{{language}}}")


def test_trap_15_no_full_stop_after_an_address_or_question() -> None:
    """And never two after an abbreviation."""
    assert reference("title = {Wat nu?}, publisher = {Boom}") == "<i>Wat nu?</i> (z.d.). Boom."
    assert reference("title = {A}, doi = {10.1/x}").endswith("https://doi.org/10.1/x")
    assert reference("author = {Vos, An}, title = {Het nut van B.V.}, year = 2020") == (
        "Vos, A. (2020). <i>Het nut van B.V.</i>"
    )


def test_trap_16_types_and_numbers_that_are_implied() -> None:
    """A thesis says so, eid is an article number, origdate is shown, 21 names are shortened."""
    many = " and ".join(f"N{number}, A." for number in range(1, 22))

    assert "[Proefschrift, UvA]" in reference("title = {A}, school = {UvA}", "phdthesis")
    assert "[Masterscriptie, UvA]" in reference("title = {A}, school = {UvA}", "mastersthesis")
    assert ", artikel e12." in reference("title = {A}, journal = {J}, eid = {e12}", "article")
    assert "gepubliceerd in 1938)" in reference("title = {A}, year = 1997, origdate = {1938}")
    assert "N19, A., … N21, A. (" in reference(f"author = {{{many}}}, title = {{A}}, year = 2020")
    assert "N19, A., & N20" in reference(
        f"author = {{{many.removesuffix(' and N21, A.')}}}, title = {{A}}, year = 2020"
    ).replace("&amp;", "&")


def test_trap_17_letters_are_composed_and_keep_their_dots() -> None:
    """NFC everywhere; a dotless i under an accent; a Turkish capital keeps its dot."""
    text = reference(r"author = {V{\^\i}rg{\u a}, {\.I}pek and Bo, Re\'mi}, title = {e\'{e}n}")

    assert text == unicodedata.normalize("NFC", text)
    assert text.startswith("Vîrgă, İ.")


def test_trap_18_only_the_citation_syntax_cites() -> None:
    """Code, addresses and e-mail hold no citation; brackets and the sentence form do."""
    text = (
        "Zie [@vos2020; @wit2021, p. 12] en @smit2019, niet `[@code]`, an@x.nl, "
        "https://x.nl/@adres of [een @naam](https://x.nl)."
    )
    found = [(work.key, work.locator) for one in find_citations(text) for work in one.works]

    assert found == [("vos2020", ""), ("wit2021", "p. 12"), ("smit2019", "")]


def test_trap_21_the_engine_is_pinned_exactly() -> None:
    """Another version is a change of its own."""
    pins = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")

    assert f'"citeproc-py=={version("citeproc-py")}"' in pins


def test_trap_22_the_style_is_our_own() -> None:
    """Its licence and its name are ours; it is not adapted from the one that is share-alike."""
    style = style_text()

    assert "<rights>MIT</rights>" in style
    assert "urn:x-kennisbank:apa-nl" in style
    assert "creativecommons" not in style


def test_trap_23_references_need_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Style and locale come from the disk."""

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    source = read_bibtex(PATH, "@book{a, title = {A}, year = 2020}")[0].sources["a"]

    assert reference_html(csl_item(source)) == "<i>A</i>. (2020)."
