"""Styles laid over each other."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.app import App, ComposeResult
from textual.widget import Widget

from tui.widgets.lines.styling import lay_over


class Drawn(Widget):
    COMPONENT_CLASSES: ClassVar[set[str]] = {"drawn--loud", "drawn--plain"}
    DEFAULT_CSS = """
    Drawn > .drawn--loud { color: #ff0000; text-style: bold; }
    """


class Drawing(App[None]):
    def compose(self) -> ComposeResult:
        yield Drawn()


async def test_what_a_class_does_not_set_is_that_of_the_base() -> None:
    async with Drawing().run_test() as pilot:
        widget, base = pilot.app.query_one(Drawn), Style(color="#00ff00", bgcolor="#000011")
        loud = lay_over(widget, base, "drawn--loud")
        assert (loud.color, loud.bold) == (Style(color="#ff0000").color, True)
        assert loud.bgcolor == base.bgcolor
        assert lay_over(widget, base, "drawn--plain") == base
