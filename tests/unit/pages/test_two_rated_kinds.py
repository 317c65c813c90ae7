"""A library in which two kinds have findings: each has its own map, chooser and comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kennisbank.build import build_site
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = """\
language: en
severity: {orphan: off}
choices:
  effect: {calm: Calm, speed: Speed}
  quality: {precision: Precision, price: Price}
kinds:
  subject:
    folder: subjects-of-ours
    label: [Subject, Subjects of ours, What it is about]
    numbered: true
    fields: {about: {is: prose}}
  habit:
    folder: habits
    label: [Habit, Habits, What you can do]
    fields:
      subject: {is: subject, reverse: works on this}
      findings: {is: findings, outcomes: effect, optional: true}
  device:
    folder: devices
    label: [Device, Devices, What you can use]
    fields:
      subject: {is: subject, reverse: works on this}
      findings: {is: findings, outcomes: quality, optional: true}
"""
ENTRY = "title: {title}\nsummary: Something.\nreviewed: 2024-05-01\n"
FINDING = """\
subject: work
findings:
  - outcome: {outcome}
    direction: favourable
    found: It helped.
    source: jones2020
    population: 80 people
    country: unknown
"""
WORK = """\
@article{jones2020,
  author = {Jones, Ann},
  title = {What helps at work},
  journal = {Journal of work},
  year = {2020},
  studydesign = {randomised-trial},
  recordstate = {verified},
}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return each page of the library by its address."""
    root: Path = tmp_path_factory.mktemp("two-rated-kinds")
    files = {
        "kennisbank.yml": CONFIGURATION,
        "references.bib": WORK,
        "subjects-of-ours/work.yml": ENTRY.format(title="Work") + "number: 1\nabout: Work.\n",
        "habits/walking.yml": ENTRY.format(title="Walking") + FINDING.format(outcome="calm"),
        "devices/saw.yml": ENTRY.format(title="Saw") + FINDING.format(outcome="precision"),
    }
    # There is nothing to compare with one of each.
    for kind, outcome in (("habits", "calm"), ("devices", "precision")):
        files[f"{kind}/other.yml"] = ENTRY.format(title="Other") + FINDING.format(outcome=outcome)
    site = build_site(write_files(root, files))
    assert site.problems == ()
    return {page.address: f"{page.title}\n{page.html}" for page in site.pages}


@pytest.mark.parametrize("page", ["map/", "choose/", "compare/"])
def test_each_kind_that_is_rated_has_its_own_pages(pages: dict[str, str], page: str) -> None:
    """The first keeps the address, and neither shows what is of the other."""
    first, second = pages[page], pages[f"{page}devices/"]

    assert "Walking" in first
    assert "Saw" not in first
    assert "Saw" in second
    assert "Walking" not in second
    assert second.split("\n")[0].endswith(": devices")


def test_an_overview_and_its_entries_lead_to_their_own_pages(pages: dict[str, str]) -> None:
    """Each is a table to choose from, with the outcomes of its kind."""
    habits, devices = pages["habits/"], pages["devices/"]

    assert 'href="../choose/devices/"' in devices
    assert 'href="../map/devices/"' in devices
    assert 'data-compare="../compare/devices/"' in devices
    assert "Precision" in devices
    assert "Calm" not in devices
    assert 'href="../choose/"' in habits
    assert 'href="../choose/devices/"' not in habits
    assert 'href="../../compare/devices/?m=saw"' in pages["devices/saw/"]
    assert 'href="../../compare/?m=walking"' in pages["habits/walking/"]
