"""Every way in which a registry may answer has an outcome that a person understands."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

import pytest

from doi_stub import CSL, WORK, Stub, serving
from kennisbank.sources.importing import doi_lookup
from kennisbank.sources.importing.doi_lookup import (
    UnsafeAddressError,
    is_public,
    look_up,
    may_be_asked,
    public_address,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

AGENT = "kennisbank/1 (+https://voorbeeld.nl/)"


@pytest.fixture(autouse=True)
def _little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits a second and who waits five learn the same."""
    assert doi_lookup.TIME_LIMIT == 5
    monkeypatch.setattr(doi_lookup, "TIME_LIMIT", 1)


@pytest.fixture(scope="module")
def stub() -> Iterator[Stub]:
    """The server, for all tests of this file."""
    with serving() as server:
        yield server


@pytest.mark.parametrize("doi", ["10.5555/work", "10.5555/agency"])
def test_the_record_comes_back_also_by_way_of_the_agency(stub: Stub, doi: str) -> None:
    """Every server on the way is told what we want and who we are."""
    stub.asked.clear()
    answer = look_up(doi, AGENT, stub.address)

    assert json.loads(answer.body) == WORK
    assert answer.message == ""
    for _, headers in stub.asked:
        assert headers["Accept"].startswith(CSL)
        assert headers["User-Agent"] == AGENT


@pytest.mark.parametrize(
    ("doi", "message", "hint"),
    [
        ("404", "het register kent deze DOI niet.", "Kijk of u de DOI goed hebt overgenomen."),
        ("406", "het register heeft van dit werk geen gegevens in een vorm", "Vul de bron zelf in"),
        ("429", "het register krijgt te veel vragen", "Probeer het over 30 seconden opnieuw."),
        ("429-date", "het register krijgt te veel vragen", "Probeer het later opnieuw."),
        ("403", "het register weigert te antwoorden (403).", "Vul de bron zelf in."),
        ("503", "het register heeft een storing (503).", "Probeer het later opnieuw."),
        ("html", "er kwam een webpagina in plaats van gegevens.", "Vul de bron zelf in."),
        ("html-as-json", "er kwam een webpagina in plaats van gegevens.", "Vul de bron zelf in."),
        ("empty", "het register stuurt een leeg antwoord.", "Vul de bron zelf in."),
        ("large", "het antwoord is groter dan 1 MB.", "Vul de bron zelf in."),
        ("loop", "het register verwijst door, maar niet naar", "Vul de bron zelf in."),
        (
            "to-http",
            "het register verwijst door naar een onveilig adres (http://registry.example/work).",
            "Vul de bron zelf in.",
        ),
        *(
            (
                f"to-{name}",
                f"het register verwijst door naar een onveilig adres ({address}",
                "Vul de bron zelf in.",
            )
            for name, address in (
                ("private", "https://192.168.1.1/admin)."),
                ("link-local", "https://169.254.169.254/latest)."),
                ("mapped", "https://[::ffff:10.0.0.1]/)."),
                ("number", "2130706433)."),
            )
        ),
        ("to-file", "het register verwijst door, maar niet naar", "Vul de bron zelf in."),
        ("slow", "er kwam binnen 1 seconden geen antwoord.", "Probeer het later opnieuw."),
    ],
)
def test_an_answer_that_is_no_record_says_why(
    stub: Stub, doi: str, message: str, hint: str
) -> None:
    """There are no bytes, and the sentence says what to do; only a 404 means unknown."""
    answer = look_up(f"10.5555/{doi}", AGENT, stub.address)

    assert answer.body == b""
    assert answer.message.startswith(message)
    assert answer.hint.startswith(hint)
    assert answer.unknown is (doi == "404")


def test_without_network_that_is_what_it_says() -> None:
    """A port on which nobody listens is a network that is not there."""
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{reserved.getsockname()[1]}"
        answer = look_up("10.5555/work", AGENT, address)

    assert answer.message == "er is geen verbinding met het register."


def test_a_server_that_speaks_no_http_is_no_traceback() -> None:
    """Anything may listen at an address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"https://127.0.0.1:{server.getsockname()[1]}"
        server.listen()
        answer = look_up("10.5555/work", AGENT, address)

    assert answer.body == b""
    assert answer.message


def test_a_doi_cannot_leave_its_place_in_the_address(stub: Stub) -> None:
    """What means something in an address is written so that it does not."""
    stub.asked.clear()
    look_up("10.5555/a?b#c d\r\nX: y", AGENT, stub.address)

    assert [path for path, _ in stub.asked] == ["/10.5555/a%3Fb%23c%20d%0D%0AX%3A%20y"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://doi.org", True),
        ("http://127.0.0.1:8080/doi", True),
        ("http://localhost", True),
        ("http://[::1]:9", True),
        ("http://doi.org", False),
        ("http://127.0.0.1.example.org", False),
        ("https://", False),
        ("ftp://doi.org", False),
        ("file:///etc/passwd", False),
        ("doi.org", False),
        ("http://[", False),
    ],
)
def test_only_https_and_this_machine_may_be_asked(address: str, *, expected: bool) -> None:
    """A name that only begins like this machine is another machine."""
    assert may_be_asked(address) is expected


def test_the_world_may_not_send_us_to_this_machine() -> None:
    """After https only https follows."""
    assert not may_be_asked("http://127.0.0.1/", loopback=False)


@pytest.mark.parametrize(
    "address",
    [
        *("https://127.0.0.1/", "https://localhost/", "https://localhost./", "https://[::1]/"),
        *("https://10.0.0.1/", "https://172.16.3.4/", "https://192.168.1.1/", "https://0.0.0.0/"),
        *("https://169.254.169.254/", "https://[fe80::1]/", "https://[fd00::1]/"),
        *("https://100.64.0.1/", "https://224.0.0.1/", "https://[::ffff:127.0.0.1]/"),
        *("https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://192.0.2.1/"),
    ],
)
def test_the_world_may_not_send_us_into_a_network(address: str) -> None:
    """An address of this machine, of a network or of nobody is not asked, also over https."""
    assert not may_be_asked(address, loopback=False)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "::1"])
def test_a_name_that_leads_into_a_network_is_refused(host: str) -> None:
    """What counts is the address that the name has, and not how it is written."""
    with pytest.raises(UnsafeAddressError):
        public_address(host, 443)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_an_address_of_the_internet_is_asked(address: str) -> None:
    """Also by way of a network that has only the new addresses."""
    assert is_public(address)
    assert may_be_asked(f"https://[{address}]/" if ":" in address else f"https://{address}/")
    assert public_address("8.8.8.8", 443) == "8.8.8.8"


@pytest.mark.parametrize(
    "address",
    [
        *("::127.0.0.1", "::10.0.0.1", "::ffff:0:127.0.0.1", "::ffff:0:10.0.0.1", "fec0::1"),
        *("64:ff9b:1::7f00:1", "3fff::1", "5f00::1", "192.88.99.1"),
    ],
)
def test_an_address_that_hides_another_or_is_nobodys_is_not_public(address: str) -> None:
    """Ways to write one of this machine that are out of use, and ranges that were set apart."""
    assert not is_public(address)
