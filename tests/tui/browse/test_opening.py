"""Long views open in two steps: the first rows at once, then the rest behind them."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from sqlalchemy import Engine

from db.connection.cancel import Cancel, Cancelled
from db.query.model import ClaimQuery
from tests.tui.driving import Desk
from tui.app import ClaimsApp
from tui.browse import opening
from tui.browse.table.open_view import OpenedView, open_rows
from tui.browse.table.paged_rows import PAGE


@pytest.fixture
def may_finish(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Until it is set, no view gets beyond its first rows."""
    event = Event()

    def when_allowed(*args: object) -> OpenedView:
        event.wait()
        return open_rows(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(opening, "open_rows", when_allowed)
    yield event
    event.set()


async def test_first_rows_are_shown_and_used_before_the_rest(
    long_archive: Engine, may_finish: Event
) -> None:
    app = ClaimsApp(long_archive)
    async with app.run_test(size=(160, 50)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: "first 200, searching on" in desk.screen_text)
        await pilot.press("j", "j", "space")
        assert desk.table.row_count == PAGE
        before = desk.table.current_id

        may_finish.set()
        await desk.at_rest()

        assert desk.table.row_count == 700
        assert desk.table.current_id == before
        assert "700 claims · 1 marked" in desk.screen_text
        await desk.press("G")
        assert "Point 699" in desk.screen_text


async def test_escape_keeps_the_first_rows_and_f5_finds_the_rest(
    long_archive: Engine, may_finish: Event
) -> None:
    app = ClaimsApp(long_archive)
    async with app.run_test(size=(160, 50)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.table.row_count == PAGE)
        await pilot.press("escape")
        await desk.until(lambda: "only the first 200; f5 finds all" in desk.screen_text)
        await pilot.press("e")
        await desk.until(lambda: bool(desk.toasts))
        assert desk.toasts == ["Not all claims of this view are here yet."]

        may_finish.set()
        await desk.press("f5")

        assert desk.table.row_count == 700


async def test_the_cursor_follows_its_claim_beyond_the_first_rows(long_archive: Engine) -> None:
    app = ClaimsApp(long_archive)
    async with app.run_test(size=(160, 50)) as pilot:
        desk = Desk(app, pilot)
        await desk.at_rest()
        await desk.press("G")
        kept = desk.table.current_id
        await desk.press("slash")
        await desk.write("point")

        assert desk.table.row_count == 700
        assert desk.table.current_id == kept
        assert desk.table.cursor == 699


async def test_escape_stops_the_very_first_search(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = Event()

    def search(engine: Engine, query: ClaimQuery, keep: int | None, cancel: Cancel) -> OpenedView:
        while not cancel.cancelled:
            stopped.wait(0.01)
        stopped.set()
        raise Cancelled

    monkeypatch.setattr(opening, "open_first", search)
    app = ClaimsApp(archive)
    async with app.run_test(size=(160, 50)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: "searching… esc cancels" in desk.screen_text)
        await pilot.press("escape")
        await desk.until(stopped.is_set)
        await desk.until(lambda: "cancelled; f5 searches again" in desk.screen_text)
        monkeypatch.undo()
        await desk.press("f5")
        assert desk.table.row_count == 8
