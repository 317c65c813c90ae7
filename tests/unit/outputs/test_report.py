"""What lychee found becomes a report that a person can work with, and no text of others runs."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from kennisbank.outputs.external_links import Address, LinkVerdict, links_report, read_outcomes
from kennisbank.problems import Location


def address(url: str, *lines: int, archived: tuple[str, ...] = ()) -> Address:
    """Return an address that stands on lines of references.bib."""
    places = tuple(Location(PurePosixPath("references.bib"), line) for line in lines)
    return Address(url, places, archived)


def outcome_file(*errors: tuple[object, object], slow: tuple[int, ...] = ()) -> str:
    """Return what lychee 0.24 writes: a map of files to rows, with the line and the status."""
    rows = [
        {
            "url": "wat lychee ervan maakt",
            "status": {"text": "Rejected", **({"code": code} if code else {"details": "x"})},
            "span": {"line": line, "column": 2},
            "duration": {"secs": 0, "nanos": 1},
        }
        for line, code in errors
    ]
    late = [{"url": "x", "status": {"text": "Timeout"}, "span": {"line": n}} for n in slow]
    maps = {"error_map": {"a.md": rows} if rows else {}, "timeout_map": {"a.md": late}}
    return json.dumps({"total": 9, "success_map": {}, **maps})


def test_a_report_says_what_is_wrong_where_it_stands_and_what_to_do() -> None:
    """Broken comes first, then what only a person can tell; a copy in an archive is named."""
    addresses = [
        address("https://a.nl/", 3, archived=("https://archief.nl/a",)),
        address("https://b.nl/", 9),
        address("https://c.nl/", 12, 20),
    ]
    outcomes = read_outcomes(outcome_file((1, 404), (3, 403)), addresses)

    assert links_report(outcomes, 3) == (
        "3 adressen nagekeken: 1 werkt niet.\n"
        "\n"
        "## Werkt niet\n"
        "\n"
        "- `https://a.nl/`: de pagina is er niet (404)\n"
        "  - staat in `references.bib:3:1`\n"
        "  - gearchiveerde kopie: `https://archief.nl/a`\n"
        "\n"
        "## Niet vast te stellen\n"
        "\n"
        "Een programma komt hier niet verder, een mens misschien wel.\n"
        "\n"
        "- `https://c.nl/`: de site laat geen programma's toe (403)\n"
        "  - staat in `references.bib:12:1`\n"
        "  - staat in `references.bib:20:1`\n"
        "\n"
        "## Wat u kunt doen\n"
        "\n"
        "1. Open het adres in uw browser. Werkt het, dan hoeft u niets te doen.\n"
        "2. Is de pagina verhuisd? Zet het nieuwe adres in het bestand dat erbij staat.\n"
        "3. Is zij weg en is er een kopie? Zet de kopie in `references.bib` bij de bron, "
        "als `archiveurl`.\n"
        "4. Is er geen kopie? Zoek er een in een webarchief, of neem een andere bron.\n"
    )


def test_nothing_wrong_is_one_line() -> None:
    """No advice without a reason for it."""
    assert links_report([], 1) == "1 adres nagekeken: er is er geen gevonden dat niet werkt.\n"


@pytest.mark.parametrize(
    ("code", "verdict", "reason"),
    [
        (404, LinkVerdict.BROKEN, "de pagina is er niet (404)"),
        (410, LinkVerdict.BROKEN, "de pagina is weggehaald (410)"),
        (400, LinkVerdict.BROKEN, "de site weigert het adres (400)"),
        (500, LinkVerdict.BROKEN, "de site heeft een storing (500)"),
        (None, LinkVerdict.BROKEN, "de site is niet te bereiken"),
        (403, LinkVerdict.UNSURE, "de site laat geen programma's toe (403)"),
        (429, LinkVerdict.UNSURE, "de site laat geen programma's toe (429)"),
        (503, LinkVerdict.UNSURE, "de site laat geen programma's toe (503)"),
    ],
)
def test_a_refusal_is_no_broken_link(code: int | None, verdict: LinkVerdict, reason: str) -> None:
    """Only what is gone or does not answer counts as broken."""
    (outcome,) = read_outcomes(outcome_file((1, code)), [address("https://a.nl/", 1)])

    assert (outcome.verdict, outcome.reason) == (verdict, reason)


def test_a_slow_site_is_not_broken_either() -> None:
    """It may answer tomorrow."""
    (outcome,) = read_outcomes(outcome_file(slow=(1,)), [address("https://a.nl/", 1)])

    assert (outcome.verdict, outcome.reason) == (
        LinkVerdict.UNSURE,
        "de site antwoordt niet op tijd",
    )


def test_when_nothing_answered_the_checker_is_suspected() -> None:
    """A network that is down is no reason to mend every source."""
    addresses = [address("https://a.nl/", 1), address("https://b.nl/", 2)]
    silent = read_outcomes(outcome_file((1, None), slow=(2,)), addresses)
    one_answered = read_outcomes(outcome_file((1, None), (2, 404)), addresses)
    suspected = "Waarschijnlijk lag het aan de verbinding van deze controle."

    assert suspected in links_report(silent, 2)
    assert suspected not in links_report(one_answered, 2)


def test_text_of_others_stays_text() -> None:
    """An address ends no code, mentions nobody, starts no line and hides nothing."""
    url = "https://a.nl/`@iedereen\u202e<img src=x>](javascript:x)"
    report = links_report(read_outcomes(outcome_file((1, 404)), [address(url, 1)]), 9)
    (line,) = [line for line in report.split("\n") if "a.nl" in line]

    assert line == (
        "- `https://a.nl/%60@iedereen\\x202e<img src=x>](javascript:x)`: de pagina is er niet (404)"
    )


def test_a_report_of_a_thousand_addresses_fits_in_an_issue() -> None:
    """GitHub takes 65,536 characters; what is left out is counted."""
    long = "x" * 5_000
    addresses = [address(f"https://a.nl/{n}/{long}", *range(1, 9)) for n in range(1_000)]
    text = outcome_file(*((n + 1, 404) for n in range(1_000)))
    report = links_report(read_outcomes(text, addresses), 1_000)

    assert len(report) < 65_536
    assert "- en nog 900\n" in report
    assert "  - en op nog 3 plaatsen\n" in report


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", '{"error_map": {"a": [{}]}, "timeout_map": {}}', "[" * 100_000),
        *(outcome_file((line, 404)) for line in (2, 0, -1, True)),
        *(outcome_file((1, code)) for code in ("404", True, [404])),
    ],
)
def test_a_file_about_something_else_is_refused(text: str) -> None:
    """Also one about a longer list: the library changed in between."""
    with pytest.raises(ValueError, match="geen uitkomst van lychee"):
        read_outcomes(text, [address("https://a.nl/", 1)])
