"""A dialog to pick one of a few things."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.app import App

from tui.dialogs.pick import PickScreen

THINGS = (("a", "an anchor"), ("b", "[bold]a buoy\x1b"), ("c", "a crane"))


@pytest.mark.parametrize(
    ("begin", "keys", "given"),
    [
        ("", ("enter",), ["a"]),
        ("b", ("enter",), ["b"]),
        ("b", ("down", "enter"), ["c"]),
        ("x", ("enter",), ["a"]),
        ("", ("escape",), [None]),
    ],
)
async def test_the_key_of_what_was_picked_is_given_back(
    begin: str, keys: Sequence[str], given: list[str | None]
) -> None:
    app: App[None] = App()
    told: list[str | None] = []
    async with app.run_test() as pilot:
        app.push_screen(PickScreen("Things", THINGS, begin, label="Pick one"), told.append)
        await pilot.pause()
        await pilot.press(*keys)
        assert told == given
