"""The package as others get it: a wheel, installed where no checkout is in reach."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

from running import ENVIRONMENT, REPOSITORY

# What a wheel is made from. Made elsewhere, it gets nothing that an earlier one left behind.
_SOURCES = ("pyproject.toml", "LICENSE")
# What a person who installed the package does not have.
_OURS = ("PYTHONPATH", "PYTHONHOME", "KENNISBANK_SITE_URL", "KENNISBANK_REPOSITORY")


def make_wheel(folder: Path) -> Path:
    """Make the wheel of this package from a copy of its sources, and return it."""
    copy = folder / "source"
    skipped = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(REPOSITORY / "scripts", copy / "scripts", ignore=skipped)
    for name in _SOURCES:
        shutil.copy(REPOSITORY / name, copy)
    _pip("wheel", "--no-build-isolation", "--wheel-dir", folder, copy)
    [wheel] = folder.glob("*.whl")
    return wheel


def install_wheel(wheel: Path, folder: Path) -> Path:
    """Install a wheel in a new environment, and return its Python.

    The packages that it needs are those of the environment that the tests run in: they are pinned,
    and no test asks the network. This package is not among them, because a checkout is on the path
    by a file that only counts in its own environment.
    """
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    _pip("--python", python, "install", wheel)
    [packages] = folder.glob("lib/python*/site-packages")
    needed = [path for path in sys.path if Path(path).name == "site-packages"]
    (packages / "needed.pth").write_text("\n".join(needed), encoding="utf-8")
    return python


def run_installed(python: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a module of an environment in a folder; the checkout of the tests is out of sight."""
    environment = {name: value for name, value in ENVIRONMENT.items() if name not in _OURS}
    command = [str(python), "-m", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _pip(*arguments: str | Path) -> None:
    """Run pip without the network: what a wheel needs is not installed with it."""
    settings = ("--no-deps", "--no-index", "--disable-pip-version-check", "--quiet")
    command = [sys.executable, "-m", "pip", *map(str, arguments), *settings]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
