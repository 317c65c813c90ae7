"""Work is shared between processes, and the result is that of one."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest

from kennisbank import workers
from kennisbank.build import build_site
from kennisbank.workers import FEWEST, done_aside, done_to_all
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

MANY = range(FEWEST + 7)


def test_the_results_stand_in_the_order_of_the_items() -> None:
    """Whoever was ready first."""
    assert done_to_all(lambda item: item * 2, MANY, processes=3) == [item * 2 for item in MANY]


def test_many_things_are_done_in_more_processes() -> None:
    """The first one here, so that what it leaves is there for all, and then each its share."""
    found = done_to_all(lambda _: os.getpid(), MANY, processes=3)

    assert found[:2] == [os.getpid()] * 2
    assert len(set(found)) == 3
    assert {found.count(one) for one in set(found)} <= {102, 103}


def test_few_things_are_done_here() -> None:
    """To start a process takes longer."""
    assert set(done_to_all(lambda _: os.getpid(), range(3), processes=2)) == {os.getpid()}


def test_beside_another_thread_nothing_is_forked() -> None:
    """What that thread holds would be held for ever in the new process."""
    wait = threading.Event()
    thread = threading.Thread(target=wait.wait)
    thread.start()
    try:
        assert set(done_to_all(lambda _: os.getpid(), MANY)) == {os.getpid()}
    finally:
        wait.set()
        thread.join()


def test_a_fault_in_another_process_is_told_here() -> None:
    """As it would be without one."""
    with pytest.raises(ZeroDivisionError):
        done_to_all(lambda item: 1 // (item - FEWEST), MANY, processes=2)


def test_what_a_killed_process_did_not_make_is_made_here() -> None:
    """The system may end one that takes much memory."""
    here = os.getpid()

    def made(item: int) -> int:
        if os.getpid() != here and item > FEWEST // 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    assert done_to_all(made, MANY, processes=2) == list(MANY)


def test_what_is_done_aside_is_done_by_another_process() -> None:
    """What it makes comes back, and other threads stood still while it began."""
    lock = threading.Lock()
    found = done_aside(lambda: (os.getpid(), lock.locked()), lock)

    assert found[0] != os.getpid()
    assert found[1]
    assert not lock.locked()


def test_what_failed_aside_is_done_here() -> None:
    """So that a fault is told as it would be without another process."""
    here = os.getpid()

    def made() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    assert done_aside(made, threading.Lock()) == 7


def test_a_site_made_by_many_is_that_made_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages, their linked data and all files are the same bytes."""
    term = (
        "title: Begrip {}\nsummary: Zie [[term:term-{}]].\nreviewed: 2026-01-01\ndefinition: K.\n"
    )
    count = FEWEST + 1
    terms = {f"terms/term-{n}.yml": term.format(n, (n + 1) % count) for n in range(count)}
    root = write_files(tmp_path, terms)
    by_one = build_site(root)
    monkeypatch.setattr(workers, "_processes", lambda: 2)
    by_many = build_site(root)

    assert len(by_many.pages) > count
    assert by_many.pages == by_one.pages
    assert by_many.files == by_one.files
