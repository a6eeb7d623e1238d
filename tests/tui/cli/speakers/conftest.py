"""Fixtures that the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.cli.conftest import Run as RunOn
from tests.tui.cli.speakers.runs import Run


@pytest.fixture(name="run")
def _run(run: RunOn, archive: Path) -> Run:
    return Run(run, archive)


@pytest.fixture(autouse=True)
def _author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "ines")
