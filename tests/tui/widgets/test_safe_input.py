"""Lines of text keep any value, and show it without control characters."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App, ComposeResult

from tui.widgets.name_suggester import WordSuggester
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


class OneName(WordSuggester):
    async def find(self, start: str) -> Sequence[str]:
        return ["Ada Berg"]


class Naming(App[None]):
    def compose(self) -> ComposeResult:
        yield SafeInput(id="line", suggester=OneName(";"))


async def test_a_name_is_taken_by_a_word_in_its_middle() -> None:
    async with Naming().run_test() as pilot:
        await pilot.press(*"berg")
        line = pilot.app.query_one(SafeInput)
        await pilot.app.workers.wait_for_complete()
        await pilot.press("right")
        assert (line.value, line.cursor_position) == ("Ada Berg", 8)


async def test_a_suggestion_is_taken_with_a_click_on_it() -> None:
    async with Naming().run_test() as pilot:
        await pilot.press(*"ad")
        line = pilot.app.query_one(SafeInput)
        await pilot.app.workers.wait_for_complete()
        await pilot.click(SafeInput, offset=(4, 1))
        assert line.value == "ad"
        await pilot.click(SafeInput, offset=(6, 1))
        assert line.value == "Ada Berg"
