"""What looks like it belongs to a person is found, and ordinary numbers are left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.messages import speaking
from kennisbank.reading.personal_data import SORTS, Sort, personal_data

MAIL, SPELT = "een e-mailadres", "een uitgeschreven e-mailadres"
BSN, PHONE, BANK = "een burgerservicenummer", "een telefoonnummer", "een rekeningnummer"
ADDRESS = "een adres"


@pytest.mark.parametrize(
    ("written", "what"),
    [
        *((one, MAIL) for one in ("jo@voorbeeld.nl", "j.de-wit+werk@hr.gemeente.nl", "JO@A.FRL")),
        *(
            (one, SPELT)
            for one in (
                *(
                    "jo at voorbeeld punt nl",
                    "jo (at) voorbeeld.nl",
                    "e-mail: jo at voorbeeld.nl",
                    "jo[at]voorbeeld[punt]nl",
                ),
                *("jo apenstaartje voorbeeld punt nl", "j.wit {at} hr.gemeente.nl"),
                *("jo (apenstaart) voorbeeld (dot) com", "jo AT voorbeeld DOT org"),
            )
        ),
        *(
            (one, PHONE)
            for one in (
                *("0612345678", "06-12345678", "06 12 34 56 78", "(06) 12345678", "06.12.34.56.78"),
                *("020-1234567", "0118 42 25 00", "+31 6 12345678", "+31 (0)6-12345678"),
                *("0031 118 422500", "+31612345678", "+32 2 123 45 67", "+49 30 1234567"),
                "06\u00a012\u00a034\u00a056\u00a078",
            )
        ),
        *((one, BSN) for one in ("111222333", "BSN 1112.22.333", "BSN: 111 222 333")),
        *((one, BSN) for one in ("burgerservicenummer 111222333", "sofinummer: 10000008")),
        *((one, BANK) for one in ("NL91ABNA0417164300", "NL91 ABNA 0417 1643 00")),
        *(
            (one, ADDRESS)
            for one in (
                *("Dorpsstraat 12", "Dorpsstraat 12a, 4381 AB Vlissingen", "Lange Gracht 3-2"),
                *("Nieuwe Weg 3, 4381AB Vlissingen", "Postbus 3000, 4380 GV Vlissingen"),
                *("Burgemeester van Woelderenlaan 104", "Markt 1\n4381 AB Vlissingen"),
            )
        ),
    ],
)
def test_what_belongs_to_a_person_is_found_with_its_place(written: str, what: str) -> None:
    """It is pointed at from its first sign, wherever it stands in a sentence."""
    for before, after in (("", ""), ("Vraag Jo: ", "."), ("Jo (", ") weet het."), ("**", "**")):
        found = list(personal_data(f"{before}{written}{after}"))
        start = found[0].start if found else -1

        assert [one.what for one in found] == [what]
        # The label in front is no part of a number, and the words of a name may be.
        assert len(before) - 1 <= start <= len(before) + len("burgerservicenummer ")


@pytest.mark.parametrize(
    "text",
    [
        "Van 2019 tot 2023 namen 1.234.567 mensen deel, 45,6% van 123456782 inwoners.",
        "Het kost € 123456782, ofwel 123.456.782 euro of € 0,12345678 per keer.",
        "ISBN 978-90-01-23456-7, ISBN 9789001234567, ISBN 0123456789 en ISBN 0-306-40615-2.",
        "ISSN 0018-7267, PMID 12345678, KvK 12345678, RSIN 111222333, ORCID 0000-0002-1825-0097.",
        "https://doi.org/10.1177/0018726712345678 en 10.1016/j.jvb.2019.0612345678",
        "https://voorbeeld.nl/0612345678/111222333?mail=jo@voorbeeld.nl",
        "Zie [@jansen2020, p. 123-145; @de-wit.2019] en @smit2021 [blz. 0612].",
        "artikel 7:611a BW, artikel 1638 BW, Stb. 2022, 123, 32 021 nr. 3, ECLI:NL:HR:2022:1234",
        "ECLI:NL:RBAMS:2021:061234567 en Kamerstukken II 2020/21, 35570, nr. 2.",
        "pp. 061-1234567, 74(3), 303–311, nr. 06 en 12 van 34",
        "Op 05-06-2020 12 mensen, op 01/02/2021 34 en van 06.07.2020 10:00 tot 12:00 uur.",
        "In 2020 EU-landen, 1000 MW, 2024 OR-leden, 1500 HR-adviseurs en 2018 NL.",
        "Mail via info@voorbeeld.nl of gemeente@vlissingen.nl, bel 14 0118 of 0800-1351.",
        "A copy at archive.org and voorbeeld.nl. Jo at Work: een boek. Punt nl.",
        "De hoofdstraat in de stad; op straat 12 mensen; onderweg 20 minuten. Onderweg 20 jaar.",
        "Leerpad 3 en Werkveld 4: Marktplein 2023. Fietspad 12.",
        "d = 0.12 (95% CI 0.01–0.23), N = 1234567, k = 39 of 55; 0,05 < p",
        "+1.000.000.000 euro, +10 tot +20 procent, +12 345 678",
        "0 1 2 3 4 5 6 7 8 9 en 01 02 03",
        "1234567890123 en 12345678 en 987654321",
        r"Openbaar: jo\@voorbeeld.nl, \(06) 12345678, Dorpsstraat 12\, Vlissingen, 111222333\.",
    ],
)
def test_ordinary_numbers_and_names_are_left_alone(text: str) -> None:
    """Amounts, years, dates, records, pages, articles of law and words alike give no alarm."""
    assert list(personal_data(text)) == []


def test_only_a_number_that_passes_the_test_of_elevens_is_one() -> None:
    """Of all numbers of nine digits, one in eleven passes; the others are never named."""
    numbers = [str(number) for number in range(123_456_000, 123_457_000)]
    found = [number for number in numbers if list(personal_data(number))]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    passing = [
        number
        for number in numbers
        if sum(w * int(digit) for w, digit in zip(weights, number, strict=True)) % 11 == 0
    ]

    assert found == passing
    assert 50 < len(found) < 150


def test_a_long_text_takes_no_long_time_to_search() -> None:
    """The work grows with the text, also where every sign could be the start of something."""
    for piece in (
        "a.",
        "a@",
        "0 ",
        "06-",
        "at ",
        "A ",
        "A.A",
        "(at) ",
        "+31 ",
        "Astraat ",
        "a at b.",
    ):
        started = time.process_time()
        list(personal_data(piece * (20_000 // len(piece))))

        assert time.process_time() - started < 2, piece


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.what)
@settings(max_examples=settings().max_examples // 4)
@given(data=st.data())
def test_no_hint_passes_over_what_the_pattern_finds(sort: Sort, data: st.DataObject) -> None:
    """A text without the hint is not searched, so the hint is in whatever the pattern matches."""
    text = data.draw(st.from_regex(sort.pattern))

    assert not sort.pattern.search(text) or sort.hint.search(text)


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("jo@example.org", "an e-mail address"),
        ("GB82 WEST 1234 5698 7654 32", "an account number"),
        ("078-05-1120", "a number of national insurance or social security"),
        ("AB 12 34 56 C", "a number of national insurance or social security"),
        ("+44 20 7946 0958", "a telephone number"),
        ("+14155550132", "a telephone number"),
        ("020 7946 0958", "a telephone number"),
        ("07700 900123", "a telephone number"),
        ("(415) 555-0132", "a telephone number"),
        ("415-555-0132", "a telephone number"),
        ("221B Baker Street", "an address"),
        ("10 Downing St", "an address"),
        ("PO Box 120", "an address"),
    ],
)
def test_in_english_numbers_and_addresses_of_its_countries_are_found(
    written: str, what: str
) -> None:
    """British and American ones, in the middle of a sentence."""
    with speaking("en"):
        (found,) = personal_data(f"Ask Jo ({written}), who knows.")

    assert (found.start, found.what) == (8, what)


@pytest.mark.parametrize(
    "written",
    [
        "In 2019 the 12 teams of Main Street Bank met 40 times",
        "Event ID 4625 and port 139/TCP, 000-12-3456",
        "ISBN 0-306-40615-2, pages 415-555, 2019-01-12",
        "doi 10.1111/1467-9280.00350 and CVE-2021-44228",
        "1,234,567.89 dollars and 0.0345 of 3 Great Ideas",
        "Version 10.0.19045 of Windows 11 Pro",
        "Dorpsstraat 12 and 111222333",
    ],
)
def test_in_english_other_numbers_are_left_alone(written: str) -> None:
    """Years, ports, versions, amounts, identifiers, and what only looks so in Dutch."""
    with speaking("en"):
        assert [*personal_data(written)] == []
