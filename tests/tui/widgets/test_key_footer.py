"""The keys at the foot of a screen are those that hold, and made anew only where they change."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.widgets._footer import FooterKey

from tests.tui.driving import Desk, running
from tui.widgets.key_footer import KeyFooter


def keys(desk: Desk) -> list[FooterKey]:
    return list(desk.browse.query_one(KeyFooter).query(FooterKey))


async def test_it_is_made_anew_only_where_its_keys_change(archive: Engine) -> None:
    async with running(archive) as desk:
        first = keys(desk)
        await desk.press("j", "k")
        assert keys(desk) == first
        await desk.press("S")
        in_the_pane = [key.description for key in keys(desk)]
        assert in_the_pane != [key.description for key in first]
        await desk.press("escape")
        assert [key.description for key in keys(desk)] == [key.description for key in first]


async def test_all_its_keys_are_close_together(archive: Engine) -> None:
    async with running(archive) as desk:
        assert all(key.has_class("-compact") for key in keys(desk))
