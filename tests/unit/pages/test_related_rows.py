"""Lists of what is related: which reason goes without saying, and what opens on request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.build import build_site
from kennisbank.library.library import EntryKey
from kennisbank.pages.site_map import EntryRef, Related, usual_reasons
from library_files import html_at
from running import REPOSITORY

if TYPE_CHECKING:
    from kennisbank.fields.base import Entry

EXAMPLE = REPOSITORY / "tests" / "examples" / "good" / "links-both-ways"


def related(entry: Entry, *reasons: str) -> list[Related]:
    """Return an entry as often as there are reasons, each time for one of them."""
    target = EntryRef(EntryKey("term", "een-term"), "begrippen/een-term/", "Term", "", entry)
    return [Related(target, (reason,)) for reason in reasons]


def test_the_reason_of_most_is_not_repeated() -> None:
    """More than half of a list stand there for the same reason, or else each says its own."""
    site = build_site(EXAMPLE)
    entry = next(iter(site.library.entries.values()))

    assert usual_reasons(related(entry, "past", "past", "hier genoemd")) == ("past",)
    assert usual_reasons(related(entry, "past", "hier genoemd")) == ()
    assert usual_reasons(related(entry, "past")) == ()


def test_the_path_to_a_page_ends_with_the_page_itself() -> None:
    """The last step is no link, and says that one is there."""
    html = html_at(EXAMPLE, "begrippen/een-term/")
    path = html.split('<nav class="kb-crumbs"')[1].split("</nav>")[0]
    steps = re.findall(r"<li[^>]*>(.*?)</li>", path)

    assert [re.sub("<[^>]+>", "", step) for step in steps] == ["Home", "Begrippen", "Een begrip"]
    assert '<li aria-current="page">Een begrip</li>' in path
