"""A command and a folder become what the command said: the real MkDocs, in a process of its own."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

REPOSITORY = Path(__file__).parents[2]
_KEPT = TemporaryDirectory(prefix="kennisbank-kept-")
# Where builds keep what the next one may use; the workers of a run inherit that of who started it.
KEPT = os.environ.setdefault("KENNISBANK_TESTS_KEPT", _KEPT.name)
ENVIRONMENT = os.environ | {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONUNBUFFERED": "1",
    "XDG_CACHE_HOME": KEPT,
}


def mkdocs(*arguments: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a folder, with settings in its environment, and return what it said.

    The process is a fork of one that has read the code already: see mkdocs_forks.py.
    """
    with NamedTemporaryFile("r+") as output, NamedTemporaryFile("r+") as errors:
        asked = {
            "arguments": arguments,
            "folder": str(folder),
            "environment": ENVIRONMENT | settings,
            "streams": (output.name, errors.name),
        }
        code = _answer(json.dumps(asked))
        return subprocess.CompletedProcess(arguments, code, output.read(), errors.read())


def fresh_mkdocs(
    *arguments: str, folder: Path, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a Python of its own, for settings that Python itself reads at its start."""
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


@cache
def _forks() -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).with_name("mkdocs_forks.py"))]
    started = subprocess.Popen(
        command, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    # It ends with its input.
    atexit.register(started.communicate)
    return started


def _answer(asked: str) -> int:
    forks = _forks()
    assert forks.stdin
    assert forks.stdout
    forks.stdin.write(f"{asked}\n")
    forks.stdin.flush()
    return int(forks.stdout.readline())
