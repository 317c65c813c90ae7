"""No input takes a reader longer, or more memory, than a person would wait for."""

from __future__ import annotations

import os
import subprocess
import sys

from running import REPOSITORY


def test_each_reader_keeps_within_its_limits() -> None:
    """Ten seconds of processor and 512 MB; `make limits` shows the figures, of prose as well."""
    script = REPOSITORY / "tests" / "nightly" / "pathological.py"
    command = [sys.executable, str(script), "entry", "page", "bibliography", "fields"]
    folders = os.pathsep.join(str(REPOSITORY / "tests" / name) for name in ("support", "fuzz"))
    env = os.environ | {"PYTHONPATH": folders}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" ok ") > 20
