"""The lines under a plot, and a timeline in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.analysis.timeline import MonthCount
from tui.compare.timeline_blocks import (
    affiliation_blocks,
    axis,
    column_of,
    plot_width,
)


def months(first: int, number: int) -> list[MonthCount]:
    return [MonthCount(f"{2020 + n // 12}-{n % 12 + 1:02}", 1, n) for n in range(first, number)]


@given(st.integers(1, 600), st.integers(20, 200))
def test_a_plot_fits_and_its_months_are_in_order(number: int, room: int) -> None:
    width = plot_width(number, room)
    assert 0 < width <= room
    columns = [column_of(n, number, width) for n in range(number)]
    assert columns == sorted(columns)
    assert 0 <= columns[0] <= columns[-1] < width


@given(st.integers(0, 24), st.integers(1, 200), st.integers(20, 160))
def test_years_never_run_into_each_other(first: int, number: int, room: int) -> None:
    some = months(first, first + number)
    line = axis(some, plot_width(len(some), room))
    assert len(line) <= room
    assert all(label[:2] == "20" and len(label) in (4, 7) for label in line.split())


def test_without_affiliations_that_is_told() -> None:
    [block] = affiliation_blocks([])
    assert block.text == "No article states a role or an organization."
