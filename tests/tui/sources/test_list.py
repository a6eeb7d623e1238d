"""The list of articles on the desk."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.sources.list import SourceFilter, SourceList


class Listing(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.left = 0

    def compose(self) -> ComposeResult:
        yield SourceFilter()
        yield SourceList()

    def on_source_filter_left(self) -> None:
        self.left += 1


def lines(shown: SourceList) -> list[str]:
    return [str(shown.get_option_at_index(n).prompt) for n in range(shown.option_count)]


async def test_other_lines_keep_the_cursor_among_them() -> None:
    app = Listing()
    async with app.run_test():
        shown = app.query_one(SourceList)
        shown.fill(["one", "[b]two\x1b", "three"], 2)
        assert "[b]two" in lines(shown)[1]
        assert "\x1b" not in lines(shown)[1]
        assert shown.highlighted == 2
        shown.fill(["one"], 2)
        assert shown.highlighted == 0, "the last one"
        shown.change(0, "another")
        assert lines(shown) == ["another"]
        shown.fill([], 0)
        assert shown.option_count == 0


async def test_escape_leaves_the_line_that_filters() -> None:
    app = Listing()
    async with app.run_test() as pilot:
        app.query_one(SourceFilter).focus()
        await pilot.press("x", "escape")
        assert app.query_one(SourceFilter).value == "x"
        assert app.left == 1
