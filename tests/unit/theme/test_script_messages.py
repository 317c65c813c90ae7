"""What scripts say, in the language of the library."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract

from kennisbank.messages import Catalogue, catalogue, speaking
from kennisbank.theme.look import look_files, look_sources, messages_in, translated

if TYPE_CHECKING:
    from pathlib import Path

# A call, whatever stands in it.
CALL = re.compile(r"(?<![\w$.])(?:tn?|pgettext)\(")
COMMENT = re.compile(r"^ *(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)


def scripts() -> list[Path]:
    """Return our scripts."""
    return [path for paths in look_sources().values() for path in paths if path.suffix == ".js"]


def test_each_message_of_a_script_is_a_literal_in_double_quotes() -> None:
    """A name, a sum or a text with `…` would reach readers in English."""
    odd = []
    for path in scripts():
        text = COMMENT.sub("\n", path.read_text(encoding="utf-8"))
        if len(CALL.findall(text)) != len(messages_in(text)):
            odd.append(path.name)

    assert odd == []


def test_a_build_translates_what_the_catalogue_collects() -> None:
    """The two ways of reading a call, ours and Babel's, find the same messages."""
    differing = []
    keywords = {"t": None, "tn": (1, 2), "pgettext": ((1, "c"), 2)}
    for path in scripts():
        with path.open("rb") as file:
            found = [
                (*((context,) if context else ()), *((said,) if isinstance(said, str) else said))
                for _, said, _, context in extract("javascript", file, keywords)
            ]
        if sorted(found) != sorted(messages_in(path.read_text(encoding="utf-8"))):
            differing.append(path.name)

    assert differing == []


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('say(t("Undone."));', 'say(t("Ongedaan gemaakt."));'),
        (
            'tn("{n} source", "{n} sources", count)',
            'tn("{n} bron", "{n} bronnen", count)',
        ),
        ('given.get(pgettext("address", "order"))', 'given.get("volgorde")'),
        ('t(\n  "Undone.",\n)', 't(\n  "Ongedaan gemaakt.",\n)'),
        ('part("Undone.")', 'part("Undone.")'),
        ('word.t("Undone.")', 'word.t("Undone.")'),
    ],
)
def test_a_script_says_it_in_the_language_of_the_library(script: str, said: str) -> None:
    """Only what is said changes; the rest of a script, its lines too, stays as it is."""
    assert translated(script, catalogue("nl")) == said
    assert translated(script, catalogue("en")) in {script, 'given.get("order")'}


POLISH = r"""
msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? "
"1 : 2);\n"

msgid "{n} source"
msgid_plural "{n} sources"
msgstr[0] "{n} źródło"
msgstr[1] "{n} źródła"
msgstr[2] "{n} źródeł"
"""


def test_a_language_with_more_forms_has_them_all(tmp_path: Path) -> None:
    """A script counts as gettext does, also where there are three forms."""
    (tmp_path / "pl.po").write_text(POLISH, encoding="utf-8")
    polish = Catalogue("pl", tmp_path)

    said = translated('tn("{n} source", "{n} sources", n)', polish)
    first = next(path for path in scripts() if path.name == "messages.js")
    program = f"""
        globalThis.document = {{ documentElement: {{ lang: "pl" }} }};
        {translated(first.read_text(encoding="utf-8"), polish)}
        const said = (n) => {said};
        console.log([1, 3, 5, 22].map(said).join(", "));
    """

    assert said == 'tn(["{n} źródło", "{n} źródła", "{n} źródeł"], "{n} sources", n)'
    told = subprocess.run(
        ["node", "-e", program], capture_output=True, text=True, check=True
    ).stdout
    assert told.strip() == "1 źródło, 3 źródła, 5 źródeł, 22 źródła"


def test_the_rule_for_numbers_is_that_of_the_catalogue() -> None:
    """The first script of a page knows which form belongs to a number."""
    with speaking("nl"):
        published = look_files()["assets/javascripts/messages.js"].decode()

    assert f"Number({catalogue('nl').plural_rule})" in published
    assert "Number(n !== 1)" not in published
