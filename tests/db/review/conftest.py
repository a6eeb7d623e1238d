"""What the tests of reviewing share."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.db.archives import Desk
from tests.db.conftest import Filled
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims


def shelf(engine: Engine) -> None:
    """Fill an archive with two articles that have six claims."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(engine, Path(folder))
        desk.prepare(HARBOUR, *harbour_claims())
        desk.prepare(FERRY, *ferry_claims())
        desk.write("harbour.txt", HARBOUR)
        desk.write("ferry.txt", FERRY)
        desk.ingest()


@pytest.fixture
def engine(copied: Filled) -> Engine:
    """Two articles with six claims."""
    return copied(shelf)
