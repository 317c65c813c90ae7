"""A command becomes what it shows on a terminal of its own, and the code it leaves with."""

from __future__ import annotations

import os
import pty
import signal
import subprocess


def on_terminal(
    command: list[str],
    environment: dict[str, str],
    stop_at: bytes | None = None,
    typed: bytes = b"",
) -> tuple[bytes, int]:
    """Run a command on a terminal of its own; press Ctrl-C when it shows the given words."""
    # What a shell starts in the background ignores Ctrl-C, and so would all that it starts itself.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    reader, terminal = pty.openpty()
    running = subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment
    )
    os.close(terminal)
    os.write(reader, typed)
    output = b""
    while chunk := _read(reader):
        output += chunk
        if stop_at and stop_at in output:
            running.send_signal(signal.SIGINT)
            stop_at = None
    os.close(reader)
    return output, running.wait(timeout=30)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux tells in this way that the other end is closed.
        return b""
