"""Takes over a contribution from the web form: new entries and the sources that they need.

One file: one command, each step of which needs what the step before it found.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import click

from kennisbank.checks import check_library, source_problems
from kennisbank.checks.personal_data import RULE as PERSONAL
from kennisbank.cli.cited_dois import mend_cited_dois, work_of
from kennisbank.cli.editing import as_before, edit_library
from kennisbank.cli.library_folder import this_day
from kennisbank.cli.output import as_text
from kennisbank.cli.pull_request.files import lay_over
from kennisbank.cli.pull_request.summary import markdown_text
from kennisbank.fields.correcting import corrected
from kennisbank.fields.validation import without_personal
from kennisbank.forms.bundle import RULE, Block, Bundle, Correction, read_bundle
from kennisbank.invisible_characters import visible
from kennisbank.library.library import Library
from kennisbank.library.loading import load_library
from kennisbank.library.renaming import with_ids
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Severity
from kennisbank.reading.plain_files import is_there
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.site_links import link_problems
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.importing import ris_records
from kennisbank.sources.importing.adding import AS_CITED, entry_text, with_entry
from kennisbank.sources.importing.known_work import source_like, source_with_doi
from kennisbank.sources.importing.works_in_file import sources_in_ris
from kennisbank.sources.source import Bibliography, Source

# Where each source that comes along, and each of its fields, stands in the contribution.
Places = dict[str, dict[str, Location]]
# In which lines of a comment somebody still reads.
_MOST_TOLD = 40
# Signs of a line by which somebody finds it again.
_SHOWN = 60


@dataclass(frozen=True)
class _Outcome:
    """The files as they would be written, what is wrong, and which may never be written."""

    files: dict[PurePosixPath, bytes]
    problems: list[Problem]
    personal: frozenset[PurePosixPath]


def import_bundle(
    root: Path, name: PurePosixPath, body: str, comment: Path | None, *, draft: bool
) -> bool:
    """Write what a contribution holds, or say why not; return whether nothing is wrong in it.

    A draft is written with its faults, but for files that hold what belongs to a person.
    """
    library, before = load_library(root)
    there = [path for kind in library.kinds for path in _entry_paths(root, kind.folder)]
    bundle = read_bundle(body, name, library.kinds, there)
    outcome = (
        _tried(root, name, bundle, library, before)
        if not bundle.faults
        else _Outcome({}, [*bundle.faults], frozenset())
    )
    wrong = any(one.severity is Severity.ERROR for one in outcome.problems)
    kept = {path: text for path, text in outcome.files.items() if path not in outcome.personal}
    if wrong and not draft:
        kept = {}
    if kept:
        _write(root, kept, {one.path for one in bundle.corrections})
    for path in kept:
        changed = path in {one.path for one in bundle.corrections}
        said = N_("Changed: {file}") if changed else N_("Made: {file}")
        click.echo(_(said, file=root / path))
    lines = body.split("\n")
    if outcome.problems:
        report = as_text(
            sorted(outcome.problems), lambda _path, line: "".join(lines[line - 1 : line])
        )
        click.echo(report, err=True)
    if comment:
        text = comment_on(outcome.problems, kept, lines, personal=bool(outcome.personal))
        comment.write_text(text, encoding="utf-8")
    return not wrong


def _entry_paths(root: Path, folder: str) -> Iterator[PurePosixPath]:
    # By any name that some system takes for the same.
    for path in (root / folder).glob("*"):
        yield PurePosixPath(folder, path.name.casefold())


def _tried(
    root: Path, name: PurePosixPath, bundle: Bundle, library: Library, before: list[Problem]
) -> _Outcome:
    """Lay the contribution over a copy of the library, and look at it there."""
    if bundle.empty:
        message = _("There is no contribution in this text.")
        return _Outcome({}, [RULE.problem(Location(name), message)], frozenset())
    added, problems, places = _sources(name, bundle, library, root)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        lay_over(root, root, copy)
        for path, block in bundle.entries.items():
            (copy / path.parent).mkdir(exist_ok=True)
            (copy / path).write_text(block.text, encoding="utf-8", newline="")
        bibliography = copy / BIBLIOGRAPHY
        old = bibliography.read_bytes() if bibliography.exists() else b""
        content = old
        for text in added:
            content = with_entry(content, text)
        if added:
            bibliography.write_bytes(content)
        problems += _correct(copy, name, bundle.corrections)
        mend_cited_dois(copy, beside=True)
        for path, text in with_ids(load_library(copy)[0]).items():
            if path in bundle.entries:
                (copy / path).write_text(text, encoding="utf-8", newline="")
        after, found = load_library(copy, today=this_day())
        found += check_library(after)
        found += link_problems(copy, after, found)
        files = {path: (copy / path).read_bytes() for path in bundle.entries}
        files |= _changed(root, copy, bundle.corrections)
        if bibliography.exists() and bibliography.read_bytes() != old:
            files[BIBLIOGRAPHY] = bibliography.read_bytes()
    known = {_name(one) for one in (*before, *check_library(library))}
    new = [one for one in found if _name(one) not in known]
    told = {one.message for one in problems}
    problems += [
        _placed(one, name, bundle, places, after) for one in new if one.message not in told
    ]
    return _Outcome(files, problems, frozenset(_personal(after, bundle, new)))


def _correct(
    copy: Path, name: PurePosixPath, corrections: Collection[Correction]
) -> Iterator[Problem]:
    """Write each correction; one whose sentence is not there once is for the editors to read."""
    library, _unread = load_library(copy)
    files = {file.path: file for file in library.files.values()}
    for one in corrections:
        file = files.get(one.path)
        # What an earlier correction wrote, a later one finds.
        document = read_yaml(one.path, (copy / one.path).read_text(encoding="utf-8"))[0]
        text = corrected(file.kind, document, one.old, one.new) if file and document else None
        if text is None:
            message = _(
                "this sentence does not stand exactly once in {path}, or cannot be changed there "
                "by itself.",
                path=one.path,
            )
            hint = _("The editors read your proposal, and change it by hand.")
            yield RULE.problem(Location(name, one.line), message, hint)
        else:
            (copy / one.path).write_bytes(as_before(copy, one.path, text))


def _changed(
    root: Path, copy: Path, corrections: Collection[Correction]
) -> dict[PurePosixPath, bytes]:
    texts = {one.path: (copy / one.path).read_bytes() for one in corrections}
    return {path: text for path, text in texts.items() if text != (root / path).read_bytes()}


def _name(problem: Problem) -> tuple[str, PurePosixPath, str]:
    return problem.code, problem.location.path, problem.message


def _with_data(item: CslItem, root: Path) -> CslItem:
    """Return a work, looked up when its DOI is all that is known."""
    doi = item.get("DOI", "")
    if item.get("title") or not doi:
        return item
    found = work_of(root, doi)
    return {**found, "id": item["id"]} if found else item


def _sources(
    name: PurePosixPath, bundle: Bundle, library: Library, root: Path
) -> tuple[list[str], list[Problem], Places]:
    """Return the text of each new source, what is wrong with them, and where each stands."""
    added: list[str] = []
    problems: list[Problem] = []
    places: Places = {}
    known = library.bibliography
    taken = {*known.sources, *known.others, *known.unreadable}
    for block in bundle.sources:
        read, wrong = _read(block.text)
        # Of what was sent, and not of what is written anew: that has lost what cannot be read.
        wrong += source_problems(read)
        problems += [replace(one, location=_inside(one.location, name, block)) for one in wrong]
        for source in read.all_sources:
            item = _with_data(csl_item(source), root)
            same = _known_as(item, known)
            if fault := _fault_in(source.key, same, read, taken):
                place = replace(_inside(source.location, name, block), column=1)
                problems.append(RULE.problem(place, fault))
            elif not same:
                taken.add(source.key)
                places[source.key] = _places(source, name, block)
                added.append(entry_text({**item, "id": source.key}, AS_CITED))
    return added, problems, places


def _read(text: str) -> tuple[Bibliography, list[Problem]]:
    """Return the sources in a block, which is BibTeX or RIS."""
    if ris_records.IS_RIS.search(text):
        return sources_in_ris(text), []
    return read_bibtex(BIBLIOGRAPHY, text)


def _places(source: Source, name: PurePosixPath, block: Block) -> dict[str, Location]:
    """Return where each field of a source stands in the contribution; the source itself as ""."""
    start = replace(_inside(source.location, name, block), column=1)
    fields = {field: _inside(place, name, block) for field, place in source.places.items()}
    return {"": start, **fields}


def _inside(place: Location, name: PurePosixPath, block: Block) -> Location:
    """Return the place in the contribution of a place in one of its blocks."""
    return Location(name, block.line + place.line - 1, place.column)


def _known_as(item: CslItem, known: Bibliography) -> Source | None:
    doi = item.get("DOI", "")
    found = source_with_doi(known, doi) if doi else None
    return found or source_like(known, item)


def _fault_in(key: str, same: Source | None, read: Bibliography, taken: Collection[str]) -> str:
    """Return why a source cannot come under its key; one that is there under it needs nothing."""
    if key not in read.sources:
        return _(
            "'{key}' cannot be a key: use small letters, digits and hyphens.", key=visible(key)
        )
    if same:
        other = _("this source is there already, as '{key}'. Name that key.", key=same.key)
        return other if same.key != key else ""
    if key in taken:
        return _("the key '{key}' belongs to another source. Choose another one.", key=key)
    return ""


def _placed(
    problem: Problem, name: PurePosixPath, bundle: Bundle, places: Places, after: Library
) -> Problem:
    """Return a problem at its place in the contribution, where it has one there."""
    place = problem.location
    if block := bundle.entries.get(place.path):
        return replace(problem, location=_inside(place, name, block))
    for one in bundle.corrections:
        if one.path == place.path:
            return replace(problem, location=Location(name, one.line))
    if place.path == BIBLIOGRAPHY:
        for key, known in places.items():
            source = after.bibliography.sources.get(key)
            if source and (found := _field_at(source, place)) is not None:
                return replace(problem, location=known.get(found, known[""]))
    return problem


def _field_at(source: Source, place: Location) -> str | None:
    """Return the field of a source that has a place; "" for the source itself."""
    if place == source.location:
        return ""
    return next((name for name, one in source.places.items() if one == place), None)


def _personal(
    library: Library, bundle: Bundle, found: Collection[Problem]
) -> Iterator[PurePosixPath]:
    """Yield each file with what belongs to a person: no file of that comes on a branch."""
    told = {one.location.path for one in found if one.code == PERSONAL.code}
    ours = {*bundle.entries, *(one.path for one in bundle.corrections)}
    for file in library.files.values():
        if file.path in ours:
            values = file.document.value
            if file.path in told or without_personal(file.kind, values) != values:
                yield file.path


def _write(
    root: Path, files: dict[PurePosixPath, bytes], corrected: Collection[PurePosixPath]
) -> None:
    with edit_library(root) as edit:
        for path, text in files.items():
            if path in corrected:
                edit.replace({path: text})
            elif path != BIBLIOGRAPHY:
                if is_there(root, path):
                    raise click.UsageError(_("{path} is there already.", path=path))
                edit.create(path, text)
        if BIBLIOGRAPHY in files:
            edit.replace({BIBLIOGRAPHY: files[BIBLIOGRAPHY]})


def comment_on(
    problems: Collection[Problem],
    kept: Collection[PurePosixPath] = (),
    body: Sequence[str] = (),
    *,
    personal: bool = False,
) -> str:
    """Return what the contributor reads under the contribution, of which `body` holds the lines."""
    lines = [_("Thank you for your contribution.")]
    if kept:
        lines += ["", _("These files are made of it:"), ""]
        lines += [f"- `{path}`" for path in kept]
    if personal:
        lines += ["", _("What holds data of a person is not taken over: that would be public.")]
    if not problems:
        return "\n".join([*lines, "", _("Nothing is wrong in it. An editor reads it next."), ""])
    lines += ["", _("This is still to be mended:"), ""]
    lines += [_told(one, body) for one in sorted(problems)[:_MOST_TOLD]]
    if len(problems) > _MOST_TOLD:
        lines += ["", _("And {n} more.", n=len(problems) - _MOST_TOLD)]
    lines += ["", _("Change the text of this issue where it says so; it is then looked at again.")]
    return "\n".join([*lines, ""])


def _told(problem: Problem, body: Sequence[str]) -> str:
    where = _("Line {line}", line=problem.location.line)
    # GitHub numbers no lines: what stands there tells where it is. No sign ends code but this one.
    said = visible("".join(body[problem.location.line - 1 : problem.location.line]))
    said = " ".join(said.replace("`", " ").split())
    if said:
        where += f" (`{said[:_SHOWN]}{'…' if len(said) > _SHOWN else ''}`)"
    return f"- {where}: {markdown_text(problem.message)} {markdown_text(problem.hint)}".rstrip()
