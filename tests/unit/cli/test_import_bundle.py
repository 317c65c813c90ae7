"""A contribution from the form becomes files, all of it at once, and nothing beside its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commanding import run
from doi_stub import serving
from kennisbank.cli.cite import SETTING
from kennisbank.library.library import EntryKey
from kennisbank.library.loading import load_library

if TYPE_CHECKING:
    from pathlib import Path

OLD = {
    "terms/leercultuur.yml": "title: Leercultuur\nsummary: Hoe gewoon leren is [@vos2020].\n"
    "reviewed: 2026-11-24\ndefinition: Leren hoort erbij.\n",
    "references.bib": "@book{vos2020,\n  author = {Vos, An},\n  title = {Leren},\n"
    "  year = {2020},\n"
    "  studydesign = {theory},\n  recordstate = {verified},\n}\n",
    "mkdocs.yml": "site_name: X\n",
    "docs/over.md": "---\ntitle: Over\ndescription: Waar dit over gaat\n---\n\n"
    "Zie [[term:leercultuur]].\n",
}
TERM = """\
title: Samen koken
summary: Elke maand een gerecht.
reviewed: 2026-11-24
definition: Wie samen kookt, leert [@bos2021koken; @vos2020]. Zie [[term:leercultuur]].
"""
SOURCE = """\
@book{bos2021koken,
  author = {Bos, Jan},
  title = {Koken},
  year = {2021},
  publisher = {Boom},
}
"""


def block(kind: str, text: str) -> str:
    """Return a fenced block."""
    return f"```{kind}\n{text}```\n\n"


FILE = block("yaml terms/samen-koken.yml", TERM)
BUNDLE = f"Beste redactie, dit hoort erbij.\n\n{FILE}{block('bibtex', SOURCE)}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a library with one entry and one source."""
    for name, text in OLD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def files(root: Path) -> dict[str, str]:
    """Return every file of the library but what commands keep for themselves."""
    found = (path for path in root.rglob("*") if path.is_file() and path.name[0] != ".")
    texts = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in found}
    return {name: text for name, text in texts.items() if name not in {"issue.md", "comment.md"}}


def imported(root: Path, text: str, *options: object) -> tuple[int, str]:
    """Import a contribution; return the code and all that was said."""
    (root / "issue.md").write_text(text, encoding="utf-8")
    result = run(
        "import", root / "issue.md", "--root", root, "--comment", root / "comment.md", *options
    )
    return result.exit_code, result.output


def test_an_entry_and_its_source_come_together(root: Path) -> None:
    """The entry as it was sent, the source behind ours, and a word of thanks."""
    code, output = imported(root, BUNDLE)
    written = files(root)
    comment = (root / "comment.md").read_text(encoding="utf-8")

    assert (code, output.count("Gemaakt: ")) == (0, 2)
    assert written["terms/samen-koken.yml"] == TERM
    assert written["references.bib"].startswith(OLD["references.bib"] + "\n@book{bos2021koken,")
    assert "recordstate = {as-cited}" in written["references.bib"]
    assert {name for name in written if written[name] != OLD.get(name)} == {
        "terms/samen-koken.yml",
        "references.bib",
    }
    assert "Er is niets mis mee." in comment


def test_a_contribution_on_a_disk_is_one_although_it_holds_ris(root: Path) -> None:
    """Nobody loses an entry because a source beside it looks like a list from another program."""
    record = "TY  - BOOK\nAU  - Bos, Jan\nTI  - Koken\nPY  - 2021\nID  - bos2021koken\nER  - \n"
    (root / "issue.md").write_text(f"{FILE}{block('ris', record)}", encoding="utf-8")
    result = run("import", root / "issue.md", "--root", root)

    assert (result.exit_code, result.output.count("Gemaakt: ")) == (0, 2)
    assert files(root)["terms/samen-koken.yml"] == TERM
    assert "@book{bos2021koken," in files(root)["references.bib"]


def test_a_source_in_ris_comes_whole_under_its_own_key(root: Path) -> None:
    """Every field of it, and what has no place is told at its line."""
    record = (
        "TY  - CHAP\nID  - bos2021koken\nAU  - Bos, Jan\nTI  - Koken\nT2  - Handboek\n"
        "A2  - Wit, Bo\nVL  - 3\nSP  - 12\nEP  - 30\nPY  - 2021\nPB  - Boom\nER  - \n"
    )
    text = f"{FILE}{block('ris', record)}"
    wrong, told = imported(root, text.replace("Bos, Jan", "Bos, Jan; Vos"))
    code, _ = imported(root, text)
    written = files(root)["references.bib"]

    assert (wrong, code) == (1, 0)
    assert f"issue.md:{text[: text.index('AU  - ')].count(chr(10)) + 1}:" in told
    assert "@incollection{bos2021koken," in written
    assert all(one in written for one in ("editor = {Wit, Bo}", "volume = {3}", "pages = {12--30}"))


