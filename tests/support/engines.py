"""A folder becomes the site that another engine makes of it, each engine in its own process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from running import ENVIRONMENT, REPOSITORY

ENGINES = REPOSITORY / ".venv" / "engines"


def run_engine(
    program: Path, *arguments: object, folder: Path, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run a Python program in a folder, and return what it said; it must succeed."""
    done = subprocess.run(
        [str(program), *(str(one) for one in arguments)],
        cwd=folder,
        env=ENVIRONMENT | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def set_up_engines() -> None:
    """Install the other engines, once for this copy of the repository."""
    run_engine(Path("make"), "--silent", "engines", folder=REPOSITORY)


def zensical(folder: Path) -> Path:
    """Build an exported folder with Zensical, strictly, and return the site."""
    run_engine(ENGINES / "bin" / "python", "-m", "zensical", "build", "--strict", folder=folder)
    return folder / "site"


def properdocs(folder: Path, site: Path) -> Path:
    """Build a library with ProperDocs and our plugin, and return the site."""
    packages = next((ENGINES / "lib").glob("python*/site-packages"))
    path = os.pathsep.join([str(packages), os.environ.get("PYTHONPATH", "")])
    command = ["-m", "properdocs", "build", "-f", "mkdocs.yml", "--site-dir", site]
    run_engine(Path(sys.executable), *command, folder=folder, PYTHONPATH=path)
    return site


def exported(library: Path, place: Path, **settings: str) -> Path:
    """Return the folder to which the command writes the site of a library."""
    command = ["-m", "kennisbank", "export", place, "--root", library]
    run_engine(Path(sys.executable), *command, folder=library, **settings)
    return place
