"""Tools on a page: filled in by several people, saved, opened, put together and printed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from auditing import ALL, OVERFLOW, RUN, Found, walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from opening import OpenPage

pytestmark = pytest.mark.browser
PLANE = "instrumenten/llo-dialoogmodel/"
ONLY_TOOL = {"include": ["#kb-tool"]}
# Only the colours differ in the dark.
COLOURS = ALL | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
SCHEMES: dict[Literal["light", "dark"], dict[str, Any]] = {"light": ALL, "dark": COLOURS}


def faults(page: Page) -> list[str]:
    """Return what axe finds in the tool, of the dark its colours, and whether it sticks out."""
    page.evaluate(Axe().axe_script)
    found = []
    for scheme, options in SCHEMES.items():
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for one in page.evaluate(RUN, [ONLY_TOOL, options]):
            found += [f"{one['id']} ({scheme}): {node['html'][:150]}" for node in one["nodes"]]
    if page.evaluate(OVERFLOW) > 0:
        found.append("sticks out")
    return found


def add(page: Page, name: str) -> None:
    """Add a person by the keyboard, whose turn it then is."""
    page.locator("#kb-tool-name").fill(name)
    page.locator("#kb-tool-name").press("Enter")
    expect(page.locator(".kb-tool__turn h3")).to_have_text(name)


def done(page: Page) -> None:
    """Hide what this person filled in."""
    page.locator("[data-act=done]").press("Enter")
    expect(page.locator(".kb-tool__said")).to_have_text(
        "Verborgen. Geef het apparaat aan de volgende."
    )


def show(page: Page) -> None:
    """Show everything at once."""
    page.locator("[data-act=show]").press("Enter")
    expect(page.locator(".kb-tool__result h3")).to_have_text("Wat u invulde")


def place(page: Page, moment: int, across: int, up: int) -> None:
    """Place a point from the two lists."""
    page.locator(f"#kb-plane-{moment}-0").select_option(str(across))
    page.locator(f"#kb-plane-{moment}-1").select_option(str(up))


def saved(page: Page, folder: Path, name: str, act: str = "save") -> Path:
    """Return the file that a button gives."""
    with page.expect_download() as waiting:
        page.locator(f"[data-act={act}]").press("Enter")
    waiting.value.save_as(folder / name)
    return folder / name


def opened(page: Page, *files: Path) -> None:
    """Open files that were saved."""
    page.locator("#kb-tool-open").set_input_files([*files])


def test_two_people_place_points_by_keyboard(open_page: OpenPage) -> None:
    """Lists and arrows at 360 pixels, hidden from each other, then all at once; nothing is sent."""
    page = open_page(PLANE, width=360)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert faults(page) == []
    add(page, "Aisha")
    for moment, (across, up) in enumerate([(-90, 60), (-60, 60), (60, -60)]):
        place(page, moment, across, up)
    dot = page.locator(".kb-plane__dot").nth(1)
    dot.press("Shift+ArrowRight")
    told = "Nu: een beetje naar ‘reactief’, bij ‘welvaart van organisatie"
    expect(dot).to_have_attribute("aria-label", re.compile(told))
    assert faults(page) == []
    done(page)
    expect(page.locator(".kb-plane")).to_have_count(0)
    add(page, "Bram")
    for moment, (across, up) in enumerate([(-90, 60), (-60, 60), (-60, 60)]):
        place(page, moment, across, up)
    done(page)
    show(page)
    talk = page.locator(".kb-tool__talk")
    expect(talk).to_contain_text("Nu: u zet het allemaal bij ‘Defensief’.")
    expect(talk).to_contain_text("Straks: hier verschilt u. Preventief: Aisha; Defensief: Bram.")
    expect(talk).to_contain_text("1 van de 2 wil meer naar ‘proactief’.")
    expect(talk).to_contain_text("Bij ‘Straks’ ligt u het verst uit elkaar. Vraag elkaar waarom.")
    expect(page.locator(".kb-tool__offers").first).to_contain_text("Onderzoek:")
    assert faults(page) == []
    assert [url for url in asked if not url.startswith((open_page.address, "data:", "blob:"))] == []


def test_an_outcome_is_agreed_printed_saved_and_opened(open_page: OpenPage, tmp_path: Path) -> None:
    """One step with a name and a day goes along on paper, in a drawing and in a file."""
    page = open_page(PLANE, width=360)
    for name in ("Aisha", "Bram"):
        add(page, name)
        place(page, 2, 60, -60)
        done(page)
    show(page)
    page.locator("#kb-step-what").fill("Met elkaar een visie schrijven")
    page.locator("#kb-step-who").fill("Bram")
    page.locator("#kb-step-day").fill("2027-02-01")
    page.evaluate("void (globalThis.print = () => { document.title = 'afgedrukt' })")
    page.locator("[data-act=print]").press("Enter")
    expect(page).to_have_title("afgedrukt")
    page.emulate_media(media="print")
    paper = page.locator(".kb-tool__outcome")
    expect(paper).to_be_visible()
    expect(paper).to_contain_text(
        "Eén stap: Met elkaar een visie schrijven · wie: Bram · vóór: 1 februari 2027"
    )
    expect(page.locator(".md-header")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    first = saved(page, tmp_path, "eerste.json")
    drawing = saved(page, tmp_path, "vlak.svg", "svg").read_text(encoding="utf-8")
    pixels = saved(page, tmp_path, "vlak.png", "png").read_bytes()
    assert "Defensief" in drawing
    assert pixels.startswith(b"\x89PNG")
    # After a reload all is as it was, and a file that is opened elsewhere gives the same file.
    page.reload()
    expect(page.locator(".kb-tool__result h3")).to_have_text("Wat u invulde")
    elsewhere = open_page(PLANE, width=360)
    elsewhere.locator("[data-act=again]").press("Enter")
    opened(elsewhere, first)
    expect(elsewhere.locator(".kb-tool__said")).to_have_text("1 bestand geopend.")
    assert saved(elsewhere, tmp_path, "tweede.json").read_bytes() == first.read_bytes()


def by_digits(page: Page) -> None:
    """Lay eight cards by the digits, turn a private one up, and add one's own."""
    page.locator(".kb-sort__stock button[data-card]").first.focus()
    for digit in "12341234":
        page.keyboard.press(digit)
    page.locator("#kb-sort-own").fill("Lange reistijd")
    page.locator("#kb-sort-own").press("Enter")
    page.locator("button[data-card='Lange reistijd']").press("4")
    expect(page.locator(".kb-tool__said")).to_have_text("‘Lange reistijd’ ligt bij ‘Hindert veel’.")


