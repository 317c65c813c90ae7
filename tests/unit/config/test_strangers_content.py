"""Content that others keep in their own form becomes a library, without a value that is made up."""

from __future__ import annotations

import re
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

import json_library
import markdown_library
from commanding import run
from kennisbank.build import build_site
from kennisbank.config.configuration import read_configuration
from library_files import problems_in, write_files

if TYPE_CHECKING:
    from pathlib import Path

PRACTICES = """\
language: en
severity: {orphan: off}
kinds:
  practice:
    folder: practices
    label: [Practice, Practices, What teams do]
    fields:
      body: {is: prose, title: How it works, headings: true, images: true}
      tags: {is: tags, title: Tags, facet: true, optional: true}
      authors: {is: line, many: true, title: Written by, optional: true}
"""
# In the form of a site made with Hugo.
ROADMAP = """\
---
title: "Impact mapping"
subtitle: A map from a goal to what could be built
date: 2019-05-02
tags: [planning, Discovery]
authors:
  - Someone
---
## What is it

A map that connects a **goal** with people and with what could help them.

### When

Before a plan is made.
"""
BARE = """\
---
title: Silence
subtitle: Ten minutes in which nobody speaks
date: 2020-01-01
---
Read first, talk later.
"""
ATTACK = """\
language: en
severity: {orphan: off}
kinds:
  technique:
    folder: techniques
    label: [Technique, Techniques, How attackers get in]
    fields: {description: {is: prose, title: Description}}
  mitigation:
    folder: mitigations
    label: [Mitigation, Mitigations, What makes it harder]
    fields:
      description: {is: prose, title: Description}
      addresses:
        is: technique
        many: true
        optional: true
        title: Addresses
        reverse: makes this harder
        with: {why: {is: prose, title: Why}}
"""
# Written for this test, in the form of a STIX bundle.
BUNDLE: json_library.Objects = [
    {
        "type": "attack-pattern",
        "id": "attack-pattern--1",
        "name": "Guessing passwords",
        "description": "Someone tries passwords until one fits.",
        "modified": "2025-04-15T19:58:11.000Z",
        "x_mitre_platforms": ["Linux"],
    },
    {
        "type": "attack-pattern",
        "id": "attack-pattern--2",
        "name": "Old technique",
        "description": "Nobody does this any more.",
        "revoked": True,
    },
    {
        "type": "course-of-action",
        "id": "course-of-action--1",
        "name": "Limit attempts",
        "description": "After a few wrong passwords, an account waits.",
        "modified": "2024-10-01T00:00:00.000Z",
    },
    {
        "type": "relationship",
        "id": "relationship--1",
        "relationship_type": "mitigates",
        "source_ref": "course-of-action--1",
        "target_ref": "attack-pattern--1",
        "description": "Guessing takes longer than anybody has.",
    },
    {
        "type": "relationship",
        "id": "relationship--2",
        "relationship_type": "mitigates",
        "source_ref": "course-of-action--1",
        "target_ref": "attack-pattern--2",
        "description": "It was of no use.",
    },
]


def test_markdown_with_front_matter_becomes_entries(tmp_path: Path) -> None:
    """Headings, tags and the old address stay; what a file does not say is not in its entry."""
    theirs = tmp_path / "theirs"
    write_files(theirs, {"2019/impact-mapping.md": ROADMAP, "silence.md": BARE})
    names = {"title": "title", "subtitle": "summary", "date": "reviewed"}
    names |= {"tags": "tags", "authors": "authors"}
    found = markdown_library.entries(theirs, names, "body")
    root = write_files(tmp_path / "ours", {"kennisbank.yml": PRACTICES})
    markdown_library.write(root, "practices", found)
    site = build_site(root)
    pages = {page.address: page.content for page in site.pages}

    assert site.problems == ()
    assert found["silence"].keys() == {"title", "summary", "reviewed", "body", "redirect_from"}
    assert '<h3 id="heading-what-is-it">What is it</h3>' in pages["practices/impact-mapping/"]
    assert "Written by" not in pages["practices/silence/"]
    assert "2019/impact-mapping/index.html" in site.files
    assert "subjects/tags/discovery/" in pages


