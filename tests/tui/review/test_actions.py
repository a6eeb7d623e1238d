"""Reviewing on any screen: each key does something, and all screens learn of it."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine
from textual import actions

from tests.tui.driving import Desk, running
from tests.tui.reviewing import glyphs, states
from tui.keys import keymap
from tui.review.actions import Reviewing


def words_of_keys() -> list[str]:
    """What the keys of review ask for: ``accept``, ``note``."""
    bindings = keymap.bindings_of(keymap.KeyContext("", keymap.REVIEW))
    return [str(actions.parse(binding.action)[2][0]) for binding in bindings]


async def test_every_key_of_review_asks_for_something_that_is_done(archive: Engine) -> None:
    async with running(archive) as desk:
        assert {*words_of_keys()} == {*Reviewing(desk.browse, desk.browse.reviewing._pages)._keys}


@pytest.mark.parametrize("key", ["a", "x"])
async def test_the_table_learns_what_an_article_did_that_was_left_at_once(
    archive: Engine, key: str
) -> None:
    async with running(archive) as desk:
        await desk.press("enter")
        await leave_at_once(desk, key)
        assert states(archive)[0] != "machine"
        assert glyphs(desk)[0] in "✓✗"


async def leave_at_once(desk: Desk, key: str) -> None:
    """Press a key, and escape before what it does is done."""
    await desk.press_at_once(key, "escape")
    await desk.until(lambda: desk.app.screen is desk.browse)
    await desk.at_rest()
