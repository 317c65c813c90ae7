"""A step of long work becomes words on the line where the cursor is, when someone waits for it."""

from __future__ import annotations

import sys

import click

_STEP_WIDTH = 60


def someone_waits() -> bool:
    """Return whether messages go to a terminal."""
    return sys.stderr.isatty()


def show_step(text: str) -> None:
    """Write over the step before; nothing clears the line."""
    click.echo(f"\r{text:<{_STEP_WIDTH}}\r{text}", nl=False, err=True)