def test_a_bundle_in_json_becomes_entries(tmp_path: Path) -> None:
    """A relation keeps its own text; what was revoked is left out, with what leads to it."""
    names = {"name": "title", "description": "description"}
    techniques = json_library.entries(BUNDLE, "attack-pattern", names)
    mitigations = json_library.entries(
        BUNDLE, "course-of-action", names, ("mitigates", "addresses")
    )
    root = write_files(tmp_path, {"kennisbank.yml": ATTACK})
    for folder, found in (("techniques", techniques), ("mitigations", mitigations)):
        markdown_library.write(
            root, folder, {name: _in_short(fields) for name, fields in found.items()}
        )
    page = next(one for one in build_site(root).pages if one.address.endswith("passwords/"))

    assert problems_in(root) == []
    assert [*techniques] == ["guessing-passwords"]
    assert "Guessing takes longer than anybody has." in page.content
    assert "makes this harder" in page.content
    assert [*json_library.untold(BUNDLE, [*names, "type", "id", "modified", "revoked"])] == [
        *("relationship_type", "source_ref", "target_ref", "x_mitre_platforms"),
    ]


def _in_short(fields: dict[str, object]) -> dict[str, object]:
    """Return the fields with a summary: the first sentence of theirs, and no other words."""
    return fields | {"summary": str(fields["description"]).split(". ", 1)[0]}


CAPABILITIES = """\
language: en
severity: {orphan: off}
kinds:
  capability:
    folder: capabilities
    label: [DORA Capability, DORA Capabilities, What teams are able to do]
    fields:
      sources: {is: prose, title: Where it comes from}
      about: {is: prose, title: What it is}
"""
TRUNK = """\
title: Trunk-based development
summary: Small branches that live for hours.
reviewed: 2023-03-27
sources: Written by others.
about: |
  Work in [small batches](/capabilities/small-batches/), and read [the research](/research/).
"""
BATCHES = """\
title: Small batches
summary: Work that is done in a day.
reviewed: 2023-03-27
sources: Written by others.
about: As [trunk-based](trunk.md) work is.
"""


def capabilities(root: Path) -> Path:
    """Return the folder of a library whose texts have the links of another program."""
    files = {"trunk": TRUNK, "small-batches": BATCHES}
    return write_files(
        root,
        {"kennisbank.yml": CAPABILITIES}
        | {f"capabilities/{name}.yml": text for name, text in files.items()},
    )


def test_a_link_of_another_program_is_told_with_the_link_that_works(tmp_path: Path) -> None:
    """A page of the site is named by its kind and file, when it is one of the library."""
    found = [one for one in problems_in(capabilities(tmp_path)) if one.code == "stray-mark"]

    assert [(one.message, one.hint) for one in found] == [
        ("'trunk.md' does not lead to a page from here.", "Write [[capability:trunk|words]]."),
        (
            "'/capabilities/small-batches/' does not lead to a page from here.",
            "Write [[capability:small-batches|words]].",
        ),
    ]


def texts_in(root: Path, about: str) -> list[tuple[str, str]]:
    """Return what is told of a text, with what to do: code and hint."""
    entry = BATCHES.replace("As [trunk-based](trunk.md) work is.", f"|\n{indent(about, '  ')}")
    files = {"kennisbank.yml": CAPABILITIES, "capabilities/small-batches.yml": entry}
    found = problems_in(write_files(root, files))
    return [(one.code, one.hint) for one in found if one.code != "orphan"]


