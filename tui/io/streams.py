"""The two outputs: standard output is for results alone, standard error for all that is told."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from typing import Any, BinaryIO, Final, TextIO

import click

from tui.text.safe_text import NO_WIDTH, safe_block, safe_line

PIPE_WIDTH: Final = 160
"""Width in cells for layouts that need one where no terminal gives it."""


def one_line(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would obey."""
    return " ".join(safe_line(text).replace(NO_WIDTH, "").split())


def tell(message: str) -> None:
    """Write one line to standard error, under the command's name."""
    click.echo(f"claims: {one_line(message)}", err=True)


def out_is_terminal() -> bool:
    """Whether results are read by a person on a terminal."""
    return sys.stdout.isatty()


def in_is_terminal() -> bool:
    """Whether a person can type."""
    return sys.stdin is not None and sys.stdin.isatty()


def missing_terminal() -> str | None:
    """Which standard stream keeps a full-screen app from running: "input" …; None if none does.

    Textual reads from standard input and draws on standard error.
    """
    if not in_is_terminal():
        return "input"
    if not out_is_terminal():
        return "output"
    return None if sys.stderr.isatty() else "error"


def err_is_animated() -> bool:
    """Whether standard error is a terminal that can redraw a progress bar."""
    return sys.stderr.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")


def width() -> int:
    """Width of the output in cells: the terminal's, else ``$COLUMNS``, else ``PIPE_WIDTH``."""
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns


def spell_unencodable() -> None:
    """Let both outputs spell out what their encoding lacks, rather than fail on it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def data_output() -> TextIO:
    """Standard output as UTF-8 with newlines untouched, whatever the locale says.

    A lone surrogate is spelled ``\\udcXX``, which inside a JSON string is its proper escape.
    """
    if out_is_terminal():
        return _Shown()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    return sys.stdout


def binary_output() -> BinaryIO:
    """Standard output for what is no text.

    Raises:
        click.UsageError: It is a terminal.
    """
    if out_is_terminal():
        raise click.UsageError("a terminal cannot show this format; -o FILE writes it to a file")
    return sys.stdout.buffer


class _Shown(io.StringIO):
    """Data on its way to a terminal, which must not obey what it holds."""

    def write(self, text: str) -> int:
        sys.stdout.write(safe_block(text.replace("\r\n", "\n")))
        return len(text)

    def flush(self) -> None:
        sys.stdout.flush()


def json_text(value: Any, *, indent: int | None = None) -> str:
    """``value`` as JSON with letters of every script as they are; dates as ISO 8601."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=str)


def silence_output() -> None:
    """Send what is still buffered nowhere, so that no second error follows a closed pipe."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except OSError:
        # Output is not a file of the system's (a test's buffer): nothing can fail later.
        pass
