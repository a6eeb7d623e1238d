"""A scroll bar that draws itself anew only when it would look otherwise.

Textual's draws all its lines at each step. In a list of a million rows a page moves the thumb by
nothing that could be seen, but drawing a line of a widget costs as much as drawing a row. Nor are
its lines drawn one by one: there are four kinds of them at most.
"""

from __future__ import annotations

from math import ceil
from typing import Final

from rich.color import Color
from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from tui.textual_private import draw_by
from tui.widgets.lines.line_cache import Filters, KeptLines

_PLAIN: Final = Color.default()


class _BarLines(KeptLines):
    def draw(self, widget: Widget, crop: Region) -> list[Strip]:
        bar = widget.render()
        if not isinstance(bar, ScrollBarRender) or crop.x or crop.width != bar.thickness:
            return super().draw(widget, crop)
        style = widget.app.console.get_style(bar.style)
        segments = bar.render_bar(
            widget.size.height,
            bar.virtual_size,
            bar.window_size,
            bar.position,
            bar.thickness,
            back_color=style.bgcolor or _PLAIN,
            bar_color=style.color or _PLAIN,
        ).segments
        base, filters = widget.visual_style.rich_style, Filters.of(widget)
        drawn: dict[Segment, Strip] = {}
        for segment in segments:
            if segment not in drawn:
                shown = Segment(segment.text, filters(base + segment.style))
                drawn[segment] = Strip([shown], bar.thickness)
        return [drawn[segment] for segment in segments][crop.y : crop.bottom]


class QuietScrollBar(ScrollBar):
    """A vertical scroll bar."""

    window_virtual_size: Reactive[int] = Reactive(100, repaint=False)
    window_size: Reactive[int] = Reactive(0, repaint=False)
    position: Reactive[float] = Reactive(0, repaint=False)

    _thumb: tuple[int, int] = (0, 0)

    def __init__(self, *, thickness: int) -> None:
        super().__init__(vertical=True, thickness=thickness)
        draw_by(self, _BarLines())

    def watch_window_virtual_size(self) -> None:
        self._look()

    def watch_window_size(self) -> None:
        self._look()

    def watch_position(self) -> None:
        self._look()

    def on_resize(self) -> None:
        self._look()

    def _look(self) -> None:
        thumb = self._eighths()
        if thumb != self._thumb:
            self._thumb = thumb
            self.refresh()

    def _eighths(self) -> tuple[int, int]:
        """Where the thumb begins and how long it is, in eighths of a cell, as it is rendered."""
        # Not `size`: that has Textual arrange the whole screen anew while it does so already.
        size, whole = self.outer_size.height, self.window_virtual_size
        window = self.window_size
        if not size or not 0 < window < whole or size == whole:
            return 0, 0
        length = max(1, window * size / whole)
        start = (size - length) * self.position / (whole - window)
        return int(start * 8), ceil(length * 8)
