"""What standard error shows while articles are read."""

from __future__ import annotations

import pytest

from tui.io.progress import Reading, tell_passed_over, writing


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