@pytest.mark.parametrize(
    ("about", "hint"),
    [
        ("Type <code>ls</code> first.", "Write it between backticks: `…`."),
        ("One.<br>Two.", "Leave an empty line between paragraphs."),
        ("A <B>bold</B> word.", "Write **bold** or *italic*."),
        ("See <a href='x'>this</a>.", "Write [words](https://…), without a space."),
        ("A <blink>word</blink>.", "Leave it out. If it belongs in the text, put a \\ before it."),
        (
            "> [!NOTE]\n> Take care.",
            "Write it as a paragraph that starts with a bold word: **Note.** …",
        ),
        (
            "Batch\n: what is done at once",
            "Write each as a point of a list: - **Word**: what it means.",
        ),
        (
            "It is $E=mc^2$ here.",
            "Write it with plain signs, such as x = 2y, or save it as a picture in docs/assets/.",
        ),
        ("[This](/capabilities/small-batches/#x).", "Write [[capability:small-batches|words]]."),
        ("[This](../small-batches/index.md).", "Write [[capability:small-batches|words]]."),
        ("[This](small-batches.md?a#b).", "Write [[capability:small-batches|words]]."),
        (
            "```mermaid\ngraph TD\n```",
            "Save it as a picture in docs/assets/, or say in words what it shows.",
        ),
    ],
)
def test_what_another_program_knows_is_told_once_with_what_to_do(
    tmp_path: Path, about: str, hint: str
) -> None:
    """One cause is one problem, and its hint is about that very mark."""
    assert texts_in(tmp_path, about) == [("stray-mark", hint)]


@pytest.mark.parametrize(
    "about",
    [
        "It costs $5 to $9 = cheap, and US$ 3.",
        "In `$a_b$` and `<code>` nothing is a mark.",
        "So: this. At 10: that.\n\nAnd: `x`",
    ],
)
def test_plain_signs_are_no_marks(tmp_path: Path, about: str) -> None:
    """Money, code and colons are text."""
    assert [code for code, _ in texts_in(tmp_path, about) if code != "uncited"] == []


NULLS = """\
title: Nulls
summary: As a collection in JSON has them.
reviewed: 2023-03-27
tags: null
authors: []
level: ~
"""
WITH_NULLS = """\
language: en
severity: {orphan: off}
choices: {level: {low: Low, high: High}}
kinds:
  word:
    folder: words
    label: [Word, Words, What words mean]
    fields:
      tags: {is: tags, title: Tags, optional: true}
      authors: {is: line, many: true, title: Authors, optional: true}
      level: {is: level, title: Level, optional: true}
"""


def test_a_list_or_choice_without_a_value_is_empty(tmp_path: Path) -> None:
    """What YAML writes for nothing is no list with a mistake and no choice that is not known."""
    root = write_files(tmp_path, {"kennisbank.yml": WITH_NULLS, "words/nulls.yml": NULLS})

    assert [(one.location.line, one.code) for one in problems_in(root)] == [
        (line, "empty-field") for line in (4, 5, 6)
    ]


def test_a_page_by_hand_is_told_the_address_of_a_list(tmp_path: Path) -> None:
    """A list of entries has no file in docs/, and an address of its own."""
    root = capabilities(tmp_path)
    head = "---\ntitle: Start\ndescription: A start\n---\n"
    pages = {"docs/index.md": head + "[All](capabilities/index.md)\n"}
    pages["docs/about/us.md"] = head + "[All](../capabilities.md)\n"
    found = problems_in(write_files(root, pages))

    assert [one.hint for one in found if one.code == "broken-link"] == [
        "Did you mean '../../capabilities/'?",
        "Did you mean 'capabilities/'?",
    ]


def test_a_kind_is_not_called_as_a_type_of_fields(tmp_path: Path) -> None:
    """The proposal is a name that is free, and a command that needs kinds says what is wrong."""
    text = CAPABILITIES.replace("  capability:", "  tool:")
    (problem,) = read_configuration(text)[1]
    root = write_files(tmp_path, {"kennisbank.yml": text})
    told = run("new", "tool", "Trunk", "--root", root)

    assert problem.hint == "Call it something like 'tool-page'; readers see its label."
    assert told.exit_code == 2
    assert "kennisbank.yml holds mistakes: kennisbank.yml:4:3: bad-configuration" in told.output


def test_a_page_in_english_has_english_ids_each_of_which_is_there_once(tmp_path: Path) -> None:
    """A field that has the name of a part of the page has another id, and data say English."""
    page = next(
        one for one in build_site(capabilities(tmp_path)).pages if one.address.endswith("/trunk/")
    )
    ids = re.findall(r' id="([^"]+)"', page.content)

    assert ids == ["title", "sources-part", "about"]
    assert "langid = {english}" in page.content


