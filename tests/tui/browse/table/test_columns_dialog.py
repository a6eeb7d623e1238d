"""Columns: hidden, resized, moved, frozen, by keys and in the dialog, and kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from db.query.saved_views import save_view, saved_view
from tests.tui.browse.table.test_column_layout import LAYOUTS
from tests.tui.driving import NARROW, Desk, running
from tui.browse.table.column_layout import KEYS, ColumnLayout
from tui.browse.table.columns import fit_around


def headings(desk: Desk) -> list[str]:
    """Keys of the columns on the screen."""
    return list(desk.table.column_widths)


async def test_a_column_is_hidden_widened_moved_and_frozen_by_keys(archive: Engine) -> None:
    async with running(archive) as desk:
        before = headings(desk)
        await desk.press("right_square_bracket", "right_square_bracket")
        assert desk.table.current_column == "speaker"
        width = desk.table.column_widths["speaker"]
        await desk.press("greater_than_sign")
        assert desk.table.column_widths["speaker"] == width + 2
        await desk.press("less_than_sign", "less_than_sign")
        assert desk.table.column_widths["speaker"] == width - 2
        await desk.press("left_curly_bracket")
        assert headings(desk)[:2] == ["speaker", "date"]
        await desk.press("exclamation_mark", "right_square_bracket", "minus")
        assert headings(desk) == [
            "speaker",
            *(key for key in before if key not in ("speaker", "date")),
        ]
        assert "│" in desk.screen_text
        await desk.press("escape")
        assert desk.table.current_column is None


async def test_the_first_such_key_only_shows_which_column_it_would_be(archive: Engine) -> None:
    async with running(archive) as desk:
        before = headings(desk)
        await desk.press("minus")
        assert headings(desk) == before
        assert desk.table.current_column == before[0]


async def test_going_right_brings_columns_that_have_no_room_and_keeps_frozen_ones(
    archive: Engine,
) -> None:
    async with running(archive, size=NARROW) as desk:
        assert "confidence" not in headings(desk)
        await desk.press("right_square_bracket", "exclamation_mark", "left_square_bracket")
        for _ in KEYS:
            await desk.press("right_square_bracket")
        assert desk.table.current_column == "confidence"
        assert headings(desk)[0] == "date"
        assert "confidence" in headings(desk)
        assert "‹" in desk.screen_text


async def test_sorting_by_the_current_column(archive: Engine) -> None:
    async with running(archive, "", size=NARROW) as desk:
        await desk.press("left_square_bracket", "left_square_bracket", "full_stop")
        assert desk.browse.filter.line == "sort:content"
        assert desk.contents == sorted(desk.contents)


async def test_the_dialog_shows_hides_orders_and_freezes(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("o", "space", "j", "exclamation_mark", "J", "greater_than_sign")
        await desk.press("end", "space", "enter")
        assert "date" not in headings(desk)
        assert headings(desk)[0] == "speaker"
        assert headings(desk)[-1] == "cue"
        await desk.press("o", "backspace", "escape")
        assert headings(desk)[0] == "speaker"
        await desk.press("o", "backspace", "enter")
        assert headings(desk)[0] == "date"


async def test_columns_are_remembered_and_those_of_a_view_with_the_view(archive: Engine) -> None:
    save_view(archive, "Direct", "type:direct")
    async with running(archive) as desk:
        await desk.press("right_square_bracket", "minus")
        assert headings(desk)[0] == "speaker"
        assert desk.browse.views.memory.layout.hidden >= {"date"}
        await desk.press("v", "enter")
        assert headings(desk)[0] == "date"
        await desk.press("right_square_bracket", "right_square_bracket", "minus")
        assert headings(desk)[:2] == ["date", "affiliation"]
        await desk.press("escape", "escape")
        assert headings(desk)[0] == "speaker"
    kept = ColumnLayout.from_json(saved_view(archive, "direct").layout)
    assert "speaker" in kept.hidden
    assert "date" not in kept.hidden


@given(LAYOUTS, st.integers(20, 300), st.data())
def test_the_current_column_is_seen_if_there_is_room(
    layout: ColumnLayout, width: int, data: st.DataObject
) -> None:
    columns = layout.shown
    frozen = sum(column.key in layout.frozen for column in columns)
    key = data.draw(st.sampled_from([column.key for column in columns]))

    placed, skipped = fit_around(width, columns, frozen, key)

    shown = [one.column.key for one in placed]
    assert [key for key in layout.order if key in shown and key in layout.frozen] == [
        key for key in shown if key in layout.frozen
    ]
    if skipped:
        assert key in shown
