"""A link has words: who hears the page, or cannot see a sign, knows where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.reading.mentions import Written, find_nameless_links

RULE = Rule(
    "nameless-link",
    N_("A link has no words, so nobody reads or hears where it goes."),
    N_("Put between the square brackets where the link goes: [the guide](https://…)."),
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each link without a word in the texts of entries and in pages written by hand."""
    message = _("here is a link without words.")
    for file in library.files.values():
        for text in file.texts:
            if written := text.spec.field_type.written:
                for start in find_nameless_links(text.text, written):
                    yield RULE.problem(
                        file.document.location_of_text(text.key_path, start), message
                    )
    for page in library.pages:
        for start in find_nameless_links(page.body, Written.PAGE):
            yield RULE.problem(page.location_of_text((), start), message)
