"""What a person types becomes what the command said, inside this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from kennisbank.cli import kennisbank

if TYPE_CHECKING:
    from click.testing import Result


def run(*arguments: object) -> Result:
    """Run the command; a traceback fails the test."""
    result = CliRunner().invoke(kennisbank, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result
