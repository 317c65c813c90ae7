"""A number becomes a library of that many entries, and the same text as plain Markdown pages."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SMALL_CONFIG = """\
site_name: Klein
theme: {name: material, custom_dir: eigen}
plugins: [{kennisbank: {shell: true}}]
nav: [index.md, {"Alle bronnen & meer": bronnen/index.md}]
"""
_HOME = "---\ntitle: Start\ndescription: Een begin\n---\n\nWelkom.\n"
_MAIN = '{% extends "base.html" %}{% block announce %}Van ons.{% endblock %}'
_STEMS = "leer werk team taak tijd stap vraag plan doel proef rol dag groep kans idee".split()
_TAILS = "plek vorm ruimte groep moment gesprek kring ronde proces keuze dienst".split()
_SMALL = "de het een en van in op met voor door bij om te die dat zij samen vaak".split()
_NAMES = "Jansen Bakker Visser Smit Mulder Bos Vos Peters Dekker Kok Prins Blom".split()
_MECHANISMS = 7
_FEWEST_SOURCES = 12


def sources_for(count: int) -> int:
    """Return how many sources a library has: 400 for 1,000 entries, as the real one."""
    return max(_FEWEST_SOURCES, count * 2 // 5)


class _Words:
    """Dutch-looking sentences; the vocabulary grows with the library."""

    def __init__(self, seed: int, size: int) -> None:
        self.random = random.Random(seed)
        self.size = size
        self.sources = sources_for(size)

    def word(self) -> str:
        if self.random.random() < 0.5:
            return self.random.choice(_SMALL)
        number = self.random.randrange(max(1, self.size))
        base = self.random.choice(_STEMS) + self.random.choice(_TAILS)
        return base if number % 3 else f"{base}{_TAILS[number % len(_TAILS)]}"

    def sentence(self) -> str:
        words = [self.word() for _ in range(self.random.randrange(8, 15))]
        return f"{' '.join(words).capitalize()}."

    def paragraph(self, count: int = 4) -> str:
        cite = f" [@bron{self.random.randrange(self.sources)}, p. {self.random.randrange(9)}]"
        return " ".join(self.sentence() for _ in range(count))[:-1] + f"{cite}."


def write_library(root: Path, count: int, seed: int = 1) -> None:
    """Write `count` methods of about 460 words, seven mechanisms, and sources in proportion."""
    for folder in ("methods", "mechanisms", "docs"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    sources = "".join(map(_source, range(sources_for(count))))
    (root / "references.bib").write_text(sources, encoding="utf-8")
    for number in range(_MECHANISMS):
        text = _mechanism(_Words(seed + number, count), number)
        (root / "mechanisms" / f"mechanisme-{number}.yml").write_text(text, encoding="utf-8")
    for number in range(count):
        text = _method(_Words(seed * 7919 + number, count), number, count)
        (root / "methods" / f"methode-{number}.yml").write_text(text, encoding="utf-8")


def _source(number: int) -> str:
    """Return an article; the same authors and year come back now and then, as in real lists."""
    name, other = (_NAMES[part % len(_NAMES)] for part in (number // 45, number // 45 + number % 5))
    second = f" and {other}, Anna" if number % 3 and other != name else ""
    return (
        f"@article{{bron{number},\n  author = {{{name}, Piet{second}}},\n"
        f"  title = {{Werk {number}}},\n  journal = {{Blad}},\n  year = {{{1980 + number % 45}}},\n"
        f"  recordstate = {{verified}},\n  studydesign = {{theory}}\n}}\n"
    )


def write_small_library(root: Path) -> Path:
    """Write a library of nine methods with its mkdocs.yml, and return its folder."""
    write_library(root, 9)
    (root / "mkdocs.yml").write_text(SMALL_CONFIG, encoding="utf-8")
    (root / "eigen").mkdir()
    (root / "eigen" / "main.html").write_text(_MAIN, encoding="utf-8")
    (root / "docs" / "index.md").write_text(_HOME, encoding="utf-8")
    return root


def _mechanism(words: _Words, number: int) -> str:
    return f"""\
title: Mechanisme {number}
summary: {words.sentence()}
reviewed: 2026-01-01
number: {number + 1}
description: >-
  {words.paragraph()}
why: >-
  {words.paragraph()}
signs:
  - {words.sentence()}
actions: >-
  {words.paragraph()}
questions:
  - {words.sentence()}
"""


def _method(words: _Words, number: int, count: int) -> str:
    steps = "".join(f"  - >-\n    {words.paragraph(2)}\n" for _ in range(5))
    others = [words.random.randrange(count) for _ in range(4)]
    # Nobody names himself.
    others = [(one + (one == number)) % count for one in others]
    links = " ".join(f"Zie ook [[method:methode-{other}]]." for other in others)
    return f"""\
title: Methode {number} {words.word()} {words.word()}
summary: {words.sentence()} {words.sentence()}
aliases:
  - {words.word()} {words.word()} {number}
reviewed: 2026-01-01
goal: >-
  {words.paragraph()}
level:
  - team
effort: klein
time: onbekend
money: onbekend
people: onbekend
for_whom: >-
  {words.paragraph()}
less_for: onbekend
approach: >-
  {words.paragraph()} {links}
steps:
{steps}roles:
  - role: hr
    task: {words.sentence()}
conditions: onbekend
asks_of_participant: >-
  {words.paragraph()}
how_it_works: >-
  {words.paragraph()}
mechanisms:
  - mechanisme-{number % _MECHANISMS}
"""
