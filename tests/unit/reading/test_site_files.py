"""What may be published from docs/: pages, our own styles and scripts, and harmless images."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kennisbank.reading.images import image_fault, svg_fault
from kennisbank.reading.site_files import site_pages
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from kennisbank.problems import Problem

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def svg(inside: str, attributes: str = "") -> str:
    """Return a drawing with something in it."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {spaces} {attributes}>{inside}</svg>"


def reported(root: Path) -> list[str]:
    """Return what is reported of the files in docs/."""
    problems: list[Problem] = []
    site_pages(root, problems)
    return [str(one) for one in problems]


@pytest.mark.parametrize(
    "name",
    [
        *("a.html", "a.js", "a.svg", "a.png", "a.txt", "a", "a.MD", "a.markdown", "a.xml", "a.php"),
        *("assets/a.html", "assets/a.js", "assets/a.css", "assets/javascripts/a.html"),
        *("assets/stylesheets/a.js", "schemas/a.js", "development/a.html", "assets/a.md"),
    ],
)
def test_a_file_of_a_kind_that_does_not_belong_is_refused(tmp_path: Path, name: str) -> None:
    """MkDocs would publish it as it is, on the address of the site."""
    file = tmp_path / "docs" / name
    file.parent.mkdir(parents=True)
    file.write_text("x", encoding="utf-8")

    assert [one.split(" Hier")[0] for one in reported(tmp_path)] == [
        f"docs/{name}:1:1: bad-file: hoort niet in deze map."
    ]


def test_what_is_there_is_looked_into(tmp_path: Path) -> None:
    """An image is an image, a script is text without hidden characters, and nothing is huge."""
    contents = {
        "a.png": b"<script>",
        "b.svg": svg("<script/>").encode(),
        "c.png": PNG + b"\0" * 600_000,
        "javascripts/d.js": "let a\u202e = 1".encode(),
        "e.png": PNG,
        "f.svg": svg("<path d='M0 0'/>").encode(),
    }
    for name, content in contents.items():
        file = tmp_path / "docs" / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    assert [one.split(":", 4)[0::3] for one in sorted(reported(tmp_path))] == [
        ["docs/assets/a.png", " bad-file"],
        ["docs/assets/b.svg", " bad-file"],
        ["docs/assets/c.png", " too-large"],
        ["docs/assets/javascripts/d.js", " hidden-character"],
    ]


@pytest.mark.parametrize(
    ("suffix", "data", "fault"),
    [
        (".png", PNG, ""),
        (".jpg", b"\xff\xd8\xff\xe0", ""),
        (".webp", b"RIFF\0\0\0\0WEBPVP8 ", ""),
        (".png", b"\xff\xd8\xff\xe0", "is geen plaatje van de soort .png."),
        (".jpeg", b"<svg onload=alert(1)>", "is geen plaatje van de soort .jpeg."),
        (".webp", b"RIFF\0\0\0\0WAVE", "is geen plaatje van de soort .webp."),
        (".jpg", b"\xff\xd8\xff\xe1\0\0Exif\0\0", "bevat gegevens van de camera"),
        (".png", PNG + b"eXIf", "bevat gegevens van de camera"),
    ],
)
def test_an_image_is_what_its_first_bytes_say(suffix: str, data: bytes, fault: str) -> None:
    """The name of a file proves nothing; where a photo was taken is not published."""
    assert image_fault(suffix, data).startswith(fault)
    assert bool(image_fault(suffix, data)) == bool(fault)


@pytest.mark.parametrize(
    "path",
    [
        *sorted((REPOSITORY / "docs" / "assets").glob("*.svg")),
        *sorted((REPOSITORY / "tests" / "examples" / "good").rglob("*.svg")),
    ],
    ids=lambda path: path.name,
)
def test_a_drawing_of_shapes_is_fine(path: Path) -> None:
    """Shapes, text, gradients and references within the drawing are what drawings are made of."""
    assert svg_fault(path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize(
    "hostile",
    [
        svg("<script>alert(1)</script>"),
        svg("<SCRIPT/>"),
        svg('<path d="M0 0" onclick="alert(1)"/>'),
        svg("", 'onload="alert(1)"'),
        svg("", 'style="background:url(https://x.nl)"'),
        svg("<style>@import 'https://x.nl'</style>"),
        svg('<a href="javascript:alert(1)"><text>x</text></a>'),
        svg('<use href="https://x.nl/a.svg#b"/>'),
        svg('<use xlink:href="data:image/svg+xml,x"/>'),
        svg('<image href="#a"/>'),
        svg('<rect fill="url(https://x.nl/a)"/>'),
        svg('<rect fill="u\\72l(https://x.nl/a)"/>'),
        svg('<rect fill="url(#a) URL(//x.nl)"/>'),
        svg("<foreignObject><body/></foreignObject>"),
        svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
        svg('<set attributeName="onload" to="alert(1)"/>'),
        svg('<b xmlns="http://www.w3.org/1999/xhtml">x</b>'),
        svg("<handler xmlns='http://www.w3.org/2001/xml-events'/>"),
        svg("<?xml-stylesheet href='https://x.nl'?>"),
        f"<?xml-stylesheet href='a.css'?>{svg('')}",
        f'<!DOCTYPE svg [<!ENTITY a "b">]>{svg("&a;")}',
        f'<!DOCTYPE svg SYSTEM "file:///etc/passwd">{svg("")}',
        svg("&nietbekend;"),
        f'<?xml version="1.0" encoding="ISO-2022-JP"?>{svg("")}',
        f"{svg('')}<?xml-stylesheet href='https://x.nl'?>",
        svg('<g id="a"><use href="#a"/></g>'),
        svg(
            '<defs><g id="a"><path d=""/></g><g id="b"><use href="#a"/></g></defs><use href="#b"/>'
        ),
        svg('<mask id="a"><rect fill="url(#b)"/></mask><rect mask="url(#a)"/>'),
        svg("<g>"),
        svg("<g>" * 100_000 + "</g>" * 100_000),
        '<svg viewBox="0 0 1 1"/>',
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "geen tekening",
        "",
    ],
)
def test_a_drawing_that_does_something_is_refused(hostile: str) -> None:
    """It runs, moves, loads or holds something, grows without end, or is no drawing at all."""
    assert svg_fault(hostile)


def test_a_fault_in_a_drawing_has_its_line(tmp_path: Path) -> None:
    """Drawings are long; a style that asks another site for something has its column, too."""
    drawing = svg("\n<g>\n<rect style=''/></g>")
    contents = {"a.svg": drawing, "stylesheets/b.css": "a {}\nb { color: red }\n@import '//x.nl';"}
    for name, content in contents.items():
        file = tmp_path / "docs" / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")

    assert [one.split(": ")[0] for one in reported(tmp_path)] == [
        "docs/assets/a.svg:3:1",
        "docs/assets/stylesheets/b.css:3:1",
    ]
