"""Lines of text keep any value, and show it without control characters."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.widgets.safe_input import SafeInput

HOSTILE = "a\x1b[31mb\x07"


class Writing(App[None]):
    def compose(self) -> ComposeResult:
        yield SafeInput(HOSTILE, id="line")


async def test_what_is_drawn_has_no_control_characters() -> None:
    async with Writing().run_test() as pilot:
        line = pilot.app.query_one(SafeInput)
        assert line.value == HOSTILE
        drawn = "".join(strip.text for strip in line.render_lines(line.region.reset_offset))
        assert "\x1b" not in drawn
        assert "\x07" not in drawn
