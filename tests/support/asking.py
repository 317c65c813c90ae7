"""Questions with the pages that should come up, put to a search, become figures for each class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import yaml

from opening import TEXTS_READ
from our_kinds import KINDS
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from playwright.sync_api import Page

FOLDER = REPOSITORY / "tests" / "searching"
FIRST = 5
# The share of what is wanted that must stand in the first five: over all, and for each class. Of
# the old lists everything is wanted, of those of readers any of the pages is a good answer.
AIM = 0.95
CLASS_AIMS = {"exact": 1.0}
CLASS_AIM = 0.9
# Below these, on the half of the questions of readers that nobody tuned on, something broke. We
# want .85, .95, .80 and .02; the third is not reached on that half.
READER_FLOORS = {"first": 0.88, "five": 0.96, "says": 0.75, "wrongly_says": 0.02}
# A class of questions that the library has no answer to.
NONE = "none"
# Asks as a reader does, and returns what stands on the page then: the addresses of the results from
# top to bottom, how many of them fit on the first screen, and whether it says that it is no answer.
ASK = """
async (texts) => {
  const field = document.querySelector("#kb-search-field");
  const answers = document.querySelector(".kb-answers");
  const drawn = () => new Promise((resolve) => {
    const isDrawn = () => answers.getAttribute("aria-busy") === "false";
    const look = () => (isDrawn() ? resolve() : setTimeout(look, 4));
    look();
  });
  const found = [];
  for (const text of texts) {
    field.value = text;
    document.querySelector("#kb-search").requestSubmit();
    await drawn();
    scrollTo(0, 0);
    const links = [...answers.querySelectorAll("h3 a")];
    const notice = document.querySelector(".kb-results__lost").textContent;
    const none = answers.querySelector(".kb-nothing__none");
    found.push({
      addresses: links.map(({ pathname, hash }) => pathname + hash),
      screen: links.filter((link) => link.getBoundingClientRect().bottom < innerHeight).length,
      says: Boolean(none) || notice.includes("Een cijfer hierover"),
    });
  }
  return found;
}
"""


class Question(NamedTuple):
    """What somebody types, why it is hard, and the addresses that should come up."""

    kind: str
    text: str
    wanted: tuple[str, ...]
    job: str = ""


@dataclass(frozen=True)
class Answer:
    """What a page shows for a question: addresses from top to bottom, and whether it says no."""

    addresses: tuple[str, ...]
    screen: int = 0
    says: bool = False


@dataclass(frozen=True)
class Score:
    """How well a search answers some questions: 1 is everything wanted, at once."""

    count: int
    recall: float
    rank: float


@dataclass(frozen=True)
class Reading:
    """How the answers to some questions of readers read, as shares of the questions."""

    count: int
    first: float
    five: float
    screen: float
    rank: float
    results: float
    says: float


def questions(name: str) -> list[Question]:
    """Return the questions of a file in tests/searching that are listed by what makes them hard."""
    listed = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return [question for kind, asked in listed.items() for question in _of_kind(kind, asked)]


def readers_questions(name: str) -> list[Question]:
    """Return the questions of a file in tests/searching that are listed by the job of who asks."""
    listed = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return [
        question._replace(job=job)
        for job, kinds in listed.items()
        for kind, asked in kinds.items()
        for question in _of_kind(kind, asked)
    ]


def questions_to(library: str) -> list[Question]:
    """Return the questions of a file in tests/searching to a library of tests/examples/good."""
    listed = yaml.safe_load((FOLDER / f"{library}.yml").read_text(encoding="utf-8"))
    return [
        Question(kind, text, tuple(f"{one}/" for one in wanted))
        for kind, asked in listed.items()
        for text, wanted in asked.items()
    ]


def _of_kind(kind: str, asked: dict[object, list[str]]) -> Iterator[Question]:
    for text, wanted in asked.items():
        yield Question(kind, str(text), tuple(address_of(one) for one in wanted))


def address_of(name: str) -> str:
    """Return the address of method:jobcrafting, source:karasek1979 or page:over/verantwoording."""
    kind, _, identifier = name.partition(":")
    folders = {one.kind: one.address for one in KINDS} | {"source": "bronnen"}
    return f"{folders[kind]}/{identifier}/" if kind != "page" else f"{identifier}/"


def plain_address(address: str) -> str:
    """Return the address of a page, also for a source that stands in the list of all sources."""
    path, _, anchor = address.partition("#")
    return f"{path}{anchor.removeprefix('bron-')}/" if anchor.startswith("bron-") else path


def ask_ours(page: Page, asked: Iterable[Question]) -> list[Answer]:
    """Return what the search page shows for each question, when all texts have come in."""
    page.evaluate(TEXTS_READ)
    base = urlsplit(page.url).path.rstrip("/").rpartition("/")[0] + "/"
    found = page.evaluate(ASK, [one.text for one in asked])
    return [
        Answer(
            tuple(plain_address(one.removeprefix(base)) for one in answer["addresses"]),
            answer["screen"],
            answer["says"],
        )
        for answer in found
    ]


def reading(asked: list[Question], found: list[Answer]) -> Reading:
    """Return how answers read: whether any page that is a good answer stands where it is seen."""
    places = [_first_good(*pair) for pair in zip(asked, found, strict=True)]
    screens = [place < answer.screen for place, answer in zip(places, found, strict=True)]
    return Reading(
        len(asked),
        first=_share(place == 0 for place in places),
        five=_share(place < FIRST for place in places),
        screen=_share(screens),
        rank=sum(1 / (1 + place) for place in places) / len(places),
        results=sum(len(answer.addresses) for answer in found) / len(found),
        says=_share(answer.says for answer in found),
    )


def _first_good(asked: Question, answer: Answer) -> float:
    places = [answer.addresses.index(one) for one in asked.wanted if one in answer.addresses]
    return min(places, default=float("inf"))


def _share(answers: Iterable[bool]) -> float:
    given = list(answers)
    return sum(given) / len(given)


def score(asked: list[Question], found: Sequence[Sequence[str]]) -> Score:
    """Return the mean share of what was wanted in the first five, and the mean 1 / first place."""
    pairs = list(zip(asked, found, strict=True))
    return Score(len(pairs), _mean(_recall, pairs), _mean(_reciprocal_rank, pairs))


def below_aim(asked: list[Question], found: Sequence[Sequence[str]]) -> list[str]:
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
    measure: Callable[[Question, Sequence[str]], float], pairs: list[tuple[Question, Sequence[str]]]
) -> float:
    return sum(measure(*pair) for pair in pairs) / len(pairs)


def missed_by_readers(asked: list[Question], found: list[Answer]) -> list[str]:
    """Return, in words, each floor for questions of readers that these answers are below."""
    pairs = list(zip(asked, found, strict=True))
    known = reading(*_parted([pair for pair in pairs if pair[0].kind != NONE]))
    none = reading(*_parted([pair for pair in pairs if pair[0].kind == NONE]))
    figures = {"first": known.first, "five": known.five, "says": none.says}
    missed = [
        f"{name}: {figure:.3f}, floor {READER_FLOORS[name]}"
        for name, figure in figures.items()
        if figure < READER_FLOORS[name]
    ]
    most = READER_FLOORS["wrongly_says"]
    wrongly = [f"wrongly_says: {known.says:.3f}, at most {most}"] if known.says > most else []
    return missed + wrongly


def _parted(pairs: list[tuple[Question, Answer]]) -> tuple[list[Question], list[Answer]]:
    return [asked for asked, _ in pairs], [found for _, found in pairs]


def _recall(asked: Question, found: Sequence[str]) -> float:
    return sum(one in found[:FIRST] for one in asked.wanted) / len(asked.wanted)


def _reciprocal_rank(asked: Question, found: Sequence[str]) -> float:
    places = [found.index(one) for one in asked.wanted if one in found]
    return 1 / (1 + min(places)) if places else 0
