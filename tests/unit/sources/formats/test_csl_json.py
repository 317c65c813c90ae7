"""Works go out as CSL-JSON that keeps to the rules of CSL 1.0.2."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jsonschema import Draft202012Validator

from items import LIBRARY, every_item, item, items_in
from kennisbank.outputs.data.library_schema import ITEM
from kennisbank.sources.formats.csl_json import csl_json

if TYPE_CHECKING:
    from kennisbank.sources.csl_item import CslItem

# From the schema of CSL 1.0.2; what we write must be among them.
TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
    pamphlet paper-conference patent performance periodical personal_communication post
    post-weblog regulation report review review-book software song speech standard thesis treaty
    webpage"""
TEXTS = """id type language title title-short status genre container-title collection-title
    collection-number volume issue page number edition version publisher publisher-place archive
    event-title event-place number-of-volumes part-number chapter-number
    original-title original-publisher original-publisher-place ISBN ISSN DOI URL"""
NAMES = {"author", "editor", "translator", "container-author"}
DATES = {"issued", "original-date", "accessed", "event-date"}
NAME_PARTS = {"family", "given", "non-dropping-particle", "suffix", "literal"}


def test_every_item_is_valid() -> None:
    """Known types and variables, names in parts or whole, dates as numbers."""
    validator = Draft202012Validator(ITEM)
    for work in every_item():
        is_valid(work)
        validator.validate(csl_json([work])[0])


def is_valid(work: CslItem) -> None:
    """Look at the variables of one item."""
    (found,) = csl_json([work])
    texts = set(TEXTS.split())

    assert {"id", "type"} <= found.keys() <= texts | NAMES | DATES
    assert found["type"] in TYPES.split()
    assert all(isinstance(found[name], str) and found[name] for name in found.keys() & texts)
    for name in (one for role in found.keys() & NAMES for one in found[role]):
        assert name
        assert name.keys() <= NAME_PARTS
        assert ("literal" in name) != ("family" in name)
    for date in (found[name] for name in found.keys() & DATES):
        assert date.keys() == {"literal"} or "date-parts" in date
        assert date.keys() <= {"date-parts", "circa", "season", "literal"}
        assert all(1 <= len(parts) <= 3 for parts in date.get("date-parts", []))


def test_others_are_a_last_name() -> None:
    """CSL has no "and others"; the name that BibTeX gives them stands last, where they belong."""
    people = [{"family": "Jansen"}]

    assert csl_json([item(author=people, others=True)])[0]["author"] == [
        {"family": "Jansen"},
        {"literal": "others"},
    ]
    assert csl_json([item(editor=people, others=True)])[0]["editor"][-1] == {"literal": "others"}
    assert "others" not in csl_json([item(author=people, others=True)])[0]


def test_keys_have_one_order() -> None:
    """What names the work stands first; the rest by the alphabet, however the item was made."""
    work = items_in(LIBRARY)["merton1968matthew"]
    turned = cast("CslItem", dict(reversed(work.items())))

    assert list(csl_json([turned])[0]) == list(csl_json([work])[0]) == [
        *("id", "type", "title", "author", "issued", "DOI", "container-title", "issue"),
        *("language", "page", "volume"),
    ]  # fmt: skip


def test_the_item_itself_stays_as_it_was() -> None:
    """Writing changes nothing in the form that everything starts from."""
    work = item(author=[{"family": "Jansen"}], others=True)
    csl_json([work])

    assert work["author"] == [{"family": "Jansen"}]
