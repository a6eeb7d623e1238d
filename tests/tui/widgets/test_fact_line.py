"""A line that tells what is shown."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.widgets.fact_line import FactLine


class Telling(App[None]):
    def compose(self) -> ComposeResult:
        yield FactLine(id="told")


async def test_any_text_is_shown_as_one_safe_line() -> None:
    async with Telling().run_test() as pilot:
        line = pilot.app.query_one(FactLine)
        line.say("[red]4 of\n9\x1b[31m")
        await pilot.pause()
        shown = str(line.render())
        assert shown.startswith("[red]4 of 9")
        assert "\x1b" not in shown
