"""Claims one below the other, of which arrows move the current one."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.app import App, ComposeResult

from db.claims.view import rows_by_id
from tui.compare.claim_column import HERE, ClaimColumn, Entry
from tui.widgets.lines.blocks import Block


class Reading(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.moved: list[int] = []

    def compose(self) -> ComposeResult:
        yield ClaimColumn(id="column")

    def on_claim_column_moved(self, event: ClaimColumn.Moved) -> None:
        self.moved.append(event.column.at)


def entries(archive: Engine) -> list[Entry]:
    """A heading, two claims, another heading, and a third claim."""
    heading = Entry((Block("A heading", style="title"),))
    first, second, third = (
        Entry((Block("who", style="label"), Block(row.content, claim=row.id)), row)
        for row in rows_by_id(archive, [1, 2, 3])
    )
    return [heading, first, second, heading, third]


async def test_arrows_go_from_claim_to_claim_past_headings(archive: Engine) -> None:
    app = Reading()
    async with app.run_test() as pilot:
        column = app.query_one(ClaimColumn)
        assert column.row is None
        column.fill(entries(archive))
        column.focus()
        assert column.row is not None
        assert column.row.id == 1
        await pilot.press("down", "down")
        assert column.row.id == 3
        await pilot.press("down")
        assert column.row.id == 3, "there is no further one"
        column.go_to(2)
        await pilot.pause()
        assert column.row.id == 2
        assert app.moved == [2, 4, 2]


async def test_the_current_one_alone_is_marked(archive: Engine) -> None:
    app = Reading()
    async with app.run_test() as pilot:
        column = app.query_one(ClaimColumn)
        column.fill(entries(archive), at=2)

        def marked() -> list[int | None]:
            return [
                block.claim
                for block in column.blocks
                if any(mark.gutter == HERE for mark in block.marks)
            ]

        column.focus()
        await pilot.pause()
        assert marked() == [2]
        await pilot.press("up")
        assert marked() == [1]
        await pilot.press("down", "down")
        assert marked() == [3]
        column.blur()
        await pilot.pause()
        assert marked() == []
