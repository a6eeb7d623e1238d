"""Fixtures of the archive's tests: each test of ``archive`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Connection, Engine, event, make_url

from db.archive import open_archive
from tests.db.archives import Desk, Server, copy_of, start_server
from tests.db.identity.newsroom import Newsroom
from tests.db.library import stock
from tests.new_archives import copy_new

BACKENDS = ("sqlite", "postgresql")

on_sqlite: Final = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
"""For a test whose every statement another test runs on PostgreSQL too."""


@pytest.fixture(autouse=True)
def _copied_when_new(monkeypatch: pytest.MonkeyPatch) -> None:
    copy_new(monkeypatch)


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


Fill = Callable[[Engine], object]
"""Puts something into an empty archive."""
Filled = Callable[[Fill], Engine]


@pytest.fixture(scope="session")
def _shared() -> Iterator[dict[tuple[str, Fill], Engine]]:
    """The archives that tests share, by backend and what filled them."""
    made: dict[tuple[str, Fill], Engine] = {}
    yield made
    for engine in made.values():
        engine.dispose()


@pytest.fixture
def shared(
    backend: str,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    _shared: dict[tuple[str, Fill], Engine],
) -> Filled:
    """Archives on each backend that are filled once; they refuse to be changed."""

    def share(fill: Fill) -> Engine:
        key = backend, fill
        if key not in _shared:
            if backend == "sqlite":
                template = request.getfixturevalue("template_file")
                url = str(copy_of(template, tmp_path_factory.mktemp("shared")))
            else:
                template = request.getfixturevalue("template_database")
                url = request.getfixturevalue("server").create(template)
            engine = open_archive(url)
            fill(engine)
            event.listen(engine, "commit", _refuse)
            _shared[key] = engine
        return _shared[key]

    return share


def _refuse(connection: Connection) -> None:
    raise AssertionError("a test that changes an archive needs one of its own: copied")


@pytest.fixture(scope="session")
def _originals() -> dict[tuple[str, Fill], str]:
    """The files and databases that are copied, by backend and what filled them."""
    return {}


@pytest.fixture
def copied(
    backend: str,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
    _originals: dict[tuple[str, Fill], str],
) -> Iterator[Filled]:
    """Archives on each backend that are filled once and copied for each test."""
    with ExitStack() as left:

        def copy(fill: Fill) -> Engine:
            key = backend, fill
            if backend == "sqlite":
                if key not in _originals:
                    template = request.getfixturevalue("template_file")
                    _originals[key] = str(copy_of(template, tmp_path_factory.mktemp("original")))
                    _fill(_originals[key], fill)
                url = str(copy_of(Path(_originals[key]), tmp_path))
            else:
                server: Server = request.getfixturevalue("server")
                if key not in _originals:
                    made = server.create(request.getfixturevalue("template_database"))
                    _fill(made, fill)
                    _originals[key] = make_url(made).database or ""
                url = left.enter_context(server.database(_originals[key]))
            engine = open_archive(url)
            left.callback(engine.dispose)
            return engine

        yield copy


def _fill(url: str, fill: Fill) -> None:
    # Closing the last connection writes all into the one file, and lets a database be copied.
    engine = open_archive(url)
    fill(engine)
    engine.dispose()


@pytest.fixture
def library(shared: Filled) -> Engine:
    """The library on trams, on each backend; many tests share it, so it refuses to be changed."""
    return shared(stock)


@pytest.fixture
def own_library(copied: Filled) -> Engine:
    """The library on trams, on each backend, for a test that changes it."""
    return copied(stock)


@pytest.fixture(scope="session")
def _library_file(template_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = copy_of(template_file, tmp_path_factory.mktemp("library"))
    _fill(str(path), stock)
    return path


@pytest.fixture
def library_file(_library_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """The library on trams in a file of the test's own, for what has nothing to do with SQL."""
    engine = open_archive(str(copy_of(_library_file, tmp_path, "library.db")))
    yield engine
    engine.dispose()


@pytest.fixture
def desk(archive: Engine, tmp_path: Path) -> Desk:
    """A folder of articles beside an empty archive, on each backend."""
    folder = tmp_path / "articles"
    folder.mkdir()
    return Desk(archive, folder)


@pytest.fixture
def room(desk: Desk) -> Newsroom:
    """Berg by his full name, by his surname, and a woman of another name."""
    room = Newsroom(desk)
    room.article(("Tomas Berg", "mayor", "Elm City"))
    room.article(("Berg", None, None))
    room.article(("Ana Ruiz", None, None))
    return room
