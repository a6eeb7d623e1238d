"""Fixtures of the tests of migrations."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _copied_when_new() -> None:
    """In place of the one that spares new archives the migrations: here they are what is tested."""
