"""Reads mkdocs.yml for commands, with what the environment says filled in."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click
import yaml
from yaml_env_tag import add_env_tag

from kennisbank.config.site_settings import setting_problems
from kennisbank.days import build_day
from kennisbank.invisible_characters import one_line
from kennisbank.library.loading import SITE_SETTINGS
from kennisbank.messages import _
from kennisbank.pages.context import Repository, SiteMetadata

if TYPE_CHECKING:
    from pathlib import Path

    from kennisbank.problems import Problem


FILE = "mkdocs.yml"


class _PlainLoader(yaml.SafeLoader):
    """Reads plain values only, and what `!ENV` says."""


add_env_tag(_PlainLoader)


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says, and the part of it that is for our plugin."""

    values: dict[str, Any]
    ours: dict[str, Any]
    # What of it, also of what the environment filled in, no site can be made with.
    problems: tuple[Problem, ...]

    @property
    def repository(self) -> Repository:
        """Where the files of the library live."""
        url = str(self.ours.get("repository") or "").rstrip("/")
        branch, contact = (str(self.ours.get(key) or "") for key in ("branch", "contact"))
        return Repository(url, branch or "main", contact)

    @property
    def imprint(self) -> SiteMetadata:
        """The name, the address and the day of the site."""
        keys = ("site_name", "site_url", "site_description")
        name, url, about = (str(self.values.get(key) or "") for key in keys)
        terms, cited_in = (str(self.ours.get(key) or "") for key in ("license", "cited_in"))
        name, cited_in, about = map(one_line, (name, cited_in, about))
        also = tuple(map(str, self.ours.get("also_searched") or ()))
        return SiteMetadata(
            *(name, url, self._day(), terms),
            cited_in=cited_in,
            about=about,
            also_searched=also,
        )

    def _day(self) -> dt.date | None:
        try:
            day = build_day(os.environ.get("SOURCE_DATE_EPOCH", ""))
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        named = self.ours.get("date")
        return day or (named if isinstance(named, dt.date) else None)


def library_settings(root: Path) -> Settings:
    """Return the settings in a folder; without a file that can be read, the command ends."""
    text, values = _read(root / FILE, ())
    ours = _ours(values.get("plugins"))
    problems = setting_problems(SITE_SETTINGS, text, {**values, **ours})
    return Settings(values, ours, tuple(problems))


def _read(file: Path, inheriting: tuple[Path, ...]) -> tuple[str, dict[str, Any]]:
    """Return the text of a file, and what it says over what it says that it inherits."""
    try:
        text = file.read_text(encoding="utf-8")
        values = yaml.load(text, _PlainLoader)  # noqa: S506 - a safe one
    except FileNotFoundError:
        message = _("there is no {name} in '{folder}'.", folder=file.parent, name=file.name)
        raise click.UsageError(message) from None
    except (ValueError, yaml.YAMLError) as error:
        message = _("{file} cannot be read: {error}", file=file, error=" ".join(str(error).split()))
        raise click.UsageError(message) from None
    if not isinstance(values, dict):
        message = _("{file} must be names with values.", file=file)
        raise click.UsageError(message)
    if "INHERIT" not in values:
        return text, values
    parent = file.parent / str(values.pop("INHERIT"))
    if parent in inheriting:
        message = _("{file} inherits settings of itself.", file=file)
        raise click.UsageError(message)
    return text, _laid_over(_read(parent, (*inheriting, parent))[1], values)


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Return both, as MkDocs merges them: names go together, and everything else is replaced."""
    merged = dict(below)
    for name, value in above.items():
        old = below.get(name)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[name] = _laid_over(old, value)
        else:
            merged[name] = value
    return merged


def _ours(plugins: object) -> dict[str, Any]:
    named = plugins if isinstance(plugins, list) else [plugins]
    options = (
        item["kennisbank"] for item in named if isinstance(item, dict) and "kennisbank" in item
    )
    found = next(options, None)
    return found if isinstance(found, dict) else {}
