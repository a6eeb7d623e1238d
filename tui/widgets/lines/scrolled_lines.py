"""A scroll view whose number of lines changes often, without laying the screen out anew."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.textual_private import draw_by, start_vertical_scrollbar, update_scrollbars
from tui.widgets.lines.line_cache import FramedLines
from tui.widgets.lines.quiet_scrollbar import QuietScrollBar


class ScrolledLines(ScrollView, inherit_bindings=False):
    """Draws lines; its scroll bar always has its place, so that the layout never depends on it."""

    _base_style: Style | None = None
    _bar: QuietScrollBar | None = None

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        draw_by(self, FramedLines(self.draw_line))

    def draw_line(self, y: int) -> Strip:
        """The line at ``y`` below the top of what is on the screen, `body_width` cells wide."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        return self.draw_line(y)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first asked for."""
        if self._bar is None:
            self._bar = QuietScrollBar(thickness=self.scrollbar_size_vertical)
            self._bar.display = False
            start_vertical_scrollbar(self, self._bar)
        return self._bar

    def set_line_count(self, lines: int) -> None:
        """Scroll over so many lines from now on."""
        # Setting virtual_size itself would lay out the whole screen: 20 ms for each cursor key.
        before = self.virtual_size.height
        if lines != before:
            self.set_reactive(ScrollView.virtual_size, Size(1, lines))
            if self.is_mounted:
                update_scrollbars(self)
        self.refresh_content(max(before, lines))

    def refresh_content(self, lines: int | None = None) -> None:
        """Draw all lines again, or those of the first ones on the screen; not the border."""
        height = self.size.height
        if lines is not None:
            height = min(height, max(0, lines - self.scroll_offset.y))
        self.refresh(Region(0, 0, self.body_width, height))

    @property
    def body_width(self) -> int:
        """Cells of a line, beside the scroll bar."""
        return self.scrollable_content_region.width

    @property
    def base_style(self) -> Style:
        """The style of a line where nothing is laid over it."""
        if self._base_style is None:
            self._base_style = self.rich_style
        return self._base_style

    def notify_style_update(self) -> None:
        self._base_style = None
        super().notify_style_update()
