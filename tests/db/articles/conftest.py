"""Fixtures that the tests of this folder share."""

from __future__ import annotations

import pytest

from tests.db.archives import Desk
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims


@pytest.fixture
def shelf(desk: Desk) -> Desk:
    """The harbour, dated by its page, and the ferry, undated."""
    desk.prepare(HARBOUR, *harbour_claims())
    desk.prepare(FERRY, *ferry_claims())
    desk.write("harbour.txt", HARBOUR)
    desk.write("ferry.txt", FERRY)
    desk.ingest()
    return desk
