"""Debian's hunspell knows every Dutch word, or our own list does."""

from __future__ import annotations

import shutil
import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from library_files import write_files
from readable_texts import ReadWord, all_words, library_words, message_texts, template_text
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LIST = REPOSITORY / "tests" / "content" / "woordenlijst.txt"
GROUPS = [group.split("\n") for group in LIST.read_text(encoding="utf-8").strip().split("\n\n")]
OWN = {word for _, *words in GROUPS for word in words}


@pytest.fixture(scope="module")
def words() -> list[ReadWord]:
    """Every word that people read in this repository as Dutch."""
    return list(all_words(REPOSITORY))


def unknown(words: Iterable[ReadWord]) -> dict[str, str]:
    """Return the words that hunspell does not know, each with the first place where it stands."""
    places: dict[str, list[str]] = defaultdict(list)
    for one in words:
        places[one.word].append(one.place)
    assert shutil.which("hunspell"), "hunspell ontbreekt: apt-get install hunspell hunspell-nl"
    command = ["hunspell", "-d", "nl_NL", "-i", "utf-8", "-l"]
    given = "".join(f"{word}\n" for word in places)
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stderr} apt-get install hunspell-nl"
    found = done.stdout.split()
    assert set(found) <= places.keys(), "hunspell splits a word in another way than we do"
    return {word: min(places[word]) for word in found}


def is_own(word: str) -> bool:
    """Return whether our list has the word, or has it without the capital of a sentence."""
    return word in OWN or word[0].lower() + word[1:] in OWN


def test_every_word_is_spelt_right(words: list[ReadWord]) -> None:
    """A right word that hunspell does not know goes into woordenlijst.txt; mend a wrong one."""
    missed = {word: place for word, place in unknown(words).items() if not is_own(word)}

    assert [f"{place}: {word}" for word, place in missed.items()] == []


def test_our_list_holds_only_words_that_occur(words: list[ReadWord]) -> None:
    """A word that nobody reads any more leaves the list."""
    read = {one.word for one in words} | {one.word[0].lower() + one.word[1:] for one in words}

    assert sorted(OWN - read) == []


def test_our_list_says_what_its_words_are() -> None:
    """Each group has one comment and is in order, so that a change is one line."""
    for comment, *listed in GROUPS:
        assert comment.startswith("# ")
        assert listed == sorted(set(listed), key=lambda word: (word.casefold(), word))
    assert sum(len(listed) for _, *listed in GROUPS) == len(OWN)


def test_a_wrong_word_is_found_at_its_place(tmp_path: Path) -> None:
    """Names in citations, keys and code are not looked at; a good compound is known."""
    text = "title: Leren\nsummary: Bij de geneente [@jnsen2020] en `xqz`, de projectplanning.\n"
    words = library_words(write_files(tmp_path, {"terms/leren.yml": text}))

    assert unknown(words) == {"geneente": "terms/leren.yml:2:17"}


def test_a_template_is_read_as_a_reader_does() -> None:
    """Tags and Jinja are left out; labels of controls and texts inside Jinja are not."""
    html = '<p class="x" title="Een {{ naam }}">Twee{{ \'Drie\' if vier }} {% set a %}</p>'

    assert template_text(html).split() == ["Een", "Twee", "Drie"]


def test_a_message_in_code_is_read_without_its_input() -> None:
    """Only what goes to people counts, and of that nothing between quotes or braces."""
    code = "x = 'no text at all'\nmessage = f\"de bron '{x}' staat niet in {x}/a.yml.\"\n"

    assert [text.split() for _, text in message_texts(code)] == [
        ["de", "bron", "staat", "niet", "in"],
    ]
