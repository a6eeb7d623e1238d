"""What the tests of comparing share."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.db.archives import Desk
from tests.db.comparison.threaded import ARTICLES, article
from tests.db.conftest import Fill, Filled


@pytest.fixture
def desk(archive: Engine, desk: Desk) -> Desk:
    """A desk on which articles are compared as they come in."""
    # The archive is named for pytest to see that these tests run on each database.
    desk.compares = True
    return desk


@pytest.fixture(scope="session")
def dam_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the articles on a dam are, for every test anew: archives that are copied tell of it."""
    return tmp_path_factory.mktemp("dam")


@pytest.fixture(scope="session")
def dam_filled(dam_folder: Path) -> Fill:
    """Has an archive read them."""
    return lambda engine: _written(engine, dam_folder).ingest()


@pytest.fixture
def dam(copied: Filled, dam_filled: Fill, dam_folder: Path) -> Desk:
    """Five articles on a dam and a school, with what they have in common said in other words."""
    return _written(copied(dam_filled), dam_folder)


def _written(engine: Engine, folder: Path) -> Desk:
    for left in folder.iterdir():
        left.unlink()
    desk = Desk(engine, folder, compares=True)
    for day in ARTICLES:
        text, *claims = article(day)
        desk.prepare(text, *claims)
        desk.write(f"{day}.txt", text)
    return desk
