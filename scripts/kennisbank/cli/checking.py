"""Looks for all that is wrong in a library, for `kennisbank check`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kennisbank.checks import check_library
from kennisbank.checks.bad_severity import with_severities
from kennisbank.checks.readability import advise
from kennisbank.cli.kept_report import KeptReport
from kennisbank.cli.library_folder import this_day
from kennisbank.cli.output import show_step, someone_waits
from kennisbank.config.configuration import kinds_of
from kennisbank.config.extensions import extended
from kennisbank.config.site_settings import with_settings
from kennisbank.engines.mkdocs.settings import are_self_contained, settings_problems
from kennisbank.library.loading import ReadBefore, load_library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem
from kennisbank.site_links import link_problems

_LONG_CHECK = 300


def checked(root: Path, kept: KeptReport, *, language: bool) -> list[Problem]:
    """Return all that is wrong, and keep it for the next check where that can rely on it."""
    is_known = not extended() and are_self_contained(root)
    if is_known:
        kept.look(_folders(root))
    problems = _problems(root, _say_steps(root), language=language)
    if is_known:
        kept.keep(problems, _folders(root))
    return problems


def _folders(root: Path) -> tuple[str, ...]:
    return tuple(kind.folder for kind in kinds_of(root))


def _problems(root: Path, say: Callable[[str], None], *, language: bool) -> list[Problem]:
    say(N_("Reading {count} files …"))
    read = ReadBefore.kept(root)
    library, problems = load_library(root, today=this_day(), before=read)
    read.keep(root)
    say(N_("Checking {count} files …"))
    problems += check_library(library, root)
    problems += link_problems(root, library, problems)
    problems = [*with_settings(problems, settings_problems(root))]
    if language:
        say(N_("Checking the language of {count} files …"))
        problems += advise(library)
    say("")
    return sorted(with_severities(problems, library.severities))


def _say_steps(root: Path) -> Callable[[str], None]:
    """Return what shows a step on the line where the cursor is, when someone waits for it."""
    count = sum(1 for kind in kinds_of(root) for _file in (root / kind.folder).glob("*.yml"))
    if count <= _LONG_CHECK or not someone_waits():
        return lambda _step: None

    return lambda step: show_step(_(step, count=count) if step else "")