GLOSSARY = """\
language: en
severity: {orphan: off}
kinds:
  term:
    folder: terms
    label: [Term, Terms, What words mean]
    fields:
      definition: {is: definition, title: Definition}
      added: {is: day, title: Added}
      edition: {is: count, title: Edition}
      related: {is: term, many: true, optional: true, title: Related, reverse: is wider than this}
"""
TERM = """\
title: {title}
summary: A word.
reviewed: 2024-05-01
definition: A word that means something [@popper1959].
added: 2020-01-31
edition: 3
"""
WORK = """\
@book{popper1959,
  author = {Popper, Karl},
  title = {The logic of scientific discovery},
  publisher = {Hutchinson},
  year = {1959},
}
"""


def glossary(root: Path, title: str = "First") -> Path:
    """Return the folder of a glossary with sources of which nobody keeps book."""
    return write_files(
        root,
        {
            "kennisbank.yml": GLOSSARY,
            "references.bib": WORK,
            "terms/first.yml": TERM.format(title=title),
            "terms/second.yml": TERM.format(title="Second") + "related: [first]\n",
            "terms/third.yml": TERM.format(title="Third") + "related: [first]\n",
        },
    )


def test_a_library_without_a_state_of_its_sources_says_nothing_of_it(tmp_path: Path) -> None:
    """Nobody said that they were not checked, nor what kind of research they are."""
    pages = {page.address: page.content for page in build_site(glossary(tmp_path)).pages}

    assert "Popper, K. (1959)." in pages["terms/first/"]
    for address, html in pages.items():
        if address.startswith(("terms/", "sources/", "upkeep/")):
            assert "checked" not in html, address
            assert "Kind of research" not in html, address


def test_what_is_the_same_on_all_pages_stands_on_each(tmp_path: Path) -> None:
    """A day and a number are facts, and a fact is never left out; a reason of all stands once."""
    pages = {page.address: page.content for page in build_site(glossary(tmp_path)).pages}
    page = re.sub(r"\s*<[^>]+>\s*", " ", pages["terms/first/"])

    assert "In short Added January 31, 2020 Edition 3 Definition" in re.sub(r" +", " ", page)
    assert page.count("is wider than this") == 1


def test_markup_in_a_title_is_told(tmp_path: Path) -> None:
    """A title is shown as it is written, so readers would see the signs."""
    (told,) = problems_in(glossary(tmp_path, "'*P*-hacking & __init__'"))

    assert str(told) == (
        "terms/first.yml:1:9: stray-mark: '*P*' is markup, and here readers see its signs. "
        "Write plain words: this is no text with markup."
    )


STATES = """\
language: en
severity: {orphan: off}
choices:
  stage: {idea: Idea, used: In use}
  health: {well: Well, ill: Ill}
  place: {home: At home, office: At the office}
kinds:
  device:
    folder: tools
    label: [Tool, Tools, What you use]
    fields:
      state: {is: stage, title: State, facet: true, ranks: true}
      from: {is: place, title: Comes from, facet: true}
      to: {is: place, title: Goes to, facet: true}
  animal:
    folder: animals
    label: [Animal, Animals, Who lives here]
    fields:
      state: {is: health, title: State, facet: true}
      lives: {is: place, title: Kind, facet: true}
"""


def test_lists_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    """Each field is narrowed by itself, also where another one has its title or its list."""
    ours = "summary: Something.\nreviewed: 2024-05-01\n"
    files = {
        "kennisbank.yml": STATES,
        "tools/saw.yml": f"title: Saw\n{ours}state: used\nfrom: home\nto: office\n",
        "animals/cat.yml": f"title: Cat\n{ours}state: well\nlives: home\n",
    }
    site = build_site(write_files(tmp_path, files))
    pages = {page.address: page.content for page in site.pages}
    lists = sorted(one for one in pages if one.startswith("subjects/") and one.count("/") > 1)

    assert site.problems == ()
    assert lists == [
        *("subjects/comes-from/home/", "subjects/goes-to/office/", "subjects/kind-animal/home/"),
        *("subjects/state-animal/well/", "subjects/state/used/"),
    ]
    assert 'data-orders="effort"' in pages["search/"]
    assert (
        'data-orders=""'
        in {page.address: page.content for page in build_site(glossary(tmp_path / "other")).pages}[
            "search/"
        ]
    )
