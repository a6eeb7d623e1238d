"""Fixtures of the app's tests: small archives in real files, no waiting for slow fingers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Engine

from db.archive import open_archive
from tests.db.lookalikes import fill
from tests.new_archives import copy_new
from tests.tui.archives import ARTICLES, LEAFLET, PIPELINE, MadeArticle, MadeClaim, make_archive

DELAYS: Final = {
    "tui.browse.filter.filter_bar.DEBOUNCE_SECONDS": 0.01,
    "tui.browse.facets.facet_pane.DEBOUNCE_SECONDS": 0.01,
    "tui.browse.results.DETAIL_SECONDS": 0.001,
    # However slow the machine is that tests run on.
    "tui.keys.in_order.MOST_SECONDS": 60.0,
}
"""What the app waits, and how long in tests."""


@pytest.fixture(autouse=True)
def _no_delays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for name, seconds in DELAYS.items():
        # Tests of no screen have not loaded them, and are quicker without.
        if name.rpartition(".")[0] in sys.modules:
            monkeypatch.setattr(name, seconds)


@pytest.fixture(autouse=True)
def _copied_when_new(monkeypatch: pytest.MonkeyPatch) -> None:
    copy_new(monkeypatch)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Engine]:
    """Two articles with eight claims."""
    engine = make_archive(tmp_path / "claims.db", ARTICLES)
    yield engine
    engine.dispose()


@pytest.fixture
def undated_archive(tmp_path: Path) -> Iterator[Engine]:
    """Three articles, of one of which neither outlet nor date is known."""
    engine = make_archive(tmp_path / "undated.db", (*ARTICLES, LEAFLET))
    yield engine
    engine.dispose()


@pytest.fixture
def empty_archive(tmp_path: Path) -> Iterator[Engine]:
    """An archive without articles."""
    engine = make_archive(tmp_path / "empty.db")
    yield engine
    engine.dispose()


@pytest.fixture
def long_archive(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """One article with 700 claims: more than three pages of rows."""
    sentences = [f"“Point {n} stands,” said Ilya Morozov." for n in range(700)]
    said = [
        MadeClaim(f"“Point {n} stands,”", "said", "Ilya Morozov", "Ilya Morozov")
        for n in range(700)
    ]
    story = MadeArticle("long", "Courier", PIPELINE.published, ["Points", *sentences], said)
    return make_archive(tmp_path_factory.mktemp("long") / "claims.db", [story])


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the config file is to be."""
    path = tmp_path / "config.toml"
    monkeypatch.setenv("CLAIMS_CONFIG", str(path))
    return path


@pytest.fixture
def no_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the default database would be, in a folder that is not there yet."""
    monkeypatch.delenv("CLAIMS_DB", raising=False)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "a/b"))
    return tmp_path / "a/b/claims.db"


@pytest.fixture
def lookalikes(tmp_path: Path) -> Engine:
    """The archive of what is called alike."""
    engine = open_archive(str(tmp_path / "lookalikes.db"))
    fill(engine)
    return engine
