"""The chart of an entry as a drawing by itself."""

from __future__ import annotations

from lxml import etree

from kennisbank.pages.charts import Bar, chart_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_a_drawing_holds_every_figure_its_title_and_its_source() -> None:
    """What is special in XML is text, and a bar is as long as its part of the whole."""
    bars = [Bar("Leert <veel> & vaak", "75%", 0.75), Bar("Leert niet", "0%", 0)]
    root = etree.fromstring(chart_svg("Leren", "Werknemers, 2026", bars, "Bron: TNO (2026)."))
    texts = [one.text for one in root.iter(f"{SVG}text")]
    widths = [one.get("width") for one in root.iter(f"{SVG}rect")]

    assert texts == [
        *("Leren", "Werknemers, 2026", "Leert <veel> & vaak", "75%", "Leert niet", "0%"),
        "Bron: TNO (2026).",
    ]
    assert widths == ["100%", "720", "540.0", "720", "0"]
    assert root.findtext(f"{SVG}title") == "Leren"


def test_a_long_label_stands_on_lines_of_its_own() -> None:
    """Nothing sticks out, and the drawing is as much higher."""
    short = etree.fromstring(chart_svg("Leren", "", [Bar("Kort", "1%", 0.01)], ""))
    long = etree.fromstring(chart_svg("Leren", "", [Bar("lang woord " * 12, "1%", 0.01)], ""))

    assert all(len(one.text or "") <= 60 for one in long.iter(f"{SVG}text"))
    assert int(long.get("height", "0")) == int(short.get("height", "0")) + 2 * 22
