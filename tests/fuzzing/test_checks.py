"""A few inputs of each kind, and all that once failed; ``python -m bench.fuzz`` tries many more."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzzing.checks import TARGETS, check_cells, check_file, check_line, check_quotations

FOUND: Final = sorted(Path(__file__).with_name("found").glob("*-*.*"))
_FEW: Final = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_it_holds_of_any(name: str) -> None:
    _FEW(given(TARGETS[name].inputs)(TARGETS[name].check))()


@pytest.mark.slow
@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_it_holds_of_what_once_failed(path: Path) -> None:
    name, _, rest = path.name.partition("-")
    target = TARGETS[name]
    target.check(target.read(rest.partition(".")[2], path.read_bytes()))


def test_what_does_not_hold_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzzing.checks.tame", lambda cell: cell)
    with pytest.raises(AssertionError):
        check_cells([["=1+1", "", ""]])
    monkeypatch.setattr("tests.fuzzing.checks.MOST_SECONDS", 0)
    with pytest.raises(AssertionError, match="too long"):
        check_file(("txt", b"A page."))
    with pytest.raises(AssertionError, match="too long"):
        check_quotations("“A page.”")
    with pytest.raises(AssertionError, match="too long"):
        check_line("speaker:berg")
