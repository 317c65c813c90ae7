"""What a location points at is what was written."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.problems import Location
from kennisbank.reading.yaml_document import KeyPath, YamlDocument, read_yaml

PATH = PurePosixPath("a.yml")
TEXT = """\
title: Titel
steps:
  - eerste
  - role: hr
    task: doen
leeg:
"""


def read(text: str) -> YamlDocument:
    """Return the document of a text that is right."""
    document, problems = read_yaml(PATH, text)
    assert document, problems
    return document


@pytest.mark.parametrize(
    ("key_path", "of_key", "line", "column"),
    [
        (("title",), False, 1, 8),
        (("title",), True, 1, 1),
        (("steps", 0), False, 3, 5),
        (("steps", 1, "task"), False, 5, 11),
        (("steps", 1, "task"), True, 5, 5),
        (("steps", 1, "missing"), False, 4, 5),
        (("leeg",), False, 6, 1),
        (("missing",), False, 1, 1),
    ],
)
def test_a_value_key_or_parent_is_located(
    key_path: KeyPath, of_key: bool, line: int, column: int
) -> None:
    """A problem points at the value, at the key when asked, or at the nearest parent."""
    expected = Location(PATH, line, column)

    assert expected == read(TEXT).location_of(key_path, of_key=of_key)


def test_a_blank_line_in_folded_text_ends_a_paragraph() -> None:
    """Authors write paragraphs in folded text as they look."""
    document = read("a: >-\n  een\n  twee\n\n  drie\nb: |\n  een\n  twee\n")

    assert document.value == {"a": "een twee\n\ndrie", "b": "een\ntwee"}


MARKDOWN = """\
One paragraph.

```sh
git switch main
git pull
```

| Factor | Goal |
| --- | ---: |
| Branches | 3 |

- a point
- another"""


def test_what_a_program_writes_between_quotes_is_as_it_was() -> None:
    """A script that writes entries keeps their tables, code and lists as they are."""
    text = yaml.safe_dump({"a": MARKDOWN})

    assert text.startswith("a: '")
    assert read(text).value == {"a": MARKDOWN}


def test_what_a_program_folds_keeps_tables_and_code() -> None:
    """In folded text, too, no blank line comes between the rows of a table or lines of code."""
    lines = MARKDOWN.replace("\n", "\n\n").split("\n")
    value = read("a: >-\n" + "".join(f"  {line}\n" for line in lines)).value["a"]

    assert isinstance(value, str)
    assert "```sh\ngit switch main\ngit pull\n```" in value
    assert "| Factor | Goal |\n| --- | ---: |\n| Branches | 3 |" in value


WORDS = st.lists(
    st.text(st.sampled_from("abcéï'’@[]\\\"#:&*!%{}>|-€😀"), min_size=1, max_size=6),
    min_size=1,
    max_size=12,
)
STYLES = st.sampled_from(["single", "double", "literal", "folded"])


def written(words: list[str], style: str, breaks: list[bool]) -> str:
    """Return the words as a YAML value in a style, broken over lines."""
    gaps = ["\n  " if new_line else " " for new_line in breaks]
    joined = "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    if style == "single":
        return "'" + joined.replace("'", "''") + "'"
    if style == "double":
        return '"' + joined.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return ("|" if style == "literal" else ">-") + "\n  " + joined


@given(st.data())
def test_every_word_is_located_where_it_stands(data: st.DataObject) -> None:
    """In every style, the place of a word in a value is its place in the file."""
    words, style = data.draw(WORDS), data.draw(STYLES)
    count = len(words) - 1
    breaks = data.draw(st.lists(st.booleans(), min_size=count, max_size=count))
    text = f"eerst: x\nlijst:\n- veld: {written(words, style, breaks)}\n"
    text = text.replace("\n  ", "\n    ")
    document = read(text)
    value = document.value["lijst"][0]["veld"]  # type: ignore[index]  # as written above
    offset = 0
    for word in words:
        offset = value.index(word, offset)
        place = document.location_of_text(("lijst", 0, "veld"), offset)
        line = text.split("\n")[place.line - 1]
        in_file = word.replace("'", "''") if style == "single" else word
        if style == "double":
            in_file = word.replace("\\", "\\\\").replace('"', '\\"')
        assert line[place.column - 1 :].startswith(in_file)
        offset += len(word)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.one_of(
            st.from_regex(r"[a-z]{1,9}", fullmatch=True),
            st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=1, max_size=4),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_key_and_value_is_located_where_it_stands(
    fields: dict[str, str | list[str]],
) -> None:
    """Plain keys, values and items are found back at their own place."""
    text = "".join(
        f"{key}: {value}\n"
        if isinstance(value, str)
        else f"{key}:\n" + "".join(f"  - {item}\n" for item in value)
        for key, value in fields.items()
    )
    document = read(text)

    def at(place: Location) -> str:
        return text.split("\n")[place.line - 1][place.column - 1 :]

    for key, value in fields.items():
        assert at(document.location_of((key,), of_key=True)).startswith(f"{key}:")
        if isinstance(value, str):
            assert at(document.location_of((key,))) == value
        else:
            for index, item in enumerate(value):
                assert at(document.location_of((key, index))) == item
