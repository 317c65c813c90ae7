"""The form in the browser obeys the library's own rules: both get the same values."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from form_cases import HOSTILE, Case, case_text, cases
from kennisbank.checks import check_library
from kennisbank.checks.broken_link import RULE as BROKEN_LINK
from kennisbank.fields.repairing import repair
from kennisbank.fields.writing import entry_text
from kennisbank.library.loading import load_library
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.prose_context import ProseContext
from kennisbank.reading.yaml_document import read_yaml
from opening import OpenPage
from our_kinds import KINDS, Method
from running import REPOSITORY
from this_library import this_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from kennisbank.library.library import Library

pytestmark = pytest.mark.browser
FOLDERS = ("references.bib", *(kind.folder for kind in KINDS))
# These look at the whole library, the rating, the style or several fields together; a form leaves
# them to the checker.
NOT_IN_FORM = {
    "stray-mark",
    "nameless-link",
    "orphan",
    "unused-source",
    "unproven",
    "loose-citation",
    "impossible-figure",
    "personal-data",
    "future-date",
}
# The hint of a missing field tells what to write in a file; the form has a field to fill in.
OWN_HINT = {"missing-field"}

# Every form of a citation, in prose that the library need not have.
CITED = [
    "[zie ook @knight2021work, p. 3 en p. 8; @karasek1979; bijv. @hackman1980work]",
    "Knight en Parker [-@knight2021work, blz. 3-5] en @karasek1979 [hfst. 2], @karasek1979 [12]",
    "Freud [1900, geciteerd in @karasek1979] en [@karasek1979; @karasek1979, 2]",
    "[zie @karasek1979](https://a.nl) @karasek1979 [zo](https://a.nl) [zie @weg; @karasek1979]",
]


@pytest.fixture(scope="module")
def page(browser: Browser, served_site: str) -> Iterator[Page]:
    """The form of a method, with everything loaded."""
    opened = OpenPage(browser, served_site)
    page = opened("bijdragen/nieuw/methode/")
    page.wait_for_selector("#kb-write:not([hidden])")
    assert opened.complaints == []
    yield page
    opened.close()


@pytest.fixture(scope="module")
def library() -> Library:
    """The library of this repository."""
    return this_library()


def in_browser(page: Page, call: str, rows: list[Any]) -> Any:  # noqa: ANN401 - what JSON holds
    """Return what a function of the form answers for each row, with all kinds at hand."""
    script = f"""async (rows) => {{
      const form = kennisbankForm;
      const kinds = {{}};
      for (const [name] of form.rules.kinds) kinds[name] = await form.load(`kinds/${{name}}`);
      return rows.map((row) => {call});
    }}"""
    return page.evaluate(script, rows)


def checked(root: Path, library: Library, given: list[Case]) -> dict[str, list[tuple[str, ...]]]:
    """Return code, message and hint of each problem of each case, as the checker has them."""
    for name in FOLDERS:
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    for case in given:
        (root / case.path).write_text(case_text(case), encoding="utf-8", newline="\n")
    written, problems = load_library(root)
    problems += check_library(written)
    found: dict[str, list[tuple[str, ...]]] = {str(case.path): [] for case in given}
    for problem in problems:
        place = str(problem.location.path)
        # Cases may have the title of another case.
        other = problem.code in NOT_IN_FORM or "/zz-geval-" in problem.message
        if place in found and not other:
            hint = "" if problem.code in OWN_HINT else problem.hint
            # The form does not know the other cases, so it cannot propose one.
            hint = BROKEN_LINK.advice if "'zz-geval-" in hint else hint
            found[place].append((problem.code, problem.message, hint))
    for case in given:
        if case.key in written.files:
            case.values = written.files[case.key].document.value
    return {place: sorted(rows) for place, rows in found.items()}


def test_the_form_and_the_checker_say_the_same(
    page: Page, library: Library, tmp_path: Path
) -> None:
    """Of hundreds of good and bad values both give the same codes, messages and hints."""
    given = cases(library)
    expected = checked(tmp_path, library, given)
    call = (
        "[...form.problems(kinds[row.kind], row.values, row),"
        " ...form.idProblems(kinds[row.kind], row.id, false)]"
    )
    rows = [{"kind": c.kind.kind, "id": c.id, "values": c.values} for c in given]
    answers = in_browser(page, call, rows)
    found = {
        str(case.path): sorted(
            (one["code"], one["message"], "" if one["code"] in OWN_HINT else one["hint"])
            for one in answer
        )
        for case, answer in zip(given, answers, strict=True)
    }
    good = sum(not problems for problems in expected.values())
    codes = {code for problems in expected.values() for code, *_ in problems}

    differing = {p: (rows, expected[p]) for p, rows in found.items() if rows != expected[p]}
    assert differing == {}
    assert len(given) >= 200
    assert 50 < good < len(given) - 100
    assert codes >= {
        *("missing-field", "empty-field", "wrong-type", "unknown-citation", "broken-link"),
        *("bad-id", "duplicate-title", "redirect-clash", "hidden-character", "unfilled", "uncited"),
        *("change-order", "self-link"),
    }


def test_the_form_writes_the_same_bytes_as_the_generator(page: Page, library: Library) -> None:
    """Every entry of the library and every hostile text becomes the same file on both sides."""
    values = [(file.kind, file.document.value) for file in library.files.values()]
    values += [(kind, _with(text)) for kind in KINDS for text in HOSTILE]
    rows = [{"kind": kind.kind, "values": one} for kind, one in values]
    written = in_browser(page, "form.text(kinds[row.kind], row.values)", rows)

    assert written == [entry_text(kind, one) for kind, one in values]


def _with(text: str) -> dict[str, object]:
    return {
        "title": text,
        "summary": text,
        "aliases": (text, "gewoon"),
        "changed": ({"note": text},),
    }


def test_a_hostile_text_is_read_back_as_it_was(page: Page) -> None:
    """What the form writes is read by our own reader as exactly what was typed, or is refused."""
    rows = [{"state": {"title": "Een titel", "summary": text}} for text in HOSTILE]
    call = (
        "[form.values(kinds.method.fields, row.state).summary ?? null,"
        " form.text(kinds.method, form.values(kinds.method.fields, row.state)),"
        " form.problems(kinds.method, form.values(kinds.method.fields, row.state),"
        " {kind: 'method', id: 'x-y'}).filter((one) => one.code === 'hidden-character').length]"
    )
    refused = 0
    for text, (value, written, hidden) in zip(HOSTILE, in_browser(page, call, rows), strict=True):
        document, problems = read_yaml(next(_paths()), written)
        if hidden:
            refused += 1
            assert [one.code for one in problems] == ["hidden-character"]
        else:
            assert document is not None
            assert document.value.get("summary") == value
            assert repair(Method, document).text == written
            assert value == (_cleaned(text) or None)

    assert 5 < refused < len(HOSTILE) / 2


def _paths() -> Iterator[Any]:
    yield from (case.path for case in [Case(KINDS[1], "x-y", {})])


def _cleaned(text: str) -> str:
    """Return a text without what no file keeps: other line ends, blanks and marks at the ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip().strip("\ufeff")


