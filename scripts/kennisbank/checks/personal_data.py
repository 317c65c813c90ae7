"""What belongs to a person, such as an address or a telephone number, is not published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity
from kennisbank.reading.markdown_document import MarkdownDocument
from kennisbank.reading.personal_data import personal_data
from kennisbank.reading.yaml_document import KeyPath, YamlDocument
from kennisbank.sources.source import Bibliography, Source

RULE = Rule(
    "personal-data",
    N_("The text holds something that may be of one person: an address, e-mail address or number."),
    N_(
        "Remove it, or refer to the site of the organisation. If it is public and of an "
        "organisation, put a \\ before the @ or before the punctuation mark that follows."
    ),
    Severity.WARNING,
)
# The fields of a source in which people write words.
_WRITTEN = (
    *("author", "editor", "title", "subtitle", "booktitle", "note", "annote", "abstract"),
    *("howpublished", "publisher", "institution", "school", "organization", "address", "location"),
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each address and number in entries, pages and sources that may be of a person."""
    for file in library.files.values():
        texts = {one.key_path: one.text for one in file.texts if one.spec.field_type.is_read}
        yield from _in_texts(file.document, texts)
    for page in library.pages:
        head: dict[KeyPath, str] = {("title",): page.title, ("description",): page.description}
        yield from _in_texts(page, head | {(): page.body})
    yield from problems_in(library.bibliography)


def problems_in(bibliography: Bibliography) -> Iterator[Problem]:
    """Yield the same for sources that belong to no library."""
    for source in bibliography.all_sources:
        yield from _in_source(source)


def _in_texts(
    document: YamlDocument | MarkdownDocument, texts: Mapping[KeyPath, str]
) -> Iterator[Problem]:
    for key_path, text in texts.items():
        for one in personal_data(text):
            place = document.location_of_text(key_path, one.start)
            yield RULE.problem(place, _("here is {what}.", what=one.what))


def _in_source(source: Source) -> Iterator[Problem]:
    for name in _WRITTEN:
        if name in source.places:
            for one in personal_data(source.fields.get(name, "")):
                message = _(
                    "in '{key}', field '{name}', is {what}.",
                    key=source.key,
                    name=name,
                    what=one.what,
                )
                yield RULE.problem(source.place_of(name), message)
