"""Commands that are loaded when they run."""

from __future__ import annotations

from tests.tui.cli.conftest import Run


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
