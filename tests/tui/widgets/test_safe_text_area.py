"""Several lines of text are kept as they are, and drawn without control characters."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.widgets.safe_text_area import SafeTextArea

HOSTILE = "a\x1b[31mb\nsecond\x07"


class Writing(App[None]):
    def compose(self) -> ComposeResult:
        yield SafeTextArea(HOSTILE)


async def test_what_is_drawn_has_no_control_characters() -> None:
    async with Writing().run_test() as pilot:
        area = pilot.app.query_one(SafeTextArea)
        assert area.text == HOSTILE
        drawn = "".join(area.get_line(at).plain for at in range(2))
        assert drawn.startswith("a")
        assert "\x1b" not in drawn
        assert "\x07" not in drawn
