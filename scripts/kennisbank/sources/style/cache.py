"""Remembers formatted references, so that a second build formats nothing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.resources import files

from markupsafe import Markup

from kennisbank.messages import LANGUAGES, language
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.style.references import reference_html


@dataclass
class ReferenceCache:
    """The references of an earlier build and of this one, by a hash of all they are made from."""

    earlier: dict[str, str] = field(default_factory=dict)
    used: dict[str, str] = field(default_factory=dict)
    formatted: int = 0

    @classmethod
    def from_text(cls, text: str) -> ReferenceCache:
        """Return what a cache file holds; a file that is damaged or of another version is empty."""
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(found, dict) or found.get("made_by") != _made_by():
            return cls()
        references = found.get("references")
        return cls(references if isinstance(references, dict) else {})

    def to_text(self) -> str:
        """Return the text of the cache file; only what this build used is kept."""
        found = {"made_by": _made_by(), "references": dict(sorted(self.used.items()))}
        return json.dumps(found, ensure_ascii=False, indent=0)

    @property
    def changed(self) -> bool:
        """Whether the file must be written again."""
        return self.earlier.keys() != self.used.keys()

    def reference(self, item: CslItem, letter: str = "") -> Markup:
        """Return the reference of a work, formatted only when it never was."""
        data = json.dumps([item, letter, language()], ensure_ascii=False, sort_keys=True)
        name = hashlib.sha256(data.encode()).hexdigest()
        found = self.used.get(name) or self.earlier.get(name)
        if not isinstance(found, str):
            found = str(reference_html(item, letter))
            self.formatted += 1
        self.used[name] = found
        return Markup(found)  # noqa: S704 - our own output of an earlier build


@cache
def _made_by() -> str:
    """Return a hash of the engine, the style and our own code around it."""
    folder = files("kennisbank.sources.style")
    ours = sorted(one.name for one in folder.iterdir() if one.name.endswith((".py", ".csl")))
    parts = [version("citeproc-py"), *(folder.joinpath(name).read_text("utf-8") for name in ours)]
    words = files("kennisbank.messages")
    parts += [words.joinpath(f"{one}.po").read_text("utf-8") for one in LANGUAGES if one != "en"]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
