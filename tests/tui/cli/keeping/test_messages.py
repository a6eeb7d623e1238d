"""What is told of an archive that was checked or kept."""

from __future__ import annotations

import pytest

from db.keeping.check import Checked
from db.keeping.problems import Problem
from tui.cli.keeping.messages import amount, tell_problems, tell_unsound


def test_very_many_problems_are_counted_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    tell_problems([Problem(f"text {n}", "does not have its hash") for n in range(1002)])
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "claims: text 0: does not have its hash"
    assert told[1000:] == ["claims: and 2 more problems"]


def test_what_is_sound_is_not_spoken_of(capsys: pytest.CaptureFixture[str]) -> None:
    tell_unsound(Checked(1, 2, []))
    assert capsys.readouterr().err == ""
    assert amount(Checked(1, 2_000, [])) == "1 article with 2,000 claims"
