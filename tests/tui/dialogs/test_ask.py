"""A dialog that asks for one line."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.app import App
from textual.widgets import Input, Label

from tests.tui.driving import running
from tui.dialogs.ask import AskScreen


async def test_the_line_is_given_back_as_written() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        for keys, given in (
            (("r", "enter"), "harbour"),
            (("backspace", "enter"), "harbo"),
            (("tab", "enter"), "harbou"),
            (("escape",), None),
        ):
            told: list[str | None] = []
            app.push_screen(AskScreen("A title", "Say\x1b[31m where", "harbou"), told.append)
            await pilot.pause()
            line = app.screen.query_one(Input)
            assert (line.has_focus, line.cursor_position) == (True, 6)
            await pilot.press(*keys)
            assert told == [given], keys


async def test_what_is_asked_for_is_never_cut_off(archive: Engine) -> None:
    label = "The name of the other speaker, or any words of it, which are then completed"
    async with running(archive, size=(60, 20)) as desk:
        desk.app.push_screen(AskScreen("A title", label))
        await desk.at_rest()
        shown = desk.app.screen.query_one(Label)
        assert shown.size.width < len(label) <= shown.size.width * shown.size.height
