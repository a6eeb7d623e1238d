"""The line to find text in the rows with."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.app import App, ComposeResult

from tests.tui.browse.find.test_finder import made_out
from tests.tui.driving import running
from tui.browse.find.find_bar import FindBar


async def test_n_without_a_text_asks_for_one_and_escape_ends(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("n")
        await desk.write("volcano")
        await desk.press("enter")
        assert "not in these rows" in desk.screen_text
        await desk.press("n", "N", "escape")
        assert not desk.browse.results.find_bar.display
        assert made_out(desk) == []
        assert desk.table.has_focus


class Finding(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield FindBar(id="find")

    def on_find_bar_asked(self, event: FindBar.Asked) -> None:
        self.told.append(event.text)

    def on_find_bar_closed(self) -> None:
        self.told.append(None)


async def test_a_text_is_asked_for_and_none_ends() -> None:
    app = Finding()
    async with app.run_test() as pilot:
        bar = app.query_one(FindBar)
        assert not bar.display
        bar.open()
        await pilot.pause()
        await pilot.press(*"dam", "enter")
        assert app.told == ["dam"]
        bar.tell("1 of [b]2")
        bar.close()
        assert (bar.display, bar.input.value) == (False, "")
        bar.open()
        await pilot.pause()
        await pilot.press("enter", "escape")
        assert app.told == ["dam", None, None]
