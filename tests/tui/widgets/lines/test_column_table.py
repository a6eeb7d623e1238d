"""Rows in columns, with a cursor, sorted by a column."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Final, NamedTuple

import pytest
from textual.app import App, ComposeResult

from tui.widgets.lines.column_table import Column, ColumnTable, in_order


class Town(NamedTuple):
    """A row."""

    name: str
    people: int | None


TOWNS: Final = (Town("Arden", 40), Town("Brill", None), Town("Corve", 2_500))
COLUMNS: Final[tuple[Column[Town], ...]] = (
    Column(
        *("name", "Town", 10, 0),
        lambda town: town.name,
        lambda town: town.name,
        descending=False,
        takes_rest=True,
    ),
    Column(
        *("people", "People", 8, 1),
        lambda town: "–" if town.people is None else f"{town.people:,}",
        lambda town: town.people,
        right=True,
    ),
)


class TableApp(App[None]):
    """A table alone."""

    def compose(self) -> ComposeResult:
        yield ColumnTable(COLUMNS, "people", lambda town: town.name, id="towns")


@asynccontextmanager
async def table(width: int = 40) -> AsyncIterator[ColumnTable[Town]]:
    app = TableApp()
    async with app.run_test(size=(width, 8)) as pilot:
        shown: ColumnTable[Town] = app.query_one(ColumnTable)
        shown.show(TOWNS)
        await pilot.pause()
        yield shown


def lines(shown: ColumnTable[Town]) -> list[str]:
    width = shown.body_width
    rows = [shown.draw_row(n, width).text for n in range(len(shown.rows))]
    return [line.rstrip() for line in (shown.draw_header(width).text, *rows)]


def test_rows_that_lack_what_is_sorted_by_go_last() -> None:
    for descending in (True, False):
        found = in_order(TOWNS, COLUMNS[1], descending=descending)
        assert [town.people for town in found] == [*sorted((40, 2_500), reverse=descending), None]


async def test_it_is_sorted_with_an_arrow_and_the_cursor_stays_on_its_row() -> None:
    async with table() as shown:
        assert [town.name for town in shown.rows] == ["Corve", "Arden", "Brill"]
        assert lines(shown)[0].split() == ["Town", "People▼"]
        assert shown.row == TOWNS[2]
        shown.sort(COLUMNS[0])
        assert [town.name for town in shown.rows] == ["Arden", "Brill", "Corve"]
        assert shown.row == TOWNS[2]
        shown.sort(COLUMNS[0])
        assert lines(shown)[0].split() == ["Town▼", "People"]
        assert shown.row == TOWNS[2]


async def test_numbers_stand_right_and_one_column_takes_the_rest() -> None:
    async with table() as shown:
        _, first, second, _ = lines(shown)
        assert first.startswith("▸ Corve")
        assert len(first) == len(second) > 2 + 10 + 1 + 8
        assert shown.column_at(3) is COLUMNS[0]
        assert shown.column_at(len(first) - 1) is COLUMNS[1]


@pytest.mark.parametrize(("width", "columns"), [(30, 2), (20, 1)])
async def test_columns_of_high_rank_go_where_it_is_narrow(width: int, columns: int) -> None:
    async with table(width) as shown:
        assert len(lines(shown)[0].split()) == columns


@pytest.mark.parametrize(("width", "more"), [(60, 6), (30, 4), (24, 1), (22, 0)])
async def test_a_column_that_may_grow_has_half_of_what_is_left(width: int, more: int) -> None:
    async with table(width) as shown:

        def cells() -> int:
            return sum(shown.column_at(x).key == "people" for x in range(shown.body_width))

        before = cells()
        shown.columns = (COLUMNS[0], replace(COLUMNS[1], most=14))
        shown.show(TOWNS)
        assert cells() == before + more


async def test_a_column_that_tells_nothing_of_any_row_is_left_out() -> None:
    async with table() as shown:
        shown.sort(COLUMNS[0])
        shown.show(TOWNS[1:2])
        assert lines(shown) == ["  Town▲", "▸ Brill"]
        shown.show(TOWNS[1:])
        assert lines(shown)[0].split() == ["Town▲", "People"]


async def test_nothing_has_no_row_under_the_cursor() -> None:
    async with table() as shown:
        shown.show(())
        assert shown.row is None
