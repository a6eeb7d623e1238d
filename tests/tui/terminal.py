"""Runs a program on a pseudo-terminal, as a person would."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

import pytest

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")

PATIENCE: Final = 60.0
"""Seconds of silence after which a program is taken to have stopped."""

_WAYS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def shown_by(
    command: Sequence[str],
    *,
    wait_for: str,
    send: str,
    size: tuple[int, int] = (100, 30),
    **env: str,
) -> tuple[str, int]:
    """All that a program writes to a terminal, and its exit status.

    Args:
        command: The program with its arguments.
        wait_for: Text that it shows once it is ready.
        send: What is typed then.
        size: Of the terminal, in columns and lines.
        env: Added to the environment.
    """
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**_outside(), "TERM": "xterm-256color", **env},
    )
    os.close(theirs)
    written = b""
    sent = False
    # Reading fails with EIO once the process has closed the other end.
    try:
        while True:
            if not select.select([ours], [], [], PATIENCE)[0]:
                process.kill()
                pytest.fail(f"nothing was shown any more, {wait_for!r} was{'' if sent else ' not'}")
            if not (part := os.read(ours, 65536)):
                break
            written += part
            if not sent and wait_for in _WAYS.sub("", written.decode(errors="ignore")):
                sent = True
                os.write(ours, send.encode())
    except OSError:
        pass
    os.close(ours)
    return written.decode(errors="replace"), process.wait(timeout=60)


def _outside() -> dict[str, str]:
    """The environment without the size of the terminal that the tests themselves run in."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
