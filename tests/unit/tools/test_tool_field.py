"""A tool is data: what is wrong in it is told with its place, and any library can have one."""

from __future__ import annotations

import datetime as dt
import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

from kennisbank.build import Site, build_site
from kennisbank.config.configuration import configuration_of
from kennisbank.fields.scaffold import scaffold
from kennisbank.fields.schema import schema_of
from kennisbank.fields.tools import SORTS
from kennisbank.messages import speaking
from library_files import problems_in, write_files

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = """\
language: en
kinds:
  skill:
    folder: skills
    label: [Skill, Skills, What gardeners can do.]
    numbered: true
    fields:
      signs: {is: short, title: How you know it, help: What you see., many: true}
      questions: {is: short, title: Questions, help: To talk about., many: true}
  technique:
    folder: techniques
    label: [Technique, Techniques, What you can do.]
    fields:
      how: {is: prose, title: How, help: In a few words.}
      skills: {is: skill, title: Needs, help: The skills., many: true, reverse: trains this}
      costs: {is: investment, title: What it costs, help: Hours and money., optional: true}
  game:
    folder: games
    label: [Game, Games, What a group does together.]
    fields:
      play: {is: tool, title: Do it together, help: What a group does here.}
"""
SKILL = """\
title: Pruning
summary: Taking away what is too much.
reviewed: 2026-01-10
number: 1
signs: [People cut above a bud., Tools are sharp.]
questions: ["What did you cut last?", "Who showed you how?"]
"""
TECHNIQUE = """\
title: Working in pairs
summary: Two people share one tree.
reviewed: 2026-01-10
how: One cuts and one looks.
skills: [pruning]
costs:
  - {who: participant, hours: 2, per: participant, when: start, basis: schatting van de redactie}
"""
GAME = """\
title: {title}
summary: A group does this around a table.
reviewed: 2026-01-10
play:
  question: What grows here?
  session:
    aim: See where you differ.
    minutes: 20
    people: 2 to 6 people
    room: A table.
    steps: [do: Everybody fills it in., do: Show everything.]
    afterwards: Plant something.
    sheet: a4
{sort}"""
OFFER = '["[[technique:working-in-pairs]]: two see more."]'
SORT_TEXTS = {
    "plane": f"""\
  plane:
    across: {{low: wet, high: dry}}
    up: {{low: shade, high: sun}}
    top_left: {{name: Pond, about: frogs}}
    top_right: {{name: Rocks, offers: {OFFER}}}
    bottom_left: {{name: Moss}}
    bottom_right: {{name: Ivy}}
    moments: [{{name: Now, ask: As it is.}}, {{name: Wanted, ask: As you like it.}}]
""",
    "sorter": f"""\
  sorter:
    lanes: [{{name: Helps, side: helps}}, {{name: Hinders, side: hinders}}]
    groups: [{{name: Weather, cards: [{{name: rain}}, {{name: frost, offers: {OFFER}}}]}}]
    private: [frost]
""",
    "scan": """\
  scan:
    answers: [Never, Sometimes, Always]
    statements:
      - {text: People cut above a bud., about: "[[skill:pruning]]"}
    taken_from: signs
    questions: questions
""",
    "cards": '  cards: {kind: skill, taken_from: questions, columns: ["What for?"]}\n',
    "calculator": "  calculator: {ask: Choose what you like.}\n",
    "plan": """\
  plan:
    columns: [{name: When, help: A day.}]
    rows: ["Does it grow?"]
""",
}


def block(text: str) -> str:
    """Return YAML in the style that our reader takes: no braces."""
    return yaml.safe_dump(yaml.safe_load(text), sort_keys=False, allow_unicode=True)


