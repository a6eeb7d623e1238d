"""Asking for an order: a field, and once more the other way round."""

from __future__ import annotations

from sqlalchemy import Engine

from db.query.model import SORT_FIELDS
from tests.tui.driving import running
from tui.browse.order import called
from tui.dialogs.pick import PickScreen


def test_fields_are_called_as_the_heads_of_columns() -> None:
    assert [called(field) for field in ("published", "content", "confidence")] == [
        "Date", "Claim", "Confidence",
    ]  # fmt: skip


async def test_a_field_is_chosen_and_then_turned_round(archive: Engine) -> None:
    async with running(archive, "") as desk:
        for turned in ("", "-"):
            await desk.press("s")
            assert isinstance(desk.app.screen, PickScreen)
            assert "first_said" not in desk.screen_text
            assert "  First said  " in desk.screen_text
            await desk.press("end", "enter")
            assert desk.browse.filter.line == f"sort:{turned}{SORT_FIELDS[-1]}"


async def test_leaving_changes_nothing(archive: Engine) -> None:
    async with running(archive, "type:direct") as desk:
        await desk.press("s", "escape")
        assert desk.browse.filter.line == "type:direct"
