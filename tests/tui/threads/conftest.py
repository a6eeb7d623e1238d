"""An archive in whose articles people say the same in other words."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.archive import open_archive
from tests.db.archives import Desk as Ingesting
from tests.db.comparison.threaded import ARTICLES, article


@pytest.fixture(scope="session")
def _valley(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of the archive: to find what claims mean takes its time."""
    folder = tmp_path_factory.mktemp("valley")
    engine = open_archive(str(folder / "claims.db"))
    (folder / "articles").mkdir()
    desk = Ingesting(engine, folder / "articles", compares=True)
    for day in ARTICLES:
        text, *claims = article(day)
        desk.prepare(text, *claims)
        desk.write(f"{day}.txt", text)
    # The report of the second day once more, as somebody else's.
    text, *claims = article(2)
    again = text.replace("Ines Calder", "Olaf Bergen").replace("May 2", "May 9")
    desk.prepare(again, *claims)
    desk.write("9.txt", again)
    desk.ingest()
    engine.dispose()
    return (folder / "claims.db").read_bytes()


@pytest.fixture
def valley(_valley: bytes, tmp_path: Path) -> Engine:
    """Articles on a dam and a school, one of them printed twice."""
    (tmp_path / "valley.db").write_bytes(_valley)
    return open_archive(str(tmp_path / "valley.db"))
