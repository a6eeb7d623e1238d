"""Asking before something is lost."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from tui.cli.options.asking import ask


@click.command()
def forget() -> None:
    """Forget everything, after asking."""
    ask("Forget everything?", "nothing was forgotten")
    click.echo("forgotten")


@pytest.mark.parametrize(
    ("answer", "status", "told"),
    [("y\n", 0, "forgotten"), ("n\n", 1, "nothing was forgotten"), ("\n", 1, "nothing was")],
)
def test_only_a_yes_goes_on(answer: str, status: int, told: str) -> None:
    done = CliRunner().invoke(forget, input=answer)
    assert done.exit_code == status
    assert told in done.output


def test_no_answer_is_no_yes() -> None:
    assert CliRunner().invoke(forget, input="").exit_code != 0
