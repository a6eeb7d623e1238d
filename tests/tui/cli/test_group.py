"""Commands that are loaded when they run."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from tests.tui.cli.conftest import Run
from tui.cli.main import cli


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["list", "--speaker"], "claims list"),
        (["threads", "--limit"], "claims threads"),
        (["threads", "show", "--format"], "claims threads show"),
        (["review", "accept", "--why"], "claims review accept"),
        (["--db"], "claims"),
    ],
)
def test_an_option_without_its_value_leads_to_the_help_of_its_command(
    arguments: list[str], command: str
) -> None:
    done = CliRunner().invoke(cli, arguments, prog_name="claims")
    told = f"claims: Option '{arguments[-1]}' requires an argument; see '{command} --help'\n"
    assert (done.exit_code, done.stderr) == (2, told)


def test_an_option_is_not_mistaken_for_one_that_only_begins_with_no(run: Run) -> None:
    done = run("list", "--no-such")
    assert done.exit_code == 2
    assert done.stderr.startswith("claims: No such option '--no-such'; see '")
    assert "; did you mean '--no-hedged'?" in run("list", "--no-heged").stderr


def test_of_options_that_are_like_one_the_most_alike_is_named(run: Run) -> None:
    told = run("list", "--speker", "brandt").stderr
    assert told.startswith("claims: No such option '--speker'; did you mean '--speaker'? See '")


def test_an_option_that_is_cut_short_is_meant_in_full(run: Run) -> None:
    assert "; did you mean '--organization'? See '" in run("list", "--org", "x").stderr
    # Which of several is not sure.
    assert "did you mean" not in run("list", "--min", "x").stderr


def test_a_misspelt_command(run: Run) -> None:
    done = run("lst")
    assert done.exit_code == 2
    assert "did you mean 'list'?" in done.stderr