def by_touch(page: Page) -> None:
    """Lay the same cards by touching a card and then a lane."""
    for lane in (3, 2, 1, 0):
        page.locator(".kb-sort__stock button[data-card]").first.tap()
        page.locator(".kb-sort__choose button").nth(lane).tap()


def by_radios(page: Page) -> None:
    """Answer each statement, so that people differ."""
    for number, row in enumerate(page.locator("fieldset.kb-scan").all()):
        choices = row.locator("input")
        choices.nth((number * len(page.locator(".kb-tool__people li").all())) % 2).check()


def by_drawing(page: Page) -> None:
    """Draw a card, choose it, and write where there is room."""
    page.locator("[data-act=draw]").press("Enter")
    page.get_by_role("button", name="Kies dit kaartje").press("Enter")
    expect(page.locator(".kb-deck__chosen li")).to_have_count(1)
    for box in page.locator(".kb-deck__chosen textarea").all():
        box.fill("Iets van mij.")


GROUPS: dict[str, tuple[Callable[[Page], None], str]] = {
    "factorenkaart": (by_digits, "Wie wat waar legde"),
    "zelfscan-leercultuur": (by_radios, "Bespreek dit eerst: hier verschilt u het meest"),
    "checklist-leerbeleid": (by_radios, "78,9% van de bedrijven"),
    "leervermogens": (by_drawing, "Wat u opschreef"),
    "vraagkaarten": (by_drawing, "Gekozen door"),
}


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_fills_in_each_sort(open_page: OpenPage, tmp_path: Path, name: str) -> None:
    """Two people at 360 pixels: no fault in any state, and a file gives the same again."""
    fill, expected = GROUPS[name]
    page = open_page(f"instrumenten/{name}/", width=360)
    for person in ("Aisha", "Bram"):
        add(page, person)
        fill(page)
        if person == "Aisha":
            assert faults(page) == []
        done(page)
    show(page)
    expect(page.locator(".kb-tool__result")).to_contain_text(expected)
    page.locator("#kb-tool-paper > summary").press("Enter")
    expect(page.locator(".kb-sheet")).to_be_visible()
    assert faults(page) == []
    walked = Found()
    walk(page, walked, 400)
    assert walked.faults == []
    first = saved(page, tmp_path, "eerste.json")
    page.locator("[data-act=again]").press("Enter")
    opened(page, first)
    expect(page.locator(".kb-tool__people li")).to_have_text(["Aisha (klaar)", "Bram (klaar)"])

    assert saved(page, tmp_path, "tweede.json").read_bytes() == first.read_bytes()


