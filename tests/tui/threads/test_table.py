"""Threads as a table."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Engine

from claims.partial_date import PartialDate, Precision
from db.analysis.threads import list_threads
from db.query.line import parse_filter
from tests.tui.driving import running
from tests.tui.threads.test_screen import threads_of
from tui.threads.table import COLUMNS
from tui.widgets.lines.column_table import in_order


async def test_it_sorts_by_a_column_and_back(valley: Engine) -> None:
    async with running(valley) as desk:
        await desk.press("W", "s", "home", "enter")
        labels = [row.label for row in threads_of(desk).table.rows]
        assert labels == sorted(labels, key=str.casefold)
        await desk.press("s", "enter")
        assert [row.label for row in threads_of(desk).table.rows] == labels[::-1]
        header = threads_of(desk).table.column_at(3)
        assert header.key == "label"


def test_threads_that_lack_what_is_sorted_by_go_last(valley: Engine) -> None:
    rows = list_threads(valley, parse_filter(""), everything=True)
    by_day = next(column for column in COLUMNS if column.key == "first")
    undated = replace(rows[0], thread="t0", first=PartialDate(None, Precision.UNKNOWN))
    for descending in (True, False):
        found = in_order([undated, *rows], by_day, descending=descending)
        days = [row.first.value for row in found[:-1] if row.first.value]
        assert days == sorted(days, reverse=descending)
        assert found[-1] is undated