def test_a_mistake_is_told_at_its_line_and_nothing_is_written(root: Path) -> None:
    """The line is the one of the contribution, which is what the contributor can change."""
    text = BUNDLE.replace("summary: Elke maand een gerecht.", "sumary: Elke maand.")
    code, output = imported(root, text)
    comment = (root / "comment.md").read_text(encoding="utf-8")
    line = text.splitlines().index("sumary: Elke maand.") + 1

    assert code == 1
    assert f"issue.md:{line}:1: unknown-field: " in output
    assert files(root) == OLD
    assert f"- Regel {line} (`sumary: Elke maand.`): " in comment


def test_a_draft_is_written_with_its_faults(root: Path) -> None:
    """So that editors can help; the faults are told all the same."""
    code, output = imported(root, BUNDLE.replace("summary: ", "sumary: "), "--draft")

    assert code == 1
    assert "unknown-field" in output
    assert "terms/samen-koken.yml" in files(root)


def test_not_even_a_draft_holds_what_belongs_to_a_person(root: Path) -> None:
    """A branch is public as well."""
    text = BUNDLE.replace("Elke maand een gerecht.", "Bel 06-12345678 of mail jo@voorbeeld.nl.")
    imported(root, text, "--draft")

    assert "terms/samen-koken.yml" not in files(root)
    assert "niet overgenomen" in (root / "comment.md").read_text(encoding="utf-8")


def test_a_source_that_is_there_is_named(root: Path) -> None:
    """Under its key; a key of another work is refused."""
    same = SOURCE.replace("Koken", "Leren").replace("Bos, Jan", "Vos, An").replace("2021}", "2020}")
    code, output = imported(root, BUNDLE.replace(SOURCE, same))
    taken, told = imported(root, BUNDLE.replace("bos2021koken", "vos2020"))

    assert (code, taken) == (1, 1)
    assert "deze bron is er al, als 'vos2020'." in output
    assert "de sleutel 'vos2020' is van een andere bron." in told
    assert files(root) == OLD


