"""A dialog that asks for one line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.app import App
from textual.widgets import Input

from tui.dialogs.ask import AskScreen


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (("r", "enter"), ["harbour"]),
        (("backspace", "enter"), ["harbo"]),
        (("tab", "enter"), ["harbou"]),
        (("escape",), [None]),
    ],
)
async def test_the_line_is_given_back_as_written(
    keys: Sequence[str], given: list[str | None]
) -> None:
    app: App[None] = App()
    told: list[str | None] = []
    async with app.run_test() as pilot:
        app.push_screen(AskScreen("A title", "Say\x1b[31m where", "harbou"), told.append)
        await pilot.pause()
        line = app.screen.query_one(Input)
        assert (line.has_focus, line.cursor_position) == (True, 6)
        await pilot.press(*keys)
        assert told == given
