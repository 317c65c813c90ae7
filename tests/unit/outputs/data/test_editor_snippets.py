"""What VS Code proposes inside a text, where a schema says nothing."""

from __future__ import annotations

import json

from kennisbank.library.loading import load_library
from kennisbank.outputs.data.editor_names import PATH, snippet_files
from running import REPOSITORY

EXAMPLE = REPOSITORY / "tests" / "examples" / "good" / "links-both-ways"


def snippets(text: str) -> dict[str, dict[str, str]]:
    """Return the snippets of a file; its first line is a comment."""
    found: dict[str, dict[str, str]] = json.loads(text.partition("\n")[2])
    return found


def test_a_text_can_name_each_source_and_each_entry() -> None:
    """Author and year or kind and title say which it is; brackets are the editor's own to close."""
    library, _ = load_library(EXAMPLE)
    found = snippets(snippet_files(library)[PATH])

    assert len(found) == len(library.entries) + len(library.bibliography.sources)
    assert found["Jansen (2020)"]["body"] == "@jansen2020"
    assert found["Methode: Een methode"] == {
        "scope": "yaml,markdown",
        "prefix": "method:een-method",
        "body": "method:een-method",
        "description": "Een methode",
    }


def test_the_committed_snippets_are_of_this_library() -> None:
    """None of them is gone; a new entry may still be missing until `make renew`."""
    library, _ = load_library(REPOSITORY)
    there = {f"@{key}" for key in library.bibliography.sources}
    there |= {f"{key.kind}:{key.id}" for key in library.entries}
    there |= {
        f"{key.kind}:{old}" for key, one in library.entries.items() for old in one.redirect_from
    }
    committed = snippets((REPOSITORY / PATH).read_text(encoding="utf-8"))

    assert {one["body"] for one in committed.values()} <= there