def test_a_doi_in_the_text_is_looked_up(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who only knows the DOI need not fill in the source."""
    with serving() as registry:
        monkeypatch.setenv(SETTING, registry.address)
        code, _ = imported(
            root,
            BUNDLE.replace("@bos2021koken", "@doi:10.5555/work").replace(
                block("bibtex", SOURCE), ""
            ),
        )

    assert code == 0
    assert "[@knight2021work; @vos2020]" in files(root)["terms/samen-koken.yml"]


ALIASES = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *(
            (block(f"yaml {path}", TERM), "is geen plek voor een onderwerp")
            for path in (
                *("../x.yml", "/etc/x.yml", "terms/../../x.yml", "terms/map/x.yml", "x.yml"),
                *("docs/over.md", "terms/x.md", ".github/workflows/x.yml", "references.bib"),
                *("TERMS/x.yml", "terms\\x.yml", "terms/x.yml ../y.yml", "overrides/main.html"),
            )
        ),
        *(
            (block(f"yaml terms/{name}.yml", TERM), "kan geen naam van een bestand zijn")
            for name in ("con", ".x", "x y", "Leercultuur", "lеercultuur", "a" * 65, "-")
        ),
        (block("yaml terms/leercultuur.yml", TERM), "bestaat al"),
        (block("yaml terms/x.yml", TERM) * 2, "staat er twee keer in"),
        ("".join(block(f"yaml terms/x{n}.yml", TERM) for n in range(21)), "meer dan 20 bestanden"),
        (block("yaml terms/x.yml", "x" * 300_001), "too-large"),
        (block("yaml terms/x.yml", ALIASES), "yaml-feature"),
        (
            block("yaml terms/x.yml", "title: !!python/object/apply:os.system [ls]\n"),
            "yaml-feature",
        ),
        (block("yaml terms/x.yml", "[" * 20_000), ":"),
        (block("bibtex", "@book{" * 5_000), ":"),
        (block("bibtex", "@book{../../x, title = {Y}}\n"), ":"),
    ],
)
def test_a_hostile_contribution_does_nothing(root: Path, text: str, told: str) -> None:
    """Not even as a draft: no file of ours changes, and there is a sentence about it."""
    code, output = imported(root, text, "--draft")
    new = {name: one for name, one in files(root).items() if OLD.get(name) != one}

    assert code == 1
    assert told in output
    assert set(new) <= {"terms/x.yml"}
    assert "Traceback" not in output


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (BUNDLE.replace("gerecht", "ge\u200brecht"), "Regel 5: hier staat een onzichtbaar teken"),
        (BUNDLE.replace("Elke", "\u202eElke"), "Regel 5: hier staat een onzichtbaar teken"),
        ("x" * 300_000, "Regel 1: is groter dan 256 kB"),
        ("Beste redactie, ik heb een idee.", "In deze tekst staat geen bijdrage"),
        ("", "In deze tekst staat geen bijdrage"),
        ("[een link](https://voorbeeld.nl)", "In deze tekst staat geen bijdrage"),
    ],
)
def test_who_sends_something_else_gets_an_answer_too(root: Path, text: str, told: str) -> None:
    """Never silence: what is wrong, and that the issue can be changed."""
    code, _ = imported(root, text, "--draft")
    comment = (root / "comment.md").read_text(encoding="utf-8")

    assert code == 1
    assert told in comment
    assert "Verander de tekst van dit issue" in comment
    assert files(root) == OLD


def test_a_mistake_in_a_source_is_told_at_its_own_field(root: Path) -> None:
    """Also in the second block, and of what is lost when the source is written anew."""
    other = (
        "@article{kok2022,\n  author = {Kok, Jo},\n  title = {Koken \\foo{x}},\n"
        "  year = {20222},\n  journal = {Eten},\n}\n"
    )
    text = BUNDLE.replace("@vos2020]", "@vos2020; @kok2022]") + block("bibtex", other)
    code, output = imported(root, text)
    start = text.split("\n").index("@article{kok2022,") + 1

    assert code == 1
    assert f"issue.md:{start + 2}:3: source-field:" in output
    assert f"issue.md:{start + 3}:3: bad-source:" in output
    assert output.endswith("2 fouten\n")


def test_a_title_stands_for_an_id(root: Path) -> None:
    """Whoever writes by hand names an entry as people call it."""
    code, _ = imported(root, BUNDLE.replace("term:leercultuur", "term:LEERcultuur"))

    assert code == 0
    assert "[[term:leercultuur]]" in files(root)["terms/samen-koken.yml"]


SENTENCES = """\
title: Leercultuur
summary: Hoe gewoon leren is [@vos2020].
reviewed: 2026-11-24
definition: >-
  Leren hoort erbij. Wie leert, gaat
  vooruit. Leren hoort erbij, altijd.
aliases:
  - leren
  - "Hij zegt: leer"
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Hoe gewoon leren is [@vos2020].", "Zo: gewoon #1.", 'summary: "Zo: gewoon #1."'),
        ("Wie leert, gaat vooruit.", "Wie leert: # groeit.", "Wie leert: # groeit. Leren hoort"),
        ("Hij zegt: leer", 'Zij zegt: "leer"', "Zij zegt: "),
        ("Wie leert, gaat vooruit.", "Wie leert, " + "groeit " * 20 + "wel.", "  groeit groeit"),
    ],
)
def test_a_reader_would_rather_read_another_sentence(
    root: Path, old: str, new: str, line: str
) -> None:
    """That sentence changes, in its own way of writing, and nothing else of the file does."""
    file = root / "terms" / "leercultuur.yml"
    file.write_text(SENTENCES, encoding="utf-8")
    before, _ = load_library(root)
    code, output = imported(root, block("diff terms/leercultuur.yml", f"- {old}\n+ {new}\n"))
    after, _ = load_library(root)

    assert (code, output.split(":")[0]) == (0, "Veranderd")
    assert line in file.read_text(encoding="utf-8")
    ours, theirs = (
        {**one.files[EntryKey("term", "leercultuur")].document.value} for one in (before, after)
    )
    (name,) = [name for name in ours if ours[name] != theirs[name]]
    assert str(ours[name]).replace(old, new) == str(theirs[name]) or name == "aliases"
    assert [one for one in after.files if one not in before.files] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- Leren hoort erbij\n+ Anders\n", "staat niet precies één keer"),
        ("- Dit staat er niet.\n+ Anders.\n", "staat niet precies één keer"),
        ("- 2026-11-24\n+ 2026-11-25\n", "staat niet precies één keer"),
        ("- Wie leert, gaat vooruit.\n+ Bel Jan op 06-12345678.\n", "telefoonnummer"),
        ("- Wie leert, gaat vooruit.\n+ Zie [@niemand1900].\n", "niemand1900"),
        ("- Wie leert, gaat vooruit.\n+ a\u202eb\n", "onzichtbaar teken"),
        ("- Wie leert, gaat vooruit.\n", "achter een minteken"),
    ],
)
def test_a_correction_that_cannot_be_made_is_told(root: Path, text: str, message: str) -> None:
    """Words that stand there twice or not at all, what is no text, and what may not come there."""
    file = root / "terms" / "leercultuur.yml"
    file.write_text(SENTENCES, encoding="utf-8")
    _code, output = imported(root, block("diff terms/leercultuur.yml", text))

    assert message in output
    assert "issue.md:" in output
    assert file.read_text(encoding="utf-8") == SENTENCES


def test_a_correction_stays_in_the_folders_of_entries(root: Path) -> None:
    """No other file is touched, whatever a stranger names."""
    before = files(root)
    for path in ("mkdocs.yml", "../x.yml", "docs/over.md", "terms/niets.yml", "references.bib"):
        code, output = imported(root, block(f"diff {path}", "- site_name: X\n+ site_name: Y\n"))
        assert (code, "er is geen bestand" in output) == (1, True)

    assert files(root) == before
