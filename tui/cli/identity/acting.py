"""What the subcommands that judge have in common: the author, and the line that tells of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui.cli.streams import data_output

if TYPE_CHECKING:
    from db.judging import Done

Function = TypeVar("Function", bound=Callable[..., Any])


def author_option(function: Function) -> Function:
    """``--author``: who judges."""
    return click.option(
        "--author",
        metavar="NAME",
        help="Who judges. [default: $CLAIMS_AUTHOR, else the name of your account]",
    )(function)


def tell_done(done: Done) -> None:
    """Say what was done, and how to undo it."""
    data_output().write(f"{done.told} (undo with 'claims speakers undo {done.number}')\n")
