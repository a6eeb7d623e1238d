"""Styles laid over each other."""

from __future__ import annotations

from typing import ClassVar

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.lines import styling
from tui.widgets.lines.scrolled_lines import ScrolledLines
from tui.widgets.lines.styling import PartStyles, lay_over


class Drawn(ScrolledLines):
    COMPONENT_CLASSES: ClassVar[set[str]] = {"drawn--loud", "drawn--plain"}
    DEFAULT_CSS = """
    Drawn > .drawn--loud { color: #ff0000; text-style: bold; }
    """

    def draw_line(self, y: int) -> Strip:
        return Strip.blank(self.body_width)


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


async def test_parts_are_laid_over_the_style_of_the_widget_once_until_it_looks_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with Drawing().run_test() as pilot:
        widget = pilot.app.query_one(Drawn)
        loud, laid = lay_over(widget, widget.base_style, "drawn--loud"), []

        def counted(widget: Widget, base: Style, name: str) -> Style:
            laid.append(name)
            return lay_over(widget, base, name)

        monkeypatch.setattr(styling, "lay_over", counted)
        styles = PartStyles(widget, "drawn--")
        assert styles() == widget.base_style
        for _ in range(2):
            assert styles("plain", "loud") == loud
        assert laid == ["drawn--plain", "drawn--loud"]
        styles.clear()
        assert styles("plain", "loud") == loud
        assert len(laid) == 4
