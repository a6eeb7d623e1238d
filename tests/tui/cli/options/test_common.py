"""Options that several commands share."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from tui.cli.main import cli
from tui.cli.options.common import WORDS


def test_words_say_something() -> None:
    assert WORDS.convert("  ice ", None, None) == "ice"


@pytest.mark.parametrize(("text", "told"), [("  ", "it is empty"), ("\ud800", "not valid UTF-8")])
def test_what_no_database_could_store_is_refused(text: str, told: str) -> None:
    with pytest.raises(click.UsageError, match=told):
        WORDS.convert(text, None, None)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--db", "", "list"),
        ("--db=", "list"),
        ("list", "--db", " "),
        ("copy", "--to", ""),
        ("copy", "--from", "", "--to", "x.db"),
    ],
)
def test_an_empty_database_is_not_the_default_one(arguments: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert "it is empty" in result.stderr
