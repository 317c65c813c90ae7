"""Options that name the folder of a library, and the day on which a command looks at it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kennisbank.cli.editing import RefusedError
from kennisbank.cli.said import option
from kennisbank.config import PATH as CONFIGURATION
from kennisbank.messages import N_, _

if TYPE_CHECKING:
    import datetime as dt

    from kennisbank.fields.base import Entry


def library_root(_context: click.Context, parameter: click.Parameter, value: str) -> Path:
    """Return the folder as a path, or say that it holds no library."""
    root = Path(value)
    if _holds_library(root):
        return root
    message = _(
        "there is no library in '{value}': no mkdocs.yml and no {file}.",
        value=value,
        file=CONFIGURATION,
    )
    if above := next(filter(_holds_library, root.resolve().parents), None):
        message = _("the library is above this folder. Go to {above}.", above=above)
    raise click.BadParameter(message, param=parameter)


def _holds_library(root: Path) -> bool:
    if any((root / name).exists() for name in ("mkdocs.yml", str(CONFIGURATION))):
        return True
    # Whoever has such a file need not wait for this.
    from kennisbank.config.configuration import preset  # noqa: PLC0415

    return any((root / kind.folder).exists() for kind in preset().kinds)


FOLDER = click.Path(exists=True, file_okay=False)
root_option = option(
    "--root",
    default=".",
    type=FOLDER,
    callback=library_root,
    # What another argument means, depends on the library.
    is_eager=True,
    metavar=N_("FOLDER"),
    help=N_("The folder of the library; otherwise the folder where you are now."),
)


def kinds_in(root: Path) -> tuple[type[Entry], ...]:
    """Return the kinds of a library, for who names one.

    Raises:
        RefusedError: when kennisbank.yml is wrong, so that there are none.
    """
    from kennisbank.config.configuration import configuration_of  # noqa: PLC0415 - as above

    configuration, wrong = configuration_of(root)
    if not wrong:
        return configuration.kinds
    message = _("{file} holds mistakes: {problem}", file=CONFIGURATION, problem=wrong[0])
    raise RefusedError(message)


def this_day() -> dt.date:
    """Return today, where the user is."""
    return datetime.now().astimezone().date()
