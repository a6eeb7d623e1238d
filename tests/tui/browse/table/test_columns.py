"""Which columns fit, and text cut to cells."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.browse.table.columns import fit
from tui.widgets.lines.cells import in_cells


def shown(width: int) -> list[str]:
    return [one.column.key for one in fit(width)]


def test_a_narrow_table_keeps_what_matters_most() -> None:
    assert shown(40) == ["speaker", "content"]
    assert shown(54) == ["speaker", "content"]
    assert shown(60) == ["date", "speaker", "content"]
    assert shown(75) == ["date", "speaker", "type", "content"]


def test_a_wide_table_shows_all() -> None:
    every = ["date", "speaker", "affiliation", "outlet", "type", "class", "content", "confidence"]
    assert shown(120) == every
    assert shown(115) == [key for key in every if key != "class"]


@given(st.integers(min_value=1, max_value=300))
def test_columns_stand_in_order_and_fill_the_width(width: int) -> None:
    placed = fit(width)
    for before, after in pairwise(placed):
        assert before.x + before.width + 1 == after.x
    if width >= 59:
        assert placed[-1].x + placed[-1].width == width


@given(st.text(max_size=80), st.integers(min_value=1, max_value=40))
def test_a_cell_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    assert cell_len(in_cells(text, width)) == width


def test_what_is_cut_ends_in_dots() -> None:
    assert in_cells("a long enough line", 8) == "a long… "
