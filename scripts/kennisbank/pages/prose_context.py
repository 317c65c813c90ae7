"""What one page has shown so far, while its prose is rendered."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from kennisbank.library.library import EntryKey
from kennisbank.pages.page import Heading


@dataclass
class ProseContext:
    """What one page has shown so far: its citations in order, its terms, its headings."""

    address: str
    self_key: EntryKey | None = None
    folder: PurePosixPath | None = None
    cited: dict[str, int] = field(default_factory=dict)
    terms: dict[EntryKey, str] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    # How far the numbers went that tell ids of headings apart.
    numbers: dict[str, int] = field(default_factory=dict)
