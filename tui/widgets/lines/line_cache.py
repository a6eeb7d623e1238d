"""Drawn lines kept as they go to the screen.

Of any change Textual asks every widget near it for all its lines, passes each through the app's
filters, and looks up borders, outlines, tints and a dozen other styles for each line that is new:
for a page of rows that costs several times what drawing the rows does. The caches here do once for
a widget what is the same for all its lines. ``draw_by`` of `tui.textual_private` gives them to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.textual_private import StylesCache


class KeptLines(StylesCache):
    """The lines of a widget that seldom changes."""

    _kept: tuple[Region, list[Strip]] | None = None

    def set_dirty(self, *regions: Region) -> None:
        self._kept = None
        super().set_dirty(*regions)

    def clear(self) -> None:
        self._kept = None
        super().clear()

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        if self._kept is None or self._kept[0] != crop:
            self._kept = crop, self.draw(widget, crop)
        return self._kept[1]

    def draw(self, widget: Widget, crop: Region) -> list[Strip]:
        """The lines of the widget in a region of it."""
        return super().render_widget(widget, crop)


@dataclass(slots=True)
class Filters:
    """What the app's filters make of styles on a background; they look at nothing else."""

    filters: Sequence[LineFilter]
    background: Color
    _known: dict[Style | None, Style | None] = field(default_factory=dict)

    @classmethod
    def of(cls, widget: Widget) -> Filters:
        return cls(widget.get_line_filters(), widget.background_colors[1])

    def __call__(self, style: Style | None) -> Style | None:
        known = self._known.get(style, ...)
        if known is not ...:
            return known
        segments = [Segment(" ", style)]
        for one in self.filters:
            segments = one.apply(segments, self.background)
        self._known[style] = segments[0].style
        return segments[0].style


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around each line of content.

    Args:
        left: Of the line, as it goes to the screen.
        right: As well.
        length: Cells of content between them.
        filters: For the content's styles.
    """

    left: Sequence[Segment]
    right: Sequence[Segment]
    length: int
    filters: Filters

    @classmethod
    def cut(cls, line: Strip, left: int, length: int, filters: Filters) -> _Frame:
        """The frame of a line that Textual drew."""
        return cls([*line.crop(0, left)], [*line.crop(left + length)], length, filters)

    def around(self, content: Iterable[Segment], width: int) -> Strip:
        """A line with its frame."""
        return Strip(chain(self.left, content, self.right), width)


class FramedLines(StylesCache):
    """The lines of a widget that draws its own content, in the border that its styles give it.

    Args:
        content: Draws a line of what stands inside the border.

    Opacity, tint and hatching are not for these widgets.
    """

    def __init__(self, content: Callable[[int], Strip]) -> None:
        super().__init__()
        self._draw_content = content
        self._frame: _Frame | None = None
        self._lines: dict[int, Strip] = {}
        self._length = 0

    def set_dirty(self, *regions: Region) -> None:
        for region in regions:
            for y in region.line_range:
                self._lines.pop(y, None)
        super().set_dirty(*regions)

    def clear(self) -> None:
        self._frame = None
        self._lines = {}
        super().clear()

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        width, height = widget.outer_size
        if width != self._length:
            self.clear()
            self._length = width
        if new := [y for y in crop.line_range if y not in self._lines]:
            self._draw(widget, new, height)
        strips = [self._lines[y] for y in crop.line_range]
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _draw(self, widget: Widget, lines: Sequence[int], height: int) -> None:
        gutter = widget.styles.gutter
        length = widget.scrollable_content_region.width
        for y in lines:
            framed = gutter.top <= y < height - gutter.bottom
            if self._frame is None or self._frame.length != length or not framed:
                strip = self._whole(widget, y)
                if framed:
                    self._frame = _Frame.cut(strip, gutter.left, length, Filters.of(widget))
            if framed:
                strip = self._content(widget, y - gutter.top)
            self._lines[y] = strip

    def _whole(self, widget: Widget, y: int) -> Strip:
        """A line as Textual draws it."""
        line = Region(0, y, self._length, 1)
        super().set_dirty(line)
        return super().render_widget(widget, line)[0]

    def _content(self, widget: Widget, y: int) -> Strip:
        frame = self._frame
        assert frame is not None
        strip = self._draw_content(y)
        if strip.cell_length != frame.length:
            strip = strip.adjust_cell_length(frame.length, widget.rich_style)
        filters = frame.filters
        shown = (Segment(text, filters(style)) for text, style, _ in strip)
        return frame.around(shown, self._length)
