"""A small library out of this one, and changes of every sort, to hold kept pages to new ones."""

from __future__ import annotations

import random
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

import kennisbank.kept_content
from kennisbank.build import build_site, made_of_entry, made_of_source
from kennisbank.checks import check_library
from kennisbank.library.loading import ReadBefore, load_library
from kennisbank.outputs.compared import card, column
from kennisbank.pages.asking import Notes, asked_context
from kennisbank.pages.context import RenderContext, Repository, SiteMetadata
from kennisbank.pages.kept_pages import KeptPages
from kennisbank.sources.style.cache import ReferenceCache
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kennisbank.pages.context import Name, Parts
    from kennisbank.problems import Problem

# Of each kind some; what they name beside these is not there, and is shown as such.
ENTRIES = (
    *("methods/coaching", "methods/intervisie"),
    *("mechanisms/samenwerkend-leren", "mechanisms/ruimte-en-veiligheid"),
    *("terms/reflectie", "terms/psychologische-veiligheid"),
    *("target-groups/leidinggevenden", "practices/lab-xl-den-bosch"),
    *("statistics/bevlogen-en-verbonden", "instruments/vraagkaarten"),
)
# To format them takes longer than all the rest.
FORMATTED = ReferenceCache()
_WORDS = ["Leren gaat ook tussendoor", "Reflectie hoort erbij", "Zie [[method:coaching]]"]


def write_part_of_this_library(root: Path) -> Path:
    """Write some entries of this library, the sources that they cite, and its settings."""
    for name in ("kennisbank.yml", "rating.yml", "synonyms.yml", "docs/index.md"):
        _copy(REPOSITORY / name, root / name)
    for entry in ENTRIES:
        _copy(REPOSITORY / f"{entry}.yml", root / f"{entry}.yml")
    texts = " ".join(path.read_text("utf-8") for path in root.glob("*/*.yml"))
    sources = re.split(
        r"^(?=@)", (REPOSITORY / "references.bib").read_text("utf-8"), flags=re.MULTILINE
    )
    # All of them take longer to read than the rest of the library.
    synonyms = root / "synonyms.yml"
    synonyms.write_text(
        "".join(synonyms.read_text("utf-8").splitlines(keepends=True)[:60]), "utf-8"
    )
    cited = [one for one in sources if one.partition("{")[2].partition(",")[0] in texts]
    (root / "references.bib").write_text("".join(cited), "utf-8")
    return root


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


@dataclass
class Changing:
    """A library that changes by chance; what is no file of it stands here."""

    root: Path
    chance: random.Random
    repository: Repository
    imprint: SiteMetadata
    version: int = 0

    def change(self) -> str:
        """Change something, and return what."""
        name = self.chance.choice(sorted(CHANGES))
        CHANGES[name](self)
        return name

    def pick(self, pattern: str) -> Path:
        """Return one of the files of a name."""
        return self.chance.choice(sorted(self.root.glob(pattern)))

    def rewrite(self, path: Path, pattern: str, text: str) -> None:
        """Put something in the place of one match, if there is any."""
        before = path.read_text("utf-8")
        found = list(re.finditer(pattern, before, re.MULTILINE))
        if found:
            one = self.chance.choice(found)
            path.write_text(before[: one.start()] + one.expand(text) + before[one.end() :], "utf-8")

    def site(self, *, kept: bool) -> tuple[object, ...]:
        """Return pages, files and problems as they are now, with what was kept or without."""
        with self._state(kept=kept):
            site = build_site(self.root, None, self.repository, self.imprint)
        return site.pages, site.files, site.problems

    def pages(self, *, kept: bool) -> tuple[Parts, ...]:
        """Return what is made of entries and sources now, with what was kept or without."""
        return self._pages(kept=kept)[0]

    def problems(self, *, kept: bool) -> tuple[Problem, ...]:
        """Return what a check finds now, with what was kept or without."""
        with self._state(kept=kept):
            read = ReadBefore.kept(self.root)
            library, found = load_library(self.root, before=read)
            read.keep(self.root)
            return tuple(sorted([*found, *check_library(library, self.root)]))

    def made(self) -> tuple[Name, ...]:
        """Return what had to be made again."""
        return self._pages(kept=True)[1]

    def _pages(self, *, kept: bool) -> tuple[tuple[Parts, ...], tuple[Name, ...]]:
        with self._state(kept=kept):
            library, _ = load_library(self.root)
            context = RenderContext(library, self.repository, FORMATTED.reference, self.imprint)
            pages = KeptPages(self.root, context)
            each = pages.of if kept else context.each
            names = [*context.site_map.targets]
            found = each(made_of_entry, names)
            found += each(made_of_source, [(key,) for key in context.works])
            rated = [name for name in names if name in context.assessments]
            found += [*each(column, rated), *each(card, rated)]
            if kept:
                pages.keep()
            return tuple(found), tuple(pages.made)

    def asked(self) -> tuple[Notes, RenderContext]:
        """Return a context as pages get it, and what notes their questions."""
        library, _ = load_library(self.root)
        notes = Notes()
        context = RenderContext(library, self.repository, FORMATTED.reference, self.imprint)
        return notes, asked_context(context, notes)

    @contextmanager
    def _state(self, *, kept: bool) -> Iterator[None]:
        """Be the version of the generator that it is now."""
        made_by = f"version {self.version}".encode()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(kennisbank.kept_content, "package_digest", lambda: made_by)
            patch.setenv("KENNISBANK_CACHE", "" if kept else "off")
            yield


def _word(library: Changing) -> None:
    word = library.chance.choice(_WORDS)
    library.rewrite(library.pick("*/*.yml"), r"^(  [A-Z]\w+[^:\n]*) (?=\w)", rf"\1 {word}. ")


