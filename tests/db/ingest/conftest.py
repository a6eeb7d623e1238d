"""What the tests of ingesting share."""

from __future__ import annotations

import pytest

from tests.db.archives import Desk
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims


@pytest.fixture
def stories(desk: Desk) -> Desk:
    """A desk that knows what two articles claim."""
    desk.prepare(HARBOUR, *harbour_claims())
    desk.prepare(FERRY, *ferry_claims())
    return desk
