"""What the subcommands of ``claims speakers`` cannot do, they tell in one line."""

from __future__ import annotations

import pytest

from tests.tui.cli.speakers.runs import Run


@pytest.mark.parametrize(
    ("arguments", "told", "code"),
    [
        (("show", "nobody"), "there is no speaker called 'nobody'", 2),
        (("merge", "okafor"), "Missing argument 'OTHERS...'", 2),
        (("merge", "okafor", "okafor"), "is one with Mira Okafor already", 2),
        (("split", "okafor"), "give either a name to split off or --article", 2),
        (("split", "okafor", "brandt"), "there is no speaker called 'brandt'", 2),
        (("split", "okafor", "--article", "a0"), "does not speak in a0", 2),
        (("suggest", "--accept", "99"), "there is no suggestion 99", 2),
        (("undo",), "there is nothing of yours to undo", 2),
        (("undo", "7"), "there is no act 7", 2),
        (("rename", "okafor", "…"), "'…' is not a name", 2),
        (("import", "nothing.csv"), "nothing.csv: no such file or directory", 1),
        (("--limit", "1", "show", "okafor"), "--limit does not go with show", 2),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    run: Run, arguments: tuple[str, ...], told: str, code: int
) -> None:
    result = run("speakers", *arguments, code=code)
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert "nothing was judged yet" in run("speakers", "history").stderr
