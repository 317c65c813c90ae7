"""Which words are a citation or a link, and which are not."""

from __future__ import annotations

import pytest

from kennisbank.reading.mentions import find_citations, find_entry_links, without_mentions


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[@a]", [("a", "", 1)]),
        ("Zo [@jansen2020, p. 3; @tno2021].", [("jansen2020", "p. 3", 4), ("tno2021", "", 23)]),
        ("@jansen2020 zegt", [("jansen2020", "", 0)]),
        ("@jansen2020 [p. 3] zegt", [("jansen2020", "p. 3", 0)]),
        ("[zie ook @a, 3; -@b]", [("a", "3", 9), ("b", "", 17)]),
        ("(@a)", [("a", "", 1)]),
        ("[@a_b-c]", [("a_b-c", "", 1)]),
        ("[@j\u0430nsen; @\u00e9]", [("j\u0430nsen", "", 1), ("\u00e9", "", 10)]),
        ("[@a;\n@b]", [("a", "", 1), ("b", "", 5)]),
        ("[tekst](https://x.nl) en [@a]", [("a", "", 26)]),
        ("zie @a.", [("a", "", 4)]),
        ("een ` los @a\n\nteken `", [("a", "", 10)]),
        ("*```@a\n```", [("a", "", 4)]),
        ("```@a`\n-", [("a", "", 3)]),
        ("- een ` los @a\n- teken `", [("a", "", 12)]),
        ("`\n>@a `", [("a", "", 3)]),
        (
            "| `[@a]` | b |\n|-|-|\n| @b\\| | [@b;@a] |",
            [("b", "", 23), ("b", "", 31), ("a", "", 34)],
        ),
    ],
)
def test_citations_are_found_with_their_place(
    markdown: str, expected: list[tuple[str, str, int]]
) -> None:
    """Key, locator and offset of each cited work."""
    found = find_citations(markdown)

    assert expected == [(w.key, w.locator, w.start) for one in found for w in one.works]


@pytest.mark.parametrize(
    "markdown",
    [
        "`[@a]`",
        "``[@a] ` [@b]``",
        "```\n[@a]\n```",
        "~~~\n@a\n~~~",
        "piet@voorbeeld.nl",
        "<piet@voorbeeld.nl>",
        "https://x.nl/@a",
        "<https://x.nl/?@a>",
        "[x](https://x.nl/@a)",
        "[zie @a](https://x.nl)",
        "\\[\\@a]",
        "[@]",
        "@ a",
        "[[term:x]]",
        "\\``[@a]`",
        "`over een regel\n[@a]`",
    ],
)
def test_what_is_no_citation_is_left_alone(markdown: str) -> None:
    """Code, addresses, links and escaped signs are no citations."""
    assert find_citations(markdown) == []


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[[method:jobcrafting]]", [("method", "jobcrafting", "")]),
        ("[[method:jobcrafting|zelf doen]]", [("method", "jobcrafting", "zelf doen")]),
        ("[[jobcrafting]]", [("", "", "")]),
        ("[[]]", [("", "", "")]),
        ("`[[method:a]]`", []),
        ("[a][b]", []),
        ("|a|b|\n|-|-|\n|[[term:b|c]]|[[term:d\\|e]]|", [("term", "b", "c"), ("term", "d", "e")]),
    ],
)
def test_entry_links_are_found(markdown: str, expected: list[tuple[str, str, str]]) -> None:
    """A link that is not complete has no kind and no id, so that the check can say so."""
    assert expected == [(one.kind, one.id, one.label) for one in find_entry_links(markdown)]


def test_a_card_shows_a_text_without_mentions() -> None:
    """Citations go, links keep their words."""
    assert without_mentions("Zo [@a]. Zie [[method:b|dit]].") == "Zo. Zie dit."
