"""Commands that are loaded when they run."""

from __future__ import annotations

from tests.tui.cli.conftest import Run


def test_an_option_is_not_mistaken_for_one_that_only_begins_with_no(run: Run) -> None:
    done = run("list", "--no-such")
    assert done.exit_code == 2
    assert done.stderr.startswith("claims: No such option '--no-such'; see '")
    assert "'--no-hedged'" in run("list", "--no-heged").stderr


def test_a_misspelt_command(run: Run) -> None:
    done = run("lst")
    assert done.exit_code == 2
    assert "did you mean 'list'?" in done.stderr
