"""Fixtures that the tests of this folder share."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "ines")
