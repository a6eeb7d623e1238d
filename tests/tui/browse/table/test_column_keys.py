"""The keys of columns, on a table that nothing is shown in."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import OLDEST, running


@pytest.mark.parametrize("key", ["greater_than_sign", "minus", "exclamation_mark", "full_stop"])
async def test_what_no_column_was_chosen_for_chooses_the_first_one(
    archive: Engine, key: str
) -> None:
    async with running(archive) as desk:
        before = desk.table.column_layout
        await desk.press(key)
        assert desk.table.current_column == "date"
        assert (desk.table.column_layout, desk.browse.filter.line) == (before, OLDEST)
        assert "This is the first column" in desk.toasts[0]
        await desk.press(key)
        assert (desk.table.column_layout, desk.browse.filter.line) != (before, OLDEST)
