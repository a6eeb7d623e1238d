"""A scroll bar that draws itself anew only when it would look otherwise.

Textual's draws all its lines at each step. In a list of a million rows a page moves the thumb by
nothing that could be seen, but drawing a line of a widget costs as much as drawing a row.
"""

from __future__ import annotations

from math import ceil

from textual.reactive import Reactive
from textual.scrollbar import ScrollBar


class QuietScrollBar(ScrollBar):
    """A vertical scroll bar."""

    window_virtual_size: Reactive[int] = Reactive(100, repaint=False)
    window_size: Reactive[int] = Reactive(0, repaint=False)
    position: Reactive[float] = Reactive(0, repaint=False)

    _thumb: tuple[int, int] = (0, 0)

    def watch_window_virtual_size(self) -> None:
        self._look()

    def watch_window_size(self) -> None:
        self._look()

    def watch_position(self) -> None:
        self._look()

    def _look(self) -> None:
        thumb = self._eighths()
        if thumb != self._thumb:
            self._thumb = thumb
            self.refresh()

    def _eighths(self) -> tuple[int, int]:
        """Where the thumb begins and how long it is, in eighths of a cell, as it is rendered."""
        size, whole, window = self.size.height, self.window_virtual_size, self.window_size
        if not size or not 0 < window < whole or size == whole:
            return 0, 0
        length = max(1, window * size / whole)
        start = (size - length) * self.position / (whole - window)
        return int(start * 8), ceil(length * 8)
