"""Does the same to many things in as many processes as there are processors.

A fork has all that was read, so nothing is handed over but results, by a file without a name. It
waits for nobody: when the build is killed, it ends by itself, and gives back the lock that it
shares with the build.
"""

from __future__ import annotations

import os
import pickle
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from typing import IO, TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this a fork costs more than it gives.
FEWEST = 300
# More take more memory than they save time.
_MOST = 4
# How much a process gives way, of 19.
_GENTLE = 5


def done_to_all(
    do: Callable[[Item], Result],
    items: Sequence[Item],
    fewest: int = FEWEST,
    processes: int | None = None,
) -> list[Result]:
    """Return what a function makes of each item, in their order.

    With fewer items, one processor or a system that cannot fork, all is done here. What the
    function leaves elsewhere, such as in a cache, may be lost.
    """
    count = processes or _processes()
    if len(items) < fewest or count == 1:
        return [do(item) for item in items]
    # Whatever the first one makes for all, the processes need not make each for itself.
    results = [do(items[0]), *cast("list[Result]", [None] * (len(items) - 1))]
    with ExitStack() as files:
        started = [
            _start(do, items[at::count], files.enter_context(tempfile.TemporaryFile()))
            for at in range(2, count + 1)
        ]
        results[1::count] = [do(item) for item in items[1::count]]
        for at, (process, file) in enumerate(started, start=2):
            results[at::count] = _finished(process, file) or [do(item) for item in items[at::count]]
    return results


def done_aside(do: Callable[[], Result], still: AbstractContextManager[object]) -> Result:
    """Return what a function makes, in a process of its own that gives way to all others.

    Threads of this process go on meanwhile. While it is forked, `still` keeps them from holding
    anything that the function needs.
    """
    if not hasattr(os, "fork"):
        return do()

    def gently(_: None) -> Result:
        os.nice(_GENTLE)
        return do()

    with tempfile.TemporaryFile() as file:
        with still:
            process, _ = _start(gently, [None], file)
        found: list[Result] | None = _finished(process, file)
    return found[0] if found else do()


def _processes() -> int:
    """Return how many processes can work; one where a fork is not there or not safe."""
    # What another thread holds would stay held for ever.
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST)


def _start(
    do: Callable[[Item], Result], items: Sequence[Item], file: IO[bytes]
) -> tuple[int, IO[bytes]]:
    """Let a process of its own write what it makes of some items to a file."""
    process = os.fork()
    if process:
        return process, file
    try:
        pickle.dump([do(item) for item in items], file, pickle.HIGHEST_PROTOCOL)
        file.flush()
        os._exit(0)
    finally:
        # Whatever went wrong goes wrong again where it is told.
        os._exit(1)


def _finished(process: int, file: IO[bytes]) -> list[Result] | None:
    """Return what a process made; nothing when it did not get so far."""
    _, status = os.waitpid(process, 0)
    if status:
        return None
    file.seek(0)
    found: list[Result] = pickle.load(file)  # noqa: S301 - our own, of a moment ago
    return found
