"""Asking before something is lost."""

from __future__ import annotations

import click

from tui.io.errors import CommandFailed
from tui.io.exits import ExitCode


def ask(question: str, otherwise: str) -> None:
    """Go on only if whoever is at the terminal, or what is piped in, says yes.

    Args:
        question: What is asked, on standard error.
        otherwise: What a no leads to, as one line.

    Raises:
        click.Abort: Nobody answered.
        CommandFailed: The answer was no.
    """
    if not click.confirm(question, err=True):
        raise CommandFailed(otherwise, ExitCode.FAILURE)
