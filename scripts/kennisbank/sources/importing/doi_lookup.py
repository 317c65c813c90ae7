"""Asks the registries of DOIs for a work; the only module that uses the network.

The registry is not trusted: what it sends is limited in size, time and address, and read elsewhere.

One file: all that touches the network is here, to be looked through at once.
"""

from __future__ import annotations

import socket
import ssl
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from kennisbank.messages import N_, _

DEFAULT_ADDRESS = "https://doi.org"
TIME_LIMIT = 5.0
SIZE_LIMIT = 1_000_000
_ACCEPT = "application/vnd.citationstyles.csl+json, application/json;q=0.5"
_BY_HAND = N_("Fill in the source yourself.")
# Where an address of the old internet hides at the end of a new one: for networks that have only
# the new, and as older programs wrote it.
_HIDING = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"), IPv6Network("::ffff:0:0:0/96"))
# For use inside a network, or for nobody, which Python 3.11 does not know of all.
_INSIDE = (
    *(IPv6Network("64:ff9b:1::/48"), IPv6Network("fec0::/10"), IPv6Network("3fff::/20")),
    *(IPv6Network("5f00::/16"), IPv4Network("192.88.99.0/24")),
)
# Of digits of a number of seconds or works that anybody would wait for.
_LONGEST_NUMBER = 6
_LATER = N_("Try again later.")


@dataclass(frozen=True, slots=True)
class RegistryAnswer:
    """The bytes that came back; where there are none, why not and what to do."""

    body: bytes = b""
    message: str = ""
    hint: str = ""
    # The registry knows no such work, so nothing can be filled in by hand either.
    unknown: bool = False
    # After how many seconds it wants to be asked again, where it says so.
    wait: int = 0
    # Of a list that comes in pages, how long it is; 0 where the registry does not say.
    total: int = 0


class UnsafeAddressError(Exception):
    """A redirect leads to an address that nobody should ask."""


