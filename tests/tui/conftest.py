"""Fixtures of the app's tests: small archives in real files, no waiting for slow fingers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.archives import PIPELINE, STORIES, Said, Story, make_archive
from tui.browse import results
from tui.browse.facets import facet_pane
from tui.browse.filter import filter_bar
from tui.keys import in_order as keys_in_order


@pytest.fixture(autouse=True)
def _no_delays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(filter_bar, "DEBOUNCE_SECONDS", 0.01)
    monkeypatch.setattr(facet_pane, "DEBOUNCE_SECONDS", 0.01)
    monkeypatch.setattr(results, "DETAIL_SECONDS", 0.001)
    # However slow the machine is that tests run on.
    monkeypatch.setattr(keys_in_order, "MOST_SECONDS", 60.0)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Engine]:
    """Two articles with eight claims."""
    engine = make_archive(tmp_path / "claims.db", STORIES)
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
        Said(f"“Point {n} stands,”", "said", "Ilya Morozov", "Ilya Morozov") for n in range(700)
    ]
    story = Story("long", "Courier", PIPELINE.published, ["Points", *sentences], said)
    return make_archive(tmp_path_factory.mktemp("long") / "claims.db", [story])
