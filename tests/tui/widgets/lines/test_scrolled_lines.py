"""Lines to scroll over, whose number changes often."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.strip import Strip

from tui.widgets.lines.scrolled_lines import ScrolledLines


class Numbered(ScrolledLines):
    def draw_line(self, y: int) -> Strip:
        return Strip.blank(self.body_width)


class Scrolling(App[None]):
    def compose(self) -> ComposeResult:
        yield Numbered()


async def test_it_scrolls_over_as_many_lines_as_it_is_told() -> None:
    app = Scrolling()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(Numbered)
        for count, furthest in ((100, 90), (15, 5), (3, 0)):
            lines.set_line_count(count)
            await pilot.pause()
            assert lines.virtual_size.height == count
            assert lines.max_scroll_y == furthest