def may_be_asked(address: str, *, loopback: bool = True) -> bool:
    """Return whether an address is https, or http on this machine itself where that is allowed."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(host) and _may_be_public(host, loopback=loopback)
    return parts.scheme == "http" and loopback and _is_loopback(host)


def look_up(doi: str, agent: str, address: str = DEFAULT_ADDRESS) -> RegistryAnswer:
    """Ask the registry at an address for the record of a DOI; takes at most 5 seconds."""
    return ask(f"{address.rstrip('/')}/{quote(doi, safe='/')}", agent)


def ask(address: str, agent: str) -> RegistryAnswer:
    """Ask a registry for what is at an address; takes at most 5 seconds."""
    answers: SimpleQueue[RegistryAnswer] = SimpleQueue()
    # A time limit of a socket counts each byte anew, and names are looked up without any.
    Thread(target=lambda: answers.put(_ask(address, agent)), daemon=True).start()
    try:
        return answers.get(timeout=TIME_LIMIT)
    except Empty:
        return RegistryAnswer(
            message=_("no answer came within {seconds} seconds.", seconds=f"{TIME_LIMIT:.0f}"),
            hint=_(_LATER),
        )


def _ask(address: str, agent: str) -> RegistryAnswer:
    request = Request(address, headers={"Accept": _ACCEPT, "User-Agent": agent})  # noqa: S310 - checked
    try:
        with _opener(address).open(request, timeout=TIME_LIMIT) as response:
            return _read(response.read(SIZE_LIMIT + 1), response.headers)
    except HTTPError as error:
        # Entering it would fail where a redirect has closed it already.
        with closing(error):
            return _refusal(error.code, error.headers.get("Retry-After") or "")
    except UnsafeAddressError as error:
        message = _("the register leads on to an address that is not safe ({error}).", error=error)
        return RegistryAnswer(message=message, hint=_(_BY_HAND))
    except (HTTPException, UnicodeError, ValueError):
        return RegistryAnswer(message=_("the answer is cut off or cannot be read."), hint=_(_LATER))
    except OSError as error:
        return _no_connection(error)


def _read(body: bytes, headers: HTTPMessage) -> RegistryAnswer:
    content_type, total = headers.get("Content-Type", ""), headers.get("Total-Results", "")
    if len(body) > SIZE_LIMIT:
        return RegistryAnswer(message=_("the answer is larger than 1 MB."), hint=_(_BY_HAND))
    if "html" in content_type or body.lstrip()[:1] == b"<":
        message = _("a web page came instead of data.")
        return RegistryAnswer(message=message, hint=_(_BY_HAND))
    if not body.strip():
        return RegistryAnswer(message=_("the register sends an empty answer."), hint=_(_BY_HAND))
    return RegistryAnswer(body, total=_number(total))


def _number(text: str, otherwise: int = 0) -> int:
    text = text.strip()
    is_number = text.isascii() and text.isdecimal() and len(text) < _LONGEST_NUMBER
    return int(text) if is_number else otherwise


def _refusal(code: int, retry_after: str) -> RegistryAnswer:
    if code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        hint = _("See whether you copied the DOI right.")
        return RegistryAnswer(
            message=_("the register does not know this DOI."), hint=hint, unknown=True
        )
    if code == HTTPStatus.NOT_ACCEPTABLE:
        message = _("the register has no data of this work in a form that fits here.")
        return RegistryAnswer(message=message, hint=_(_BY_HAND))
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        wait = retry_after.strip()
        hint = _("Try again in {wait} seconds.", wait=wait) if wait.isdecimal() else _(_LATER)
        return RegistryAnswer(
            message=_("the register gets too many questions and asks to wait."),
            hint=hint,
            wait=_number(wait, otherwise=1),
        )
    if code < HTTPStatus.BAD_REQUEST:
        message = _("the register leads on, but to no address that can be followed.")
        return RegistryAnswer(message=message, hint=_(_BY_HAND))
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return RegistryAnswer(
            message=_("the register is out of order ({code}).", code=code),
            hint=_(_LATER),
            wait=_number(retry_after),
        )
    return RegistryAnswer(
        message=_("the register refuses to answer ({code}).", code=code), hint=_(_BY_HAND)
    )


def _no_connection(error: OSError) -> RegistryAnswer:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return RegistryAnswer(
            message=_("no answer came within {seconds} seconds.", seconds=f"{TIME_LIMIT:.0f}"),
            hint=_(_LATER),
        )
    if isinstance(reason, ssl.SSLError):
        message = _("the secure connection with the register cannot be trusted.")
        return RegistryAnswer(message=message, hint=_("Ask who manages your network for help."))
    hint = _("See whether you have the internet, or fill in the source yourself.")
    return RegistryAnswer(message=_("there is no connection with the register."), hint=hint)


class _CarefulRedirects(HTTPRedirectHandler):
    """Follows a redirect only to an address that may be asked."""

    def __init__(self, *, loopback: bool) -> None:
        self.loopback = loopback

    def redirect_request(  # noqa: PLR0913, PLR0917 - the base has as many
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Return the next request, or stop at an address that is not safe."""
        address = urljoin(req.full_url, newurl)
        if not may_be_asked(address, loopback=self.loopback):
            raise UnsafeAddressError(address[:200])
        # Whatever stands in the redirect itself is nobody's business, and may be endless.
        fp.close()
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _CarefulConnection(HTTPSConnection):
    """Connects to no address inside a network, except of the one host that was asked for."""

    def __init__(self, host: str, *, own: str, **settings: Any) -> None:  # noqa: ANN401 - the base's
        super().__init__(host, **settings)
        self.own = own
        # The base looks the name up again after any check of ours, and may get another answer.
        self._create_connection = self._connected

    def _connected(
        self,
        address: tuple[str, int],
        timeout: float,
        source_address: tuple[str, int] | None = None,
    ) -> socket.socket:
        # What a proxy connects to is up to the proxy, which is the only one that knows.
        if getattr(self, "_tunnel_host", None) or self.host == self.own:
            return socket.create_connection(address, timeout, source_address)
        return socket.create_connection((public_address(*address), address[1]), timeout)


class _CarefulHandler(HTTPSHandler):
    """Opens https with careful connections."""

    def __init__(self, own: str) -> None:
        super().__init__()
        self.own = own

    def https_open(self, req: Request) -> HTTPResponse:
        """Open a request by a connection of our own."""
        return self.do_open(partial(_CarefulConnection, own=self.own), req)


def public_address(host: str, port: int) -> str:
    """Return the first address of a host, of which none may be inside a network.

    Raises:
        UnsafeAddressError: when one is of this machine, of a network, or of nobody.
        OSError: when the host has no address.
    """
    found = [one[4][0] for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not all(is_public(str(one)) for one in found):
        raise UnsafeAddressError(host[:200])
    return str(found[0])


def is_public(address: str) -> bool:
    """Return whether an IP address is one that all of the internet shares."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if any(found in one for one in _HIDING):
            inner = IPv4Address(int(found) & 0xFFFFFFFF)
        found = inner or found
    inside = any(found in one for one in _INSIDE)
    return found.is_global and not found.is_multicast and not inside


def _may_be_public(host: str, *, loopback: bool) -> bool:
    """Return whether a host is no address inside a network; a name is looked up later."""
    try:
        return is_public(host) or (loopback and _is_loopback(host))
    except ValueError:
        return loopback or host.rstrip(".") != "localhost"


def _opener(address: str) -> OpenerDirector:
    """Return what opens http and https only; a question to this machine passes no proxy."""
    own = urlsplit(address).hostname or ""
    loopback = _is_loopback(own)
    opener = OpenerDirector()
    for handler in (
        ProxyHandler({} if loopback else None),
        HTTPHandler(),
        _CarefulHandler(own),
        _CarefulRedirects(loopback=loopback),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