def _title(library: Changing) -> None:
    mark = library.chance.randrange(100)
    library.rewrite(library.pick("*/*.yml"), r"^title: (\w+).*$", rf"title: \1 {mark}")


def _add(library: Changing) -> None:
    path = library.pick("*/*.yml")
    new = path.with_name(f"nieuw-{library.chance.randrange(10**6)}.yml")
    shutil.copyfile(path, new)
    library.rewrite(new, r"^title: (\w+).*$", rf"title: \1 {new.stem}")


def _remove(library: Changing) -> None:
    path = library.pick("*/*.yml")
    # Of each kind one stays, or the changes that follow have nothing to do.
    if len(list(path.parent.iterdir())) > 1:
        path.unlink()


def _rename(library: Changing) -> None:
    path = library.pick("*/*.yml")
    path.rename(path.with_name(f"anders-{library.chance.randrange(10**6)}.yml"))


def _source_gone(library: Changing) -> None:
    library.rewrite(library.root / "references.bib", r"^@\w+\{[^@]*(?=^@)", "")


def _source_again(library: Changing) -> None:
    key = f"nieuw{library.chance.randrange(10**6)}"
    new = rf"@book{{{key}, title = {{Nieuw}}, year = 2001}}\n\n\g<0>"
    library.rewrite(library.root / "references.bib", r"^@\w+\{\w+,", new)


def _settings(library: Changing) -> None:
    address = f"https://{library.chance.choice('ab')}.nl/"
    days = timedelta(days=library.chance.randrange(900))
    library.imprint = library.chance.choice(
        [
            replace(library.imprint, url=address),
            replace(library.imprint, name=f"Proef {address}"),
            replace(library.imprint, license=address),
            replace(library.imprint, day=date(2026, 12, 1) + days),
        ]
    )
    library.repository = replace(library.repository, branch=library.chance.choice(["main", "x"]))


def _version(library: Changing) -> None:
    library.version += 1


# Each in a text by itself, where a rule on single texts finds it.
_FAULTS = ["[^1]", "Bel 06-12345678", "TODO: meer", "Dat geldt voor 80 procent", "[](https://a.nl)"]


def _fault(library: Changing) -> None:
    fault = library.chance.choice(_FAULTS)
    library.rewrite(library.pick("*/*.yml"), r"^(  [A-Z]\w+[^:\n]*) (?=\w)", rf"\1 {fault}. ")


def _fault_mended(library: Changing) -> None:
    for path in library.root.glob("*/*.yml"):
        for fault in _FAULTS:
            library.rewrite(path, re.escape(f" {fault}."), "")


CHANGES: dict[str, Callable[[Changing], object]] = {
    "a sentence": _word,
    "another sentence": _word,
    "a title": _title,
    "a fault": _fault,
    "another fault": _fault,
    "a fault that is mended": _fault_mended,
    "a field of a source that counts for nothing": lambda library: library.rewrite(
        library.root / "references.bib", r"(^@\w+\{\w+,)", r"\1\n  shelf = {Kast 3},"
    ),
    "a new entry": _add,
    "an entry that is gone": _remove,
    "another name": _rename,
    "a review": lambda library: library.rewrite(
        library.pick("*/*.yml"), r"^reviewed: .*", "reviewed: 2026-01-01"
    ),
    "a year": lambda library: library.rewrite(
        library.root / "references.bib", r"(year\s*=\s*\{?)\d{4}", r"\g<1>1999"
    ),
    "an author": lambda library: library.rewrite(
        library.root / "references.bib", r"(author\s*=\s*\{)", r"\1Bakker, Piet and "
    ),
    "a source that is gone": _source_gone,
    "a new source": _source_again,
    "a study": lambda library: library.rewrite(
        library.root / "references.bib", r"(studydesign\s*=\s*\{)\w+", r"\1rct"
    ),
    "the scale": lambda library: library.rewrite(
        library.root / "rating.yml",
        r"^(\s*people: )\d+",
        rf"\g<1>{library.chance.randrange(5, 20)}",
    ),
    "a word for a kind": lambda library: library.rewrite(
        library.root / "kennisbank.yml", r"title: (\w+)", r"title: \1x"
    ),
    "words that mean the same": lambda library: library.rewrite(
        library.root / "synonyms.yml", r"^  - (\w+)$", r"  - \1x"
    ),
    "a page by hand": lambda library: library.rewrite(
        library.root / "docs" / "index.md", r"^title: .*", rf"title: T{library.chance.random()}"
    ),
    "settings": _settings,
    "another version": _version,
}
# What touches every page hides what touched one of them, so it comes by itself.
_WIDE = (
    *("the scale", "a word for a kind", "words that mean the same", "settings", "another version"),
)
_NARROW = [name for name in CHANGES if name not in _WIDE]
# Each sort of change once, those that touch few pages five at a time.
TURNS = [*(_NARROW[at : at + 5] for at in range(0, len(_NARROW), 5)), *([name] for name in _WIDE)]


def changing_library(root: Path, seed: int) -> Changing:
    """Write a part of this library that changes by chance."""
    address = "https://voorbeeld.nl/"
    imprint = SiteMetadata("Proef", address, date(2026, 12, 1))
    write_part_of_this_library(root)
    return Changing(root, random.Random(seed), Repository(f"{address}bron"), imprint)


def differences(
    root: Path, seed: int, steps: int, made: Callable[..., tuple[object, ...]] = Changing.pages
) -> Iterator[tuple[int, str]]:
    """Yield after which changes something kept is not what it would be when made anew."""
    library = changing_library(root, seed)
    made(library, kept=True)
    for step in range(steps):
        name = library.change()
        if made(library, kept=True) != made(library, kept=False):
            yield step, name
