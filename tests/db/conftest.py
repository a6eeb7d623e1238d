"""Fixtures of the archive's tests: each test of ``archive`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url

from db.archive import open_archive
from tests.db.archives import Desk, Server, copy_of, start_server

BACKENDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, started when the first test asks for one."""
    server = start_server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty archive in a file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "claims.db"
    open_archive(str(path)).dispose()
    return path


@pytest.fixture(scope="session")
def template_database(server: Server) -> Iterator[str]:
    """Name of an empty archive on the server, to be copied."""
    with server.database() as url:
        open_archive(url).dispose()
        yield make_url(url).database or ""


@pytest.fixture(params=BACKENDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """URL of a database that holds nothing yet, on each backend."""
    if request.param == "sqlite":
        yield str(tmp_path / "empty.db")
    else:
        with request.getfixturevalue("server").database() as url:
            yield url


@pytest.fixture(params=BACKENDS)
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty archive of the test's own, on each backend."""
    if request.param == "sqlite":
        engine = open_archive(str(copy_of(request.getfixturevalue("template_file"), tmp_path)))
        yield engine
        engine.dispose()
        return
    template = request.getfixturevalue("template_database")
    with request.getfixturevalue("server").database(template) as url:
        engine = open_archive(url)
        yield engine
        engine.dispose()


@pytest.fixture
def sqlite_archive(template_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """An empty archive in a file, for what only SQLite does; another one than ``archive``."""
    engine = open_archive(str(copy_of(template_file, tmp_path, "sqlite.db")))
    yield engine
    engine.dispose()


@pytest.fixture
def desk(archive: Engine, tmp_path: Path) -> Desk:
    """A folder of articles beside an empty archive, on each backend."""
    folder = tmp_path / "articles"
    folder.mkdir()
    return Desk(archive, folder)
