"""A dialog to pick one of a few things."""

from __future__ import annotations

from textual.app import App

from tui.dialogs.pick import PickScreen

THINGS = (("a", "an anchor"), ("b", "[bold]a buoy\x1b"), ("c", "a crane"))


async def test_the_key_of_what_was_picked_is_given_back() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        for begin, keys, given in (
            ("", ("enter",), "a"),
            ("b", ("enter",), "b"),
            ("b", ("down", "enter"), "c"),
            ("x", ("enter",), "a"),
            ("", ("escape",), None),
        ):
            told: list[str | None] = []
            app.push_screen(PickScreen("Things", THINGS, begin, label="Pick one"), told.append)
            await pilot.pause()
            await pilot.press(*keys)
            assert told == [given], (begin, keys)
