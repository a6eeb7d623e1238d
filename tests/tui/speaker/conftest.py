"""Fixtures that the tests of this folder share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.archives import ARTICLES, make_archive
from tests.tui.speaker.page import RAILS


@pytest.fixture
def rails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Three articles: one person by his full name, his surname, and his initial."""
    monkeypatch.setenv("CLAIMS_USER", "ines")
    engine = make_archive(tmp_path / "rails.db", (*ARTICLES, RAILS))
    yield engine
    engine.dispose()
