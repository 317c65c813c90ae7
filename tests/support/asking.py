"""Questions with the pages that should come up, put to a search, become figures for each class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import yaml

from kennisbank.kinds import KINDS
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Page

FOLDER = REPOSITORY / "tests" / "searching"
FIRST = 5
# The share of what is wanted that must stand in the first five: over all, and for each class.
AIM = 0.95
CLASS_AIMS = {"exact": 1.0}
CLASS_AIM = 0.9
# Loads the index as the search page does, and returns the addresses of what answers a question.
ASK = """
async (texts) => {
  const engine = await kennisbankSearch.engine();
  await engine.loadBody();
  const found = [];
  for (const text of texts) {
    const places = (await engine.answer(text)).ranked.map(([place]) => place).slice(0, 30);
    const cards = await engine.cards(places);
    found.push(places.map((place) => cards.get(place)[0]));
  }
  return found;
}
"""


class Question(NamedTuple):
    """What somebody types, why it is hard, and the addresses that should come up."""

    kind: str
    text: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """How well a search answers some questions: 1 is everything wanted, at once."""

    count: int
    recall: float
    rank: float


def questions(name: str) -> list[Question]:
    """Return the questions of a file in tests/searching."""
    listed = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return [
        Question(kind, str(text), tuple(address_of(one) for one in wanted))
        for kind, asked in listed.items()
        for text, wanted in asked.items()
    ]


def address_of(name: str) -> str:
    """Return the address of method:jobcrafting, source:karasek1979 or page:over/verantwoording."""
    kind, _, identifier = name.partition(":")
    folders = {one.kind: one.address for one in KINDS} | {"source": "bronnen"}
    return f"{folders[kind]}/{identifier}/" if kind != "page" else f"{identifier}/"


def plain_address(address: str) -> str:
    """Return the address of a page, also for a source that stands in the list of all sources."""
    path, _, anchor = address.partition("#")
    return f"{path}{anchor.removeprefix('bron-')}/" if anchor.startswith("bron-") else path


def ask_ours(page: Page, asked: Iterable[Question]) -> list[list[str]]:
    """Return what our search finds for each question, the best first."""
    found: list[list[str]] = page.evaluate(ASK, [one.text for one in asked])
    return [[plain_address(address) for address in addresses] for addresses in found]


def score(asked: list[Question], found: list[list[str]]) -> Score:
    """Return the mean share of what was wanted in the first five, and the mean 1 / first place."""
    pairs = list(zip(asked, found, strict=True))
    return Score(len(pairs), _mean(_recall, pairs), _mean(_reciprocal_rank, pairs))


def below_aim(asked: list[Question], found: list[list[str]]) -> list[str]:
    """Return, in words, each class whose recall is below its aim, and all together."""
    kinds = dict.fromkeys(one.kind for one in asked)
    aims = {"all": AIM} | {kind: CLASS_AIMS.get(kind, CLASS_AIM) for kind in kinds}
    missed = []
    for name, aim in aims.items():
        rows = [at for at, one in enumerate(asked) if name in {one.kind, "all"}]
        recall = score([asked[at] for at in rows], [found[at] for at in rows]).recall
        if recall < aim:
            missed.append(f"{name}: recall {recall:.3f}, aim {aim}")
    return missed


def _mean(
    measure: Callable[[Question, list[str]], float], pairs: list[tuple[Question, list[str]]]
) -> float:
    return sum(measure(*pair) for pair in pairs) / len(pairs)


def _recall(asked: Question, found: list[str]) -> float:
    return sum(one in found[:FIRST] for one in asked.wanted) / len(asked.wanted)


def _reciprocal_rank(asked: Question, found: list[str]) -> float:
    places = [found.index(one) for one in asked.wanted if one in found]
    return 1 / (1 + min(places)) if places else 0