def english_files() -> dict[str, str]:
    """Return a library in English with one tool of each sort, all of it data."""
    games = {
        f"games/{sort}.yml": block(GAME.format(title=sort.capitalize(), sort=text))
        for sort, text in SORT_TEXTS.items()
    }
    return {
        "kennisbank.yml": ENGLISH,
        "skills/pruning.yml": SKILL,
        "techniques/working-in-pairs.yml": block(TECHNIQUE),
        **games,
    }


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of that library."""
    root = write_files(tmp_path_factory.mktemp("english"), english_files())
    with speaking("en"):
        return build_site(root)


def data_of(site: Site, sort: str) -> Any:  # noqa: ANN401 - JSON
    """Return what the page gives the script of its tool."""
    html = next(page.html for page in site.pages if page.address == f"games/{sort}/")
    found = re.search(r'<template id="kb-tool-data">(.*?)</template>', html, re.DOTALL)
    assert found
    return json.loads(unescape(found[1]))


@pytest.mark.parametrize("sort", SORTS)
def test_a_library_defines_each_sort_in_data_alone(english: Site, sort: str) -> None:
    """The page has the session, the empty sheet, the data and the scripts of its sort."""
    html = next(page.html for page in english.pages if page.address == f"games/{sort}/")
    data = data_of(english, sort)

    assert [str(one) for one in english.problems if "orphan" not in one.code] == []
    assert (data["sort"], data["question"]) == (sort, "What grows here?")
    assert f"assets/javascripts/tools/{sort}.js" in html
    assert "How to lead it" in html
    assert "Afterwards: Plant something." in html
    assert ("Empty sheet to print (A4)" in html) == (sort != "calculator")


def test_a_tool_takes_from_entries_what_it_names(english: Site) -> None:
    """Cards, questions, offers and prices come from the entries, with their titles."""
    scan, cards = data_of(english, "scan"), data_of(english, "cards")
    plane, sums = data_of(english, "plane"), data_of(english, "calculator")
    html = next(page.html for page in english.pages if page.address == "games/plane/")

    assert scan["subjects"][0]["questions"] == ["What did you cut last?", "Who showed you how?"]
    assert [card["from"] for card in cards["cards"]] == ["Pruning", "Pruning"]
    assert plane["areas"][1]["offers"] == [0]
    assert "Working in pairs</a>: two see more." in html
    assert [one["title"] for one in sums["entries"]] == ["Working in pairs"]
    assert sums["entries"][0]["lines"] == [[2, 0, "participant", "start", 0]]


def test_the_overview_says_what_can_be_done_on_a_page(english: Site) -> None:
    """Each card of an entry with a tool tells how long it takes."""
    html = next(page.html for page in english.pages if page.address == "games/")

    assert html.count("Do it here in 20 minutes") == len(SORTS)


WRONG = {
    "two sorts": (
        "  cards: {cards: [{text: A}, {text: B}]}\n  calculator: {ask: Choose.}\n",
        "games/wrong.yml:5:3: wrong-type",
        "must hold exactly one of these: plane, sorter, scan, cards, calculator, plan",
    ),
    "no sort": ("", "games/wrong.yml:5:3: wrong-type", "must hold exactly one of these"),
    "twice the same card": (
        "  cards: {cards: [{text: A}, {text: a}]}\n",
        "games/wrong.yml:18:5: wrong-type",
        "has 'a' twice",
    ),
    "one lane": (
        "  sorter: {lanes: [{name: A, side: helps}], groups: [{name: G, cards: [{name: c}]}]}\n",
        "games/wrong.yml:18:5: wrong-type",
        "must have 2 to 7 items; it has 1",
    ),
    "a side that is none": (
        SORT_TEXTS["sorter"].replace("helps", "help"),
        "games/wrong.yml:19:13: wrong-type",
        "helps",
    ),
    "an offer without an entry": (
        "  cards: {cards: [{text: A, offers: [read on]}, {text: B}]}\n",
        "games/wrong.yml:20:9: wrong-type",
        "[[",
    ),
    "an entry that is not there": (
        '  cards: {cards: [{text: A, offers: ["[[technique:nothing]]"]}, {text: B}]}\n',
        "games/wrong.yml:20:",
        "broken-link",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_a_tool_is_told_with_its_place(tmp_path: Path, name: str) -> None:
    """Line and column are those of the value, and the sentence says what to do."""
    sort, place, message = WRONG[name]
    files = english_files() | {"games/wrong.yml": block(GAME.format(title="Wrong", sort=sort))}
    told = [
        str(one) for one in problems_in(write_files(tmp_path, files)) if "wrong.yml" in str(one)
    ]

    assert len([one for one in told if "orphan" not in one]) == 1, told
    assert told[0].startswith(place)
    assert message in told[0]


def test_an_editor_knows_that_a_tool_has_one_sort(tmp_path: Path) -> None:
    """The JSON Schema takes each tool of the library, and no two sorts at once."""
    root = write_files(tmp_path, english_files())
    kind = configuration_of(root)[0].kinds[-1]
    schema = Draft202012Validator(schema_of(kind))
    games = [yaml.safe_load(path.read_text()) for path in sorted(root.glob("games/*.yml"))]
    for game in games:
        schema.validate(game | {"reviewed": "2026-01-10"})
    both = games[0] | {"reviewed": "2026-01-10"}
    both["play"] = both["play"] | {"plan": {"columns": [{"name": "a", "help": "b"}], "rows": ["c"]}}

    with pytest.raises(ValidationError):
        schema.validate(both)


def test_a_new_file_shows_a_small_tool(tmp_path: Path) -> None:
    """Where a tool may be left out, its example stands there as a remark that reads as YAML."""
    text = ENGLISH.replace("help: What a group does here.}", "help: Here., optional: true}")
    kind = configuration_of(write_files(tmp_path, {"kennisbank.yml": text}))[0].kinds[-1]
    lines = scaffold(kind, "New", dt.date(2026, 1, 10)).splitlines()
    shown = "\n".join(line[1:] for line in lines[lines.index("#play:") :] if line.startswith("#"))

    assert yaml.safe_load(shown)["play"]["cards"]["cards"][0]["text"]