def test_what_lies_face_down_goes_nowhere(open_page: OpenPage, tmp_path: Path) -> None:
    """A private card is in no result, picture or file, until its owner turns it."""
    page = open_page("instrumenten/factorenkaart/", width=360)
    add(page, "Aisha")
    for card in ("gezondheid", "geld", "inspraak"):
        page.locator(f"button[data-card='{card}']").press("4")
    page.get_by_role("button", name="Draai open: anderen mogen ‘geld’ zien").press("Enter")
    done(page)
    show(page)
    result = page.locator(".kb-tool__result")
    expect(result).to_contain_text("geld: hindert Aisha.")
    expect(result).to_contain_text("1 kaartje ligt omgekeerd en blijft privé.")
    told = result.inner_text()
    file = saved(page, tmp_path, "kaart.json").read_text(encoding="utf-8")
    drawing = saved(page, tmp_path, "kaart.svg", "svg").read_text(encoding="utf-8")

    assert [text.count("gezondheid") for text in (told, file, drawing)] == [0, 0, 0]


def test_cards_are_laid_by_touch(open_page: OpenPage) -> None:
    """A finger chooses a card and then a lane."""
    context = open_page.browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, locale="nl-NL"
    )
    page = context.new_page()
    page.goto(f"{open_page.address}instrumenten/factorenkaart/")
    add(page, "Aisha")
    by_touch(page)
    expect(page.locator(".kb-sort__place li")).to_have_count(4)
    page.goto(open_page.address + PLANE)
    add(page, "Aisha")
    page.locator(".kb-plane__field").tap(position={"x": 60, "y": 60})
    expect(page.locator(".kb-plane__dot").first).to_be_visible()
    context.close()


def test_points_and_cards_are_dragged(open_page: OpenPage) -> None:
    """A point follows the mouse over the plane, and a card drops in a lane."""
    page = open_page(PLANE)
    add(page, "Aisha")
    field, dot = page.locator(".kb-plane__field"), page.locator(".kb-plane__dot").first
    field.click(position={"x": 40, "y": 40})
    expect(dot).to_be_visible()
    box = field.bounding_box()
    assert box
    dot.hover()
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + box["height"] * 0.95, steps=4)
    page.mouse.up()
    expect(page.locator("#kb-plane-0-0")).to_have_value("90")
    expect(page.locator("#kb-plane-0-1")).to_have_value("-90")
    page.goto(f"{open_page.address}instrumenten/factorenkaart/")
    add(page, "Aisha")
    page.drag_and_drop("button[data-card='inspraak']", ".kb-sort__place:nth-child(2)")
    expect(page.locator(".kb-tool__said")).to_have_text("‘inspraak’ ligt bij ‘Helpt een beetje’.")


