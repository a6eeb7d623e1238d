"""What is wrong is told in a line, safely."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.widgets.problem_line import ProblemLine


class Wrong(App[None]):
    def compose(self) -> ComposeResult:
        yield ProblemLine()


async def test_it_tells_and_tells_no_more() -> None:
    async with Wrong().run_test() as pilot:
        line = pilot.app.query_one(ProblemLine)
        line.tell("no [b]such\x1b[31m file")
        assert "\x1b" not in str(line.content)
        assert str(line.content).startswith("no [b]such")
        line.tell("")
        assert not str(line.content)
