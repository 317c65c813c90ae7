"""An address that leads elsewhere than readers think is told, and an honest one is left alone."""

from __future__ import annotations

import pytest

from kennisbank.reading.web_addresses import misleading_addresses

LIKE = "staat een teken dat op een ander lijkt"


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("Zie https://\u0430\u0440\u0440l\u0435.com/.", 4, LIKE),
        ("Zie <https://xn--80ak6aa92e.com>.", 5, LIKE),
        ("[hier](https://www.\u0440abobank.nl/a)", 7, LIKE),
        ("https://g\u03bf\u03bfgle.nl", 0, LIKE),
        ("https://\uff52\uff41\uff42\uff4f.nl", 0, LIKE),
        ("https://voorbeeld.nl\u2215x.elders.nl", 0, LIKE),
        ("https://voorbeeld\u3002elders.nl", 0, LIKE),
        ("https://r\u0131jk.nl:443/", 0, LIKE),
        ("https://xn--99999999999/", 0, LIKE),
        ("https://%76oorbeeld.nl", 0, "in de naam van de site staan tekens als code"),
        ("[x](https://bank.nl@elders.nl/)", 4, "voor de @ lijkt een site te staan"),
        ("[https://bank.nl](https://elders.nl)", 0, "hier staat bank.nl, maar de link gaat naar"),
        ("[bank.nl](https://elders.com)", 0, "hier staat bank.nl, maar de link gaat naar"),
        ("[www.bank.nl/inloggen](<https://elders.nl/x>)", 0, "hier staat bank.nl, maar de link"),
    ],
)
def test_an_address_that_fools_readers_is_told(text: str, place: int, what: str) -> None:
    """By letters of another script, a code, what stands before an @, or the words of a link."""
    found = list(misleading_addresses(text))

    assert [start for start, _ in found] == [place]
    assert what in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "https://www.rijksoverheid.nl/onderwerpen?a=b#c en <https://müller.de/straße>.",
        "https://xn--mller-kva.de, https://café-één.nl, https://例え.jp, https://مثال.com",
        "https://doi.org/10.1000/а-б, https://voorbeeld.nl:8080/é, https://127.0.0.1/",
        "[bank.nl](https://www.bank.nl/), [https://www.bank.nl/x](https://bank.nl/y)",
        "[verslag.docx](https://voorbeeld.nl/v), [versie 2.0](https://voorbeeld.nl)",
        "mail@voorbeeld.nl, @jansen2020 en https://voorbeeld.nl/@jo",
    ],
)
def test_an_honest_address_is_left_alone(text: str) -> None:
    """Letters with accents and other alphabets belong in names; a path may hold anything."""
    assert list(misleading_addresses(text)) == []
