"""``--force``, and asking before a file is replaced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from tui.cli.options.asking import ask
from tui.io.errors import CommandFailed
from tui.io.exits import ExitCode
from tui.io.streams import in_is_terminal

Function = TypeVar("Function", bound=Callable[..., Any])


def force_option(function: Function) -> Function:
    """``--force``: replace a file without asking."""
    return click.option("--force", is_flag=True, help="Replace a file that exists; do not ask.")(
        function
    )


def ask_to_replace(output: str, *, force: bool) -> None:
    """Go on only where no file would be lost that nobody meant to replace.

    Args:
        output: The file to write, "-" for standard output; a device or pipe is no loss.
        force: It may be replaced.

    Raises:
        CommandFailed: Nobody can be asked, or whoever was asked said no.
    """
    if force or output == "-" or not Path(output).is_file():
        return
    if not in_is_terminal():
        raise CommandFailed(f"{output}: exists; --force replaces it", ExitCode.FAILURE)
    ask(f"{output} exists. Replace it?", "nothing was written")
