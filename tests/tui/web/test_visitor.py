"""The app for one visitor: what stands in the way is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.web.visitor import main


def test_a_database_that_is_not_there_ends_it_with_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "none.db"))
    monkeypatch.setenv("TEXTUAL_DRIVER", "")
    assert main(["fresh", "writing"]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"claims: {tmp_path / 'none.db'}: no such database")
    assert told.count("\n") == 1


def test_a_filter_line_that_makes_no_sense_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "")
    assert main(["restored", "writing", "type:loud"]) == 2
    assert "type:loud is unknown" in capsys.readouterr().err
