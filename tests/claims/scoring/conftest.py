"""Fixtures that the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.scoring.sample import write_gold


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_gold(tmp_path)
