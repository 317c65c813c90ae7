"""The library goes through every check; one module is one rule, and CHECKS is the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from itertools import chain
from pathlib import Path

from kennisbank.checks import (
    as_written,
    bad_id,
    bad_rating,
    bad_severity,
    bad_source,
    bad_tool,
    broken_image,
    broken_link,
    change_order,
    doi_citation,
    duplicate_title,
    duplicate_work,
    empty_field,
    future_date,
    impossible_figure,
    left_over,
    loose_citation,
    lost_address,
    misleading_address,
    missing_field,
    nameless_link,
    old_address,
    orphan,
    personal_data,
    redirect_clash,
    retired_page,
    self_link,
    source_field,
    stray_mark,
    taken_address,
    title_case,
    uncited,
    unfilled,
    unfilled_source,
    unknown_citation,
    unknown_field,
    unproven,
    unseen_text,
    unused_field,
    unused_source,
    wrong_type,
)
from kennisbank.checks.clean_texts import CleanTexts
from kennisbank.config import PATH, extensions
from kennisbank.config.configuration import RULE as BAD_CONFIGURATION
from kennisbank.config.extensions import ExtensionError
from kennisbank.config.told import RULE
from kennisbank.library.library import Library
from kennisbank.messages import _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import RULES as READING_RULES
from kennisbank.sources.source import Bibliography

CHECKS = (
    unfilled,
    left_over,
    missing_field,
    empty_field,
    unknown_field,
    wrong_type,
    bad_id,
    duplicate_title,
    broken_link,
    broken_image,
    self_link,
    redirect_clash,
    old_address,
    retired_page,
    lost_address,
    taken_address,
    change_order,
    future_date,
    impossible_figure,
    doi_citation,
    bad_tool,
    unknown_citation,
    loose_citation,
    uncited,
    unproven,
    stray_mark,
    nameless_link,
    unseen_text,
    personal_data,
    misleading_address,
    unused_source,
    unused_field,
    as_written,
    orphan,
    unfilled_source,
    bad_source,
    source_field,
    duplicate_work,
    title_case,
    bad_rating,
    bad_severity,
)
RULES = (*READING_RULES, BAD_CONFIGURATION, *(check.RULE for check in CHECKS))
# What is asked of sources that are in no library yet.
_OF_SOURCES = (bad_source, source_field, as_written, unused_field, personal_data)


# Whether these find something in an entry, a page or a source follows from its own text, from the
# kinds and from the language, and from nothing else; what they propose may follow from all.
_OF_ONE_TEXT = (
    *(left_over, uncited, stray_mark, nameless_link, unseen_text, personal_data),
    *(misleading_address, unused_field, source_field),
)


def check_library(library: Library, root: Path | None = None) -> list[Problem]:
    """Return what all checks find; of a place that still waits for text, only that.

    Given the folder of the library, what an earlier check of it knows to be clean is left alone.
    """
    clean = CleanTexts(root, library) if root and not extensions.extended() else None
    silent: set[object] = set()
    if clean:
        doubtful = clean.doubtful()
        of_texts = {check: [*check.find(doubtful)] for check in _OF_ONE_TEXT}
        clean.keep(chain(*of_texts.values()))
        silent = {check for check, told in of_texts.items() if not told}
    rules = (check for check in CHECKS if check not in silent)
    found = [problem for check in rules for problem in check.find(library)]
    found += _problems_of_others(library)
    waiting = unfilled.places(library)
    return [one for one in found if one.code == unfilled.RULE.code or one.location not in waiting]


def source_problems(bibliography: Bibliography) -> list[Problem]:
    """Return what is wrong in sources, what is lost of them and what is printed as written."""
    return [one for rule in _OF_SOURCES for one in rule.problems_in(bibliography)]


def _problems_of_others(library: Library) -> Iterator[Problem]:
    """Yield what the checks of other packages find."""
    for point in extensions.checks():
        try:
            found = _checked(point, library)
        except ExtensionError as error:
            hint = _("Update that package, or uninstall it.")
            found = [RULE.problem(Location(PATH), str(error), hint)]
        yield from found


def _checked(point: EntryPoint, library: Library) -> list[Problem]:
    check = extensions.load(point)
    try:
        return list(check.find(library))
    except Exception as error:  # whatever the code of others does
        raise ExtensionError(point, error) from error
