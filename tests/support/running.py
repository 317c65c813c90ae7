"""A command and a folder become what the command said: the real MkDocs, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).parents[2]
KEPT = TemporaryDirectory(prefix="kennisbank-kept-")
ENVIRONMENT = os.environ | {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONUNBUFFERED": "1",
    "XDG_CACHE_HOME": KEPT.name,
}


def mkdocs(*arguments: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a folder, with settings in its environment, and return what it said."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    environment = ENVIRONMENT | settings
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def script(path: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script of the tests in a process of its own: it may fork, which threads forbid."""
    command = [sys.executable, str(REPOSITORY / "tests" / path), *arguments]
    environment = ENVIRONMENT | {"PYTHONPATH": str(REPOSITORY / "tests" / "support")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
