"""A link has words: who hears the page, or cannot see a sign, knows where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule
from kennisbank.reading.mentions import Written, find_nameless_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "nameless-link",
    "Een link heeft geen woorden, dus niemand leest of hoort waar hij heen gaat.",
    "Zet tussen de rechte haken waar de link heen gaat: [de handreiking](https://…).",
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each link without a word in the texts of entries and in pages written by hand."""
    message = "hier staat een link zonder woorden."
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
