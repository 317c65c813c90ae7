"""What a person types becomes what the command said, inside this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from kennisbank.cli import kennisbank

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def run(*arguments: object) -> Result:
    """Run the command; a traceback fails the test."""
    result = CliRunner().invoke(kennisbank, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def name_on_a_page(root: Path, link: str) -> None:
    """Write a page that names an entry, so that it is no orphan."""
    page = root / "docs" / "over.md"
    page.parent.mkdir(exist_ok=True)
    text = f"---\ntitle: Over\ndescription: Waar dit over gaat\n---\n\nZie {link}.\n"
    page.write_text(text, encoding="utf-8")
