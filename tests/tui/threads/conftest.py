"""An archive in whose articles people say the same in other words."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from claims.comparison.meaning import vectors
from db.archive import open_archive
from tests.db.comparison import quoted
from tests.db.comparison.related import orr
from tests.tui.archives import make_archive
from tests.tui.threads.valley import fill, recorded


@pytest.fixture(scope="session")
def _valley(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of the archive: to find what claims mean takes its time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vectors, "_both", recorded)
        return fill(tmp_path_factory.mktemp("valley"))


@pytest.fixture
def valley(_valley: bytes, tmp_path: Path) -> Engine:
    """Articles on a dam and a school, one of them printed twice."""
    (tmp_path / "valley.db").write_bytes(_valley)
    return open_archive(str(tmp_path / "valley.db"))


@pytest.fixture
def dam(tmp_path: Path) -> Engine:
    """A statement that three other articles quote: altered, cut and in another's mouth."""
    engine = make_archive(tmp_path / "dam.db")
    quoted.dam(engine)
    return engine


@pytest.fixture(scope="session")
def _related(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("orr") / "orr.db"
    engine = make_archive(file)
    orr(engine)
    engine.dispose()
    return file.read_bytes()


@pytest.fixture
def related(_related: bytes, tmp_path: Path) -> Engine:
    """Two claims that a third denies, of which one updates the other."""
    (tmp_path / "orr.db").write_bytes(_related)
    return open_archive(str(tmp_path / "orr.db"))