def test_alone_one_adds_up_and_plans(open_page: OpenPage, tmp_path: Path) -> None:
    """The calculator equals the page of the method; a plan ends as one sheet."""
    page = open_page("instrumenten/rekenhulp/", width=360)
    page.get_by_role("checkbox", name="Jobcrafting").check()
    page.get_by_role("checkbox", name="Coaching").check()
    table = page.locator(".kb-tool__table")
    expect(table).to_contain_text("Wat dit vraagt van een team van 8, als een uur € 45 kost")
    told = table.locator("tr", has_text="Jobcrafting").locator("td").all_inner_texts()
    assert faults(page) == []
    first = saved(page, tmp_path, "som.json")
    page.reload()
    expect(table.locator("tbody tr")).to_have_count(3)
    assert saved(page, tmp_path, "weer.json").read_bytes() == first.read_bytes()
    page.goto(f"{open_page.address}methoden/jobcrafting/")
    foot = page.locator("table.kb-price tfoot td").all_text_contents()
    assert told[1:] == foot[:2]
    page.goto(f"{open_page.address}instrumenten/evaluatieplan/")
    page.locator("#kb-plan-0-3").fill("Aisha")
    assert faults(page) == []
    page.evaluate("void (globalThis.print = () => { document.title = 'afgedrukt' })")
    page.locator("[data-act=print]").press("Enter")
    expect(page).to_have_title("afgedrukt")
    page.emulate_media(media="print")
    expect(page.locator(".kb-tool__outcome")).to_contain_text("Aisha")


HOSTILE: dict[str, tuple[str, str]] = {
    "niets.json": ("", "niet hier bewaard"),
    "geen.json": ("{[", "niet hier bewaard"),
    "lijst.json": ("[1, 2]", "niet hier bewaard"),
    "ander.json": (
        '{"kennisbank": "tool", "version": 1, "tool": "a:b", "title": "<b>X</b>", "people": []}',
        "hoort bij een andere pagina: <b>X</b>",
    ),
    "groot.json": ("[" * 400_000, "te groot"),
    "reusachtig.json": (" " * 2_000_000, "te groot"),
}


