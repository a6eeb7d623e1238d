"""What became of a claim, as blocks to read."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Engine

from db.review.history import FOUND
from db.sql.steps import HistoryEvent
from tests.tui.driving import running
from tui.review.history import history_blocks

THEN = datetime(2024, 6, 1, 12, tzinfo=UTC)
LATER = datetime(2024, 6, 2, 9, 30, tzinfo=UTC)
RUN = HistoryEvent(THEN, "claims 0.1", FOUND, None, "", "model 1.0", None)
CUT = HistoryEvent(LATER, "anna", "correct", "content", "all of it", "it", "too long", True)
NAMED = HistoryEvent(LATER, "anna", "correct", "speaker", "", "Bo Ray", "too long", True)


def test_the_newest_step_comes_first_with_all_that_it_changed() -> None:
    told = [block.text for block in history_blocks([RUN, CUT, NAMED])]
    assert told == [
        "2024-06-02 09:30  anna  correct (undone)",
        "  why       too long",
        "  content   all of it → it",
        "  speaker   – → Bo Ray",
        "",
        "2024-06-01 12:00  claims 0.1  found",
        "  run       model 1.0",
        "",
    ]


async def test_it_is_headed_by_what_was_claimed(archive: Engine) -> None:
    async with running(archive) as desk:
        row = desk.table.current_row
        assert row is not None
        await desk.press("H")
        await desk.at_rest()
        assert f"History of {row.content[:40]}" in desk.screen_text
