"""An entry of our own becomes a CSL-JSON item, so that readers can cite its page like any work."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from kennisbank.citations.item import DUTCH
from kennisbank.citations.work_types import WEBPAGE

if TYPE_CHECKING:
    from kennisbank.citations.item import Item
    from kennisbank.entries.base import Entry
    from kennisbank.library import EntryKey


def page_item(key: EntryKey, entry: Entry, site_name: str, site_url: str = "") -> Item:
    """Return the page as a work of the site itself; site_url is empty where nobody knows it.

    Its date is the day on which the content was reviewed: a later build changes nothing.
    """
    address = f"{type(entry).address}/{key.id}/"
    day = entry.reviewed
    item: Item = {
        "id": f"{type(entry).address}-{key.id}",
        "type": WEBPAGE,
        "language": DUTCH,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "title": entry.title,
    }
    if site_name:
        item["author"] = [{"literal": site_name}]
    if site_url:
        item["URL"] = urljoin(f"{site_url.rstrip('/')}/", address)
    return item
