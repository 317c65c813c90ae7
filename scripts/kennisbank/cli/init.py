"""`kennisbank init`: makes the folder of a new library, which can be checked and built at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import metadata, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

import click

from kennisbank.cli.editing import RefusedError, edit_library
from kennisbank.cli.library_folder import this_day
from kennisbank.cli.said import argument, command, option
from kennisbank.cli.schema import names_files, schemas_of
from kennisbank.config.configuration import read_configuration
from kennisbank.fields.text_rules import unknown_word
from kennisbank.invisible_characters import one_line
from kennisbank.library.loading import load_library
from kennisbank.messages import DEFAULT_LANGUAGE, LANGUAGES, N_, _, speak

PRESETS = ("evidence-library", "glossary", "practices")
# Names that begin with a point are left out of packages.
_DOT = "dot-"


_OWN = N_("GitHub builds it with .github/workflows/library.yml, which is yours to change.")
_CALLED = N_("GitHub builds it with the workflow of the generator.")
_OWNER_AND_NAME = re.compile(r"(?:https://github\.com/)?([\w.-]+/[\w.-]+?)(?:\.git)?/?")


@command(
    short_help=N_("Make the folder of a new library."),
    help=N_(
        "Make the folder of a new library, with an example of each kind. It can be checked and "
        "built at once. What is there already stays as it is."
    ),
)
@argument("folder", default=".", type=click.Path(path_type=Path), metavar=N_("[FOLDER]"))
@option(
    "--preset",
    type=click.Choice(PRESETS),
    default=PRESETS[0],
    show_default=True,
    help=N_(
        "What you start with: methods with research, a list of terms, or practices with techniques."
    ),
)
@option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=DEFAULT_LANGUAGE,
    show_default=True,
    help=N_("The language of the library."),
)
@option(
    "--generator-repository",
    "repository",
    default="",
    metavar=N_("OWNER/NAME"),
    help=N_(
        "Where GitHub has the generator, to call its workflow; without it, what the package says, "
        "or else a workflow of your own."
    ),
)
def init(folder: Path, preset: str, language: str, repository: str) -> None:
    """Write a new library, where none of its files is there yet."""
    speak(language)
    contents = files_of_preset(preset, language, _name_of(folder), this_day(), _named(repository))
    taken = sorted(str(folder / path) for path in contents if (folder / path).exists())
    if taken:
        shown = ", ".join(taken[:3])
        message = _("{files} is there already; nothing was written.", files=shown)
        raise RefusedError(message + " " + _("Choose an empty folder."))
    folder.mkdir(parents=True, exist_ok=True)
    with edit_library(folder) as edit:
        for path, content in contents.items():
            edit.create(path, content)
        library, _problems = load_library(folder)
        for name, text in names_files(library).items():
            edit.create(PurePosixPath(name), text.encode())
    click.echo(_("Made: {folder}, with {n} files.", folder=folder, n=len(contents)) + "\n")
    if folder.resolve() != Path.cwd():
        click.echo(f"  cd {folder}")
    click.echo("  mkdocs serve")
    click.echo(
        "\n"
        + _(
            "Then look at http://127.0.0.1:8000. README.md says what is where, and "
            "what only you can fill in."
        )
    )
    own = _OWN_WORKFLOW in contents
    click.echo(_(_OWN if own else _CALLED))


def files_of_preset(
    preset: str, language: str, name: str, today: dt.date, repository: str = ""
) -> dict[PurePosixPath, bytes]:
    """Return every file of a new library by its path in it, what editors look at included."""
    words = {
        "@NAME@": name.replace('"', ""),
        "@TODAY@": today.isoformat(),
        "@VERSION@": version("kennisbank"),
        "@UNKNOWN@": unknown_word(),
    }
    root = files("kennisbank") / "presets"
    texts: dict[PurePosixPath, str] = {}
    for part in (root / "common", root / f"common-{language}", root / preset / language):
        texts |= dict(_texts(part, PurePosixPath()))
    for mark, word in words.items():
        texts = {path: text.replace(mark, word) for path, text in texts.items()}
    told = repository_of(metadata("kennisbank").get_all("Project-URL") or ())
    texts = calling(texts, repository or told)
    kinds = read_configuration(texts[PurePosixPath("kennisbank.yml")])[0].kinds
    texts |= {PurePosixPath(path): text for path, text in schemas_of(kinds).items()}
    return {path: text.encode() for path, text in sorted(texts.items())}


_OWN_WORKFLOW = PurePosixPath(".github/workflows/library.yml")
_CALLS = PurePosixPath(".github/workflows/site.yml")
_ON_GITHUB = re.compile(r"Repository, https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")


def repository_of(urls: Iterable[str]) -> str:
    """Return where GitHub has the generator, like owner/name, as its package says; or nothing."""
    found = (_ON_GITHUB.fullmatch(one) for one in urls)
    return next((one[1] for one in found if one), "")


def calling(texts: Mapping[PurePosixPath, str], repository: str) -> dict[PurePosixPath, str]:
    """Return the files with a call of the workflow of a release, where it is known where that is.

    A tag is no commit, but a release of the package that requirements.txt names is trusted already.
    """
    if not repository:
        return dict(texts)
    release = f"{repository}/{_OWN_WORKFLOW}@v{version('kennisbank')}"
    kept = {path: text for path, text in texts.items() if path != _OWN_WORKFLOW}
    kept[_CALLS] = kept[_CALLS].replace(
        f"$/{_OWN_WORKFLOW}", f"{release} # zizmor: ignore[unpinned-uses]"
    )
    return kept


def _named(written: str) -> str:
    """Return owner/name, of which people paste the whole address, too."""
    found = _OWNER_AND_NAME.fullmatch(written)
    if written and not found:
        message = _("'{value}' is no owner/name of a repository on GitHub.", value=written)
        raise click.BadParameter(message, param_hint="--generator-repository")
    return found[1] if found else ""


def _texts(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    for one in folder.iterdir():
        is_dotted = one.name.startswith(_DOT)
        here = path / (f".{one.name.removeprefix(_DOT)}" if is_dotted else one.name)
        if one.is_dir():
            yield from _texts(one, here)
        else:
            yield here, one.read_text(encoding="utf-8")


def _name_of(folder: Path) -> str:
    """Return the name of a folder as people write it: veilig-naar-school is Veilig naar school."""
    words = one_line(folder.resolve().name.replace("-", " ").replace("_", " ")).strip()
    return f"{words[:1].upper()}{words[1:]}" or "Kennisbank"
