"""Who is named in an archive."""

from __future__ import annotations

from db.analysis.summary import list_speakers
from db.query.model import ClaimQuery
from tests.db.archives import Desk


def names(desk: Desk) -> set[str]:
    return {row.speaker.label for row in list_speakers(desk.engine, ClaimQuery())}
