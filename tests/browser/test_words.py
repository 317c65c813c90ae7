"""How words become stems, in Python and in the browser, for this library and for a dictionary."""

from __future__ import annotations

import os
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from kennisbank.outputs.search.stemming import all_words_of, rules, stem, words_of
from this_library import this_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from opening import OpenPage


TRICKY = [
    "Zzp’ers, collega's en ’s ochtends",
    "barrière, ideeën, coördinatie, reünie, façade, Škoda, Łódź, Straße, œuvre, ĳsland",
    "70-20-10, 50-plus, e-learning, HR-beleid, 2,5%",
    "ÉÉN ﬁlm; naïef—gelijk_waardig",
    "İstanbul K (kelvin) ½ uur",
]


# Of the forms in a dictionary; each week more of them.
EVERY = 20 if "WHOLE_AUDIT" in os.environ else 100


@cache
def dictionary() -> list[tuple[str, str]]:
    """Some forms of a Dutch dictionary that are written otherwise than their headword."""
    known = DefaultDictionaryFactory().get_dictionary("nl")
    pairs = [
        (str(form), str(head))
        for form, head in sorted(known.items())
        if form != head and form.isascii() and form.isalpha() and form.islower() and len(form) > 4
    ]
    return list(islice(pairs, 0, None, EVERY))


def texts() -> Iterator[str]:
    """Every text of this library."""
    library = this_library()
    for file in library.files.values():
        yield from (text.text for text in file.texts)
    yield from (page.body for page in library.pages)


@pytest.mark.parametrize(
    "forms",
    [
        "leercultuur leerculturen",
        "leidinggeven leidinggevende leidinggevenden leidinggevend",
        "taak taken",
        "gesprek gesprekken gesprekje",
        "opleiden opleiding opleidingen opgeleid opgeleide opgeleiden",
        "school scholen",
        "geschoold geschoolde geschoolden",
        "werk werken werkt gewerkt werkend",
        "leren leert geleerd leerde lerende",
        "reflectie reflecteren reflecteert gereflecteerd reflecterende",
        "roulatie roulaties rouleren rouleert",
        "organisatie organisaties organiseren organiseert",
        "veilig veilige",
        "collega collegas",
        "gemeente gemeenten gemeentes",
        "huis huizen",
        "idee ideeen",
        "leven leeft geleefd",
    ],
)
def test_all_forms_of_a_word_share_a_stem(forms: str) -> None:
    """Plurals, verb forms, participles and nouns made from a verb find each other."""
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeente", "menen"),
        ("gebied", "bieden"),
        ("gesprek", "spreken"),
        ("team", "teem"),
        ("meting", "met"),
        ("beleid", "leiden"),
    ],
)
def test_words_that_only_look_alike_keep_their_own_stem(one: str, other: str) -> None:
    """What looks like a participle or an ending is not always one."""
    assert stem(one) != stem(other)


def test_most_forms_in_a_dictionary_find_their_headword() -> None:
    """Seven of ten forms share the stem of their headword; irregular verbs do not."""
    pairs = dictionary()
    same = sum(stem(form) == stem(head) for form, head in pairs)

    assert len(pairs) > 200_000 / EVERY
    assert same / len(pairs) > 0.7


def test_stop_words_and_accents_are_left_out() -> None:
    """What remains of a question is what it is about."""
    assert words_of("Hoe krijg ik mijn teams aan het leren?") == ["teams", "leren"]
    assert words_of("Barrières voor zzp’ers") == ["barrieres", "zzpers"]


@pytest.mark.browser
def test_the_browser_reads_words_as_python_does(open_page: OpenPage) -> None:
    """The same texts give the same words, and the same words the same stems, on both sides."""
    read = [*TRICKY, *texts()]
    words = sorted({word for text in read for word in all_words_of(text)})
    words += [form for form, _ in dictionary()] + sorted(rules().stop)
    page = open_page("zoeken/")
    found: Any = page.evaluate(
        """async ([texts, words]) => {
          const { rules } = await kennisbankSearch.engine();
          return [texts.map(kennisbankSearch.split), words.map(rules.stem)];
        }""",
        [read, words],
    )

    assert found[0] == [all_words_of(text) for text in read]
    assert found[1] == [stem(word) for word in words]
