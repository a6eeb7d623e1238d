"""Fixtures that the tests of this folder share."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.db.comparison.topical import DOCK, QUAY, put
from tests.db.conftest import Filled
from tests.db.library import stock


@pytest.fixture
def harbour(shared: Filled) -> Engine:
    """Two articles of a harbour, and the library; for reading only."""
    return shared(fill)


@pytest.fixture
def own_harbour(copied: Filled) -> Engine:
    """The same, for a test that changes it."""
    return copied(fill)


def fill(archive: Engine) -> None:
    put(archive, "quay.txt", QUAY)
    put(archive, "dock.txt", DOCK)
    stock(archive)
