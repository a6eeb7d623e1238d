"""Fixtures of the archive's tests: each test of ``archive`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, make_url

from db.archive import open_archive
from tests.db.archives import Desk, Server, copy_of, start_server
from tests.db.library import stock

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
def backend(request: pytest.FixtureRequest) -> str:
    """Each database that an archive can be in; the fixtures of one test have the same."""
    name: str = request.param
    return name


@pytest.fixture
def empty_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """URL of a database that holds nothing yet, on each backend."""
    if backend == "sqlite":
        yield str(tmp_path / "empty.db")
    else:
        with request.getfixturevalue("server").database() as url:
            yield url


@pytest.fixture
def archive(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty archive of the test's own, on each backend."""
    if backend == "sqlite":
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


@pytest.fixture(scope="session")
def _libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Engine]]:
    """The library on each backend that a test asked for."""
    made: dict[str, Engine] = {}
    yield made
    for engine in made.values():
        engine.dispose()


@pytest.fixture
def library(
    backend: str,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    _libraries: dict[str, Engine],
) -> Engine:
    """The library on trams, on each backend; many tests share it, so it refuses to be changed."""
    if backend not in _libraries:
        if backend == "sqlite":
            file = copy_of(
                request.getfixturevalue("template_file"), tmp_path_factory.mktemp("library")
            )
            url = str(file)
        else:
            template = request.getfixturevalue("template_database")
            url = request.getfixturevalue("server").create(template)
        engine = _libraries[backend] = open_archive(url)
        stock(engine)
        event.listen(engine, "commit", _refuse)
    return _libraries[backend]


def _refuse(connection: Connection) -> None:
    raise AssertionError("a test that changes the library needs a copy of its own: own_library")


@pytest.fixture
def own_library(archive: Engine) -> Engine:
    """The library on trams, on each backend, for a test that changes it."""
    stock(archive)
    return archive


@pytest.fixture
def desk(archive: Engine, tmp_path: Path) -> Desk:
    """A folder of articles beside an empty archive, on each backend."""
    folder = tmp_path / "articles"
    folder.mkdir()
    return Desk(archive, folder)