def test_hostile_files_change_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    """Each is refused in a sentence; what is right in a crooked one comes in as text."""
    page = open_page(PLANE)
    for name, (text, expected) in HOSTILE.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        opened(page, tmp_path / name)
        expect(page.locator(".kb-tool__said")).to_contain_text(f"{name}: Dit bestand")
        expect(page.locator(".kb-tool__said")).to_contain_text(expected)
    expect(page.locator(".kb-tool__people li")).to_have_count(0)
    markup = '<img src=x onerror="document.title=1">'
    people: list[Any] = [
        {
            "name": markup,
            "done": True,
            "answers": {"points": {"Nu": [1e9, "9"], "Straks": [3, 1e9]}},
        },
        {"name": "\u202egnorw", "done": "yes", "answers": {"points": [[1, 2]]}},
        {"name": {"a": 1}, "answers": "x", "shown": True},
        None,
        7,
    ]
    text = json.dumps(
        {
            "kennisbank": "tool",
            "version": 1,
            "tool": "instrument:llo-dialoogmodel",
            "people": people,
            "step": {"what": markup, "who": ["x"], "day": "nooit"},
        }
    ).replace('"answers": "x"', '"__proto__": {"polluted": 1}, "constructor": {"prototype": {}}')
    (tmp_path / "scheef.json").write_text(text, encoding="utf-8")
    opened(page, tmp_path / "scheef.json")
    expect(page.locator(".kb-tool__people li")).to_have_count(5)
    show(page)

    assert page.locator(".kb-tool img").count() == 0
    assert page.evaluate("({}).polluted") is None
    assert page.locator("#kb-step-what").input_value() == markup
    assert page.locator("#kb-step-day").input_value() == ""
    file = json.loads(saved(page, tmp_path, "recht.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in file["people"]][1:] == [
        "gnorw",
        "Persoon 3",
        "Persoon 4",
        "Persoon 5",
    ]
    assert file["people"][0]["answers"] == {"points": {"Straks": [3, 100]}}
    # What is kept in the browser may be anybody's as well.
    page.evaluate("Object.keys(localStorage).forEach((key) => localStorage.setItem(key, '{['))")
    page.reload()
    expect(page.locator(".kb-tool__people li")).to_have_count(0)
    page.goto(f"{open_page.address}{PLANE}?people=%3Cimg%20src=x%3E#kb-tool-name")
    expect(page.locator("#kb-tool-name")).to_be_visible()


def test_four_files_come_together(open_page: OpenPage, tmp_path: Path) -> None:
    """Each filled in at home; at the table all appear at once, and who came twice is there once."""
    page = open_page(PLANE)
    files = []
    for name, (across, up) in {
        "Aisha": (60, -60),
        "Bram": (60, -30),
        "Carla": (90, -60),
        "Esra": (-60, 90),
    }.items():
        add(page, name)
        place(page, 1, -60, 60)
        place(page, 2, across, up)
        done(page)
        files.append(saved(page, tmp_path, f"{name}.json"))
        page.locator("[data-act=again]").press("Enter")
        expect(page.locator(".kb-tool__people li")).to_have_count(0)
    opened(page, *files, files[0])
    expect(page.locator(".kb-tool__said")).to_have_text("5 bestanden geopend.")
    expect(page.locator(".kb-tool__people li")).to_have_count(4)
    show(page)
    talk = page.locator(".kb-tool__talk")
    expect(talk).to_contain_text(
        "Vraag eerst aan Esra: bij ‘Straks’ ligt Esra het verst van de anderen."
    )
    expect(talk).to_contain_text("3 van de 4 willen meer naar ‘proactief’.")
    page.get_by_role("button", name="Maak ongedaan").press("Enter")
    expect(page.locator(".kb-tool__people li")).to_have_count(0)


def test_the_session_counts_down_in_silence(open_page: OpenPage) -> None:
    """Steps follow each other, time runs, and only the end of a step is said."""
    page = open_page(PLANE)
    page.get_by_role("button", name="Start het gesprek").press("Enter")
    expect(page.locator(".kb-tool__now")).to_contain_text(
        "Stap 1 van 5: Ieder zet in stilte drie punten."
    )
    expect(page.locator(".kb-tool__time")).to_have_text("7:59")
    page.get_by_role("button", name="Pauze").press("Enter")
    page.get_by_role("button", name="Volgende stap").press("Enter")
    expect(page.locator("[aria-current=step]")).to_contain_text("Toon alles tegelijk")
    page.get_by_role("button", name="Stop").press("Enter")
    expect(page.get_by_role("button", name="Start het gesprek")).to_be_focused()


def test_without_a_script_there_is_the_session_and_the_sheet(open_page: OpenPage) -> None:
    """Whoever prints the page has all that a table needs."""
    page = open_page(PLANE, script=False)
    page.emulate_media(media="print")

    expect(page.locator("#kb-tool-session li")).to_have_count(5)
    expect(page.locator(".kb-sheet__plane")).to_be_visible()
    expect(page.locator(".kb-tool__app")).to_be_hidden()


def test_a_sheet_of_cards_shows_where_to_cut_and_fold(open_page: OpenPage) -> None:
    """Dashes between cards; where a card has a back, dots halfway, and words say which is which."""
    page = open_page("instrumenten/vraagkaarten/", script=False)
    page.emulate_media(media="print")
    card = page.locator(".kb-cut li").first
    front, back = card.locator("span").first, card.locator(".kb-cut__from")

    expect(page.locator(".kb-cut__legend")).to_have_text(
        "Knip langs de streepjeslijnen. Vouw langs de stippellijnen, met de woorden naar buiten."
    )
    expect(card).to_have_css("border-style", "dashed")
    expect(back).to_have_css("border-bottom-style", "dotted")
    halves = [one.evaluate("one => one.offsetHeight") for one in (front, back)]
    assert abs(halves[0] - halves[1]) <= 1
    page = open_page("instrumenten/zes-tips/", script=False)
    expect(page.locator(".kb-cut__legend")).to_have_text("Knip langs de streepjeslijnen.")
