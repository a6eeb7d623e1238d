"""New archives, of which tests copy most, are those that the migrations make."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.connection.engine import connect, database_url
from db.migrations.run import upgrade
from tests.db.migrations.test_run import objects
from tests.new_archives import copy_new


@pytest.fixture
def nothing(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[Engine]]:
    """Three empty databases, on each backend."""
    with ExitStack() as left:
        if backend == "sqlite":
            urls = [str(tmp_path / f"{n}.db") for n in range(3)]
        else:
            server = request.getfixturevalue("server")
            urls = [left.enter_context(server.database()) for _ in range(3)]
        engines = [connect(database_url(url)) for url in urls]
        yield engines
        for engine in engines:
            engine.dispose()


def test_a_copy_is_what_they_make(nothing: list[Engine], monkeypatch: pytest.MonkeyPatch) -> None:
    migrated, *copies = nothing
    upgrade(migrated)
    copy_new(monkeypatch)
    for copy in copies:
        upgrade(copy)
    assert all(objects(copy) == objects(migrated) for copy in copies)