def test_the_preview_shows_prose_as_the_site_does(page: Page, library: Library) -> None:
    """All prose of the library gives the same paragraphs, lists, emphasis, links and citations."""
    prose = RenderContext(library, Repository()).prose
    texts = [
        text.text
        for file in library.files.values()
        for text in file.texts
        if text.spec.field_type.written
    ]
    texts += CITED
    expected = [_as_shown(str(prose.block(text, ProseContext("")))) for text in texts]
    call = "form.element('div', {}, ...form.blocks(row)).innerHTML"
    shown = in_browser(page, call, texts)

    assert len(texts) > 1500
    differing = [
        (text, html, right)
        for text, html, right in zip(texts, shown, expected, strict=True)
        if _as_shown(html) != right
    ]
    assert differing == []


def test_the_preview_draws_headings_and_pictures_where_a_field_may_hold_them(page: Page) -> None:
    """The highest heading comes below those of the preview; elsewhere the signs are text."""
    text = "## First\n\nBefore\n### *Then*\n\nSee ![a red box](assets/red.png)!"
    call = "form.element('div', {{}}, ...form.blocks(row{})).innerHTML"
    (drawn,) = in_browser(page, call.format(", {headings: true, images: true}"), [text])
    (plain,) = in_browser(page, call.format(""), [text])

    assert re.sub(r'src="[^"]*/(assets/[^"]*)"', r'src="\1"', drawn) == (
        "<h5>First</h5><p>Before</p><h6><em>Then</em></h6>"
        '<p>See <img class="kb-image" src="assets/red.png" alt="a red box">!</p>'
    )
    assert plain == (
        "<p>## First</p><p>Before\n### <em>Then</em></p>"
        '<p>See !<span class="kb-preview__link">a red box</span>!</p>'
    )


def _as_shown(html: str) -> str:
    """Return HTML with one form for every link, without terms and without blanks between blocks."""
    html = re.sub(r'<a class="kb-term"[^>]*>(.*?)</a>', r"\1", html)
    html = re.sub(r'<span class="kb-preview__link">(.*?)</span>', r"<a>\1</a>", html)
    html = re.sub(r"</?i>", "", re.sub(r"<a [^>]*>", "<a>", html))
    return re.sub(r"\s*(</?(?:p|ul|ol|li|blockquote)>)\s*", r"\1", html).replace("&nbsp;", "\xa0")
