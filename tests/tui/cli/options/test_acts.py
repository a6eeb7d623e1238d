"""Acts as history commands list them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from db.identity.acts import ActRow, Done
from tui.cli.options.acts import cells, tell_done, write_acts

WHEN = datetime(2024, 5, 16, 9, 30, 5, tzinfo=UTC)
HELD, UNDONE = ActRow(2, "ines", "merge A with B", WHEN, False), ActRow(1, "bo", "x", WHEN, True)


def test_a_row_tells_whether_the_act_still_holds() -> None:
    assert cells(HELD) == ["2", "2024-05-16 09:30", "ines", "holds", "merge A with B"]
    assert cells(UNDONE)[3] == "undone"


def test_json_has_all_of_each_act(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_acts([HELD, UNDONE], "jsonl")
    first, second = map(json.loads, capfdbinary.readouterr().out.splitlines())
    assert first["when"] == "2024-05-16T09:30:05+00:00"
    assert (first["act"], first["what"], first["undone"]) == (2, "merge A with B", False)
    assert second["undone"] is True


def test_a_table_of_none_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    write_acts([], "table")
    assert capsys.readouterr().err == "claims: nothing was judged yet\n"


def test_what_was_done_is_told_with_the_way_back(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    tell_done(Done(7, "joined"), "threads")
    assert capfdbinary.readouterr().out == b"joined (undo with 'claims threads undo 7')\n"
