"""Keeps what templates are compiled to: of this process, and of the builds before it.

A small build would spend a tenth of its time on compiling, and a server that makes pages anew most.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from kennisbank.kept_content import read_kept, write_kept

# In bytes; all templates of the theme and of our own take a megabyte.
_LARGEST = 20_000_000


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of templates by the name and the text of each: a changed one is another one."""

    # Code of another Jinja may call what is not there.
    file = f"templates-{version('jinja2')}"

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}
        self._kept = 0

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template that was compiled before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code:
            self._code[bucket.key, bucket.checksum] = bucket.code

    @property
    def count(self) -> int:
        """How many templates were compiled."""
        return len(self._code)

    def remember(self, root: Path) -> None:
        """Take what an earlier build of this library kept, with the same programs."""
        content = read_kept(root, self.file, _LARGEST) or marshal.dumps({})
        # What is not the code of templates was not kept here.
        with suppress(ValueError, EOFError, TypeError):
            self._code = {**marshal.loads(content), **self._code}  # noqa: S302 - see read_kept
            self._kept = len(self._code)

    def keep(self, root: Path) -> None:
        """Leave it for the next build, where there is more than before."""
        if len(self._code) > self._kept:
            write_kept(root, self.file, marshal.dumps(self._code))
            self._kept = len(self._code)


COMPILED = CompiledTemplates()
