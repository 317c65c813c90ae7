"""An issue of a journal with a title of its own becomes what is found in that journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_RENAMED = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_RENAMED |= {"issuetitle": "title", "issuesubtitle": "subtitle"}


def as_special_issue(entry_type: str, fields: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """Return entry type and fields of a work, which is an article where it is such an issue."""
    if entry_type != "periodical" or not fields.get("issuetitle"):
        return entry_type, fields
    renamed = {_RENAMED.get(name, name): text for name, text in fields.items()}
    return "article", {"type": "Themanummer"} | renamed
