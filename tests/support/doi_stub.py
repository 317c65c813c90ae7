"""A real server on this machine that answers as registries of DOIs do, well and badly."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serving import Silent, served

if TYPE_CHECKING:
    from collections.abc import Iterator

CSL = "application/vnd.citationstyles.csl+json"
WORK = {
    "type": "journal-article",
    "title": ["How work redesign interventions affect performance"],
    "container-title": ["Human Relations"],
    "volume": "74",
    "author": [{"family": "Knight", "given": "Caroline"}],
    "issued": {"date-parts": [[2021]]},
    "language": "en",
}
LONG_WAIT = 60


@dataclass(frozen=True)
class Reply:
    """What the server sends for one DOI; `slow` drips a byte now and then and never ends."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    slow: bool = False


def record(**changes: object) -> Reply:
    """Return the record of a work, with some of its values changed."""
    return Reply(200, json.dumps(WORK | changes).encode(), {"Content-Type": CSL})


REPLIES = {
    "/10.5555/work": record(),
    "/10.5555/capitals": record(title="HOW WORK REDESIGN AFFECTS PERFORMANCE", author=None),
    "/10.5555/agency": Reply(302, b"elsewhere", {"Location": "/agency/10.5555/work"}),
    "/agency/10.5555/work": record(),
    "/10.5555/loop": Reply(302, b"", {"Location": "/10.5555/loop"}),
    "/10.5555/to-http": Reply(302, b"", {"Location": "http://registry.example/work"}),
    "/10.5555/to-private": Reply(302, b"", {"Location": "https://192.168.1.1/admin"}),
    "/10.5555/to-link-local": Reply(302, b"", {"Location": "https://169.254.169.254/latest"}),
    "/10.5555/to-mapped": Reply(302, b"", {"Location": "https://[::ffff:10.0.0.1]/"}),
    "/10.5555/to-number": Reply(302, b"", {"Location": "https://2130706433/"}),
    "/10.5555/to-file": Reply(302, b"", {"Location": "file:///etc/passwd"}),
    "/10.5555/406": Reply(406, b"no"),
    "/10.5555/429": Reply(429, b"wait", {"Retry-After": "30"}),
    "/10.5555/429-date": Reply(429, b"wait", {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}),
    "/10.5555/403": Reply(403, b"no"),
    "/10.5555/503": Reply(503, b"later"),
    "/10.5555/html": Reply(
        200, b"<!doctype html><title>Work</title>", {"Content-Type": "text/html"}
    ),
    "/10.5555/html-as-json": Reply(200, b"\n<html></html>", {"Content-Type": CSL}),
    "/10.5555/broken": Reply(200, b'{"title": "How wo', {"Content-Type": CSL}),
    "/10.5555/deep": Reply(200, b"[" * 100_000, {"Content-Type": CSL}),
    "/10.5555/cut": Reply(200, b'{"title"', {"Content-Type": CSL, "Content-Length": "900"}),
    "/10.5555/list": Reply(200, b"[1, 2]", {"Content-Type": CSL}),
    "/10.5555/untitled": record(title=[]),
    "/10.5555/empty": Reply(204),
    "/10.5555/large": Reply(200, b'{"title": "' + b"a" * 1_000_001, {"Content-Type": CSL}),
    "/10.5555/slow": Reply(slow=True),
}


@dataclass(frozen=True)
class Stub:
    """Where the server is, and the headers of every question it was asked."""

    address: str
    asked: list[tuple[str, dict[str, str]]]


@contextmanager
def serving() -> Iterator[Stub]:
    """Run the server while it is needed."""
    asked: list[tuple[str, dict[str, str]]] = []
    stopping = threading.Event()

    class Handler(Silent):
        def do_GET(self) -> None:  # noqa: N802 - the base's name
            asked.append((self.path, dict(self.headers)))
            reply = REPLIES.get(self.path, Reply(404, b"unknown"))
            if reply.slow:
                self._drip()
                return
            self.send_response(reply.status)
            headers = {"Content-Length": str(len(reply.body))} | reply.headers
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def _drip(self) -> None:
            """Send one header byte at a time: no single read waits long."""
            end = time.monotonic() + LONG_WAIT
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
            while time.monotonic() < end and not stopping.wait(0.2):
                try:
                    self.wfile.write(b"a")
                except OSError:
                    return

    with served(Handler) as address:
        try:
            yield Stub(address, asked)
        finally:
            stopping.set()
