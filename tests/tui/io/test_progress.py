"""What standard error shows while articles are read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from tui.io.progress import Reading, pace, tell_passed_over, writing

if TYPE_CHECKING:
    from claims.engines.engine import Extracts


def test_files_that_were_passed_over_are_told_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    tell_passed_over({".pdf": 2, ".zip": 3})
    assert capsys.readouterr().err == "claims: passed over 5 files: 3 .zip, 2 .pdf\n"
    tell_passed_over({f".{n}": 1 for n in range(10)})
    assert capsys.readouterr().err.endswith(", 2 of other kinds\n")
    tell_passed_over({})
    assert capsys.readouterr().err == ""


def test_without_a_bar_only_trouble_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with Reading(3, shown=False) as reading:
        reading.done("a.txt", 4)
        reading.tell("b.txt: it\nis empty")
    assert capsys.readouterr().err == "claims: b.txt: it is empty\n"


def test_trouble_stands_above_the_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with Reading(1, shown=True) as reading:
        reading.tell("b.txt: [red] is empty")
    assert "claims: b.txt: [red] is empty" in capsys.readouterr().err


def test_an_export_may_show_nothing() -> None:
    with writing(shown=False) as progress:
        assert progress is None
    with writing(shown=True) as progress:
        assert progress is not None
        progress(1, 2)


def test_a_pace_is_told_in_all_and_by_worker() -> None:
    assert pace({}, 3) == pace({"a": 3}, 0) == ""
    assert pace({"a": 6}, 3) == "2.0/s"
    assert pace({"a": 6, "b": 3}, 3) == "3.0/s: 1.0, 2.0"
    assert pace({f"{n}": n for n in range(1, 9)}, 2) == "18.0/s by 8, 0.5 to 4.0"


def test_the_bar_tells_how_fast_workers_are(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The bar is drawn for terminals alone.
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    worked = {"one": 0, "other": 10_000}
    with Reading(2, shown=True) as reading:
        # Of an extractor it is asked for nothing but this.
        reading.by(cast("Extracts", SimpleNamespace(worked=worked)))
        worked["one"] = 100_000
        reading.done("a.txt")
    assert "/s: " in capsys.readouterr().err
