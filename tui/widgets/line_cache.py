"""Drawn lines kept as they go to the screen.

Of any change Textual asks every widget near it for all its lines, passes each through the app's
filters, and looks up borders, outlines, tints and a dozen other styles for each line that is new:
for a page of rows that costs several times what drawing the rows does. The caches here do once for
a widget what is the same for all its lines. `Widget` takes its lines from ``_styles_cache``, which
is Textual's own name: its version is pinned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from rich.segment import Segment
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


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
        right: As well: below the scroll bar, and beyond it.
        length: Cells of content between them.
        filters: For the content's styles.
    """

    left: Sequence[Segment]
    right: Sequence[Strip]
    length: int
    filters: Filters

    @classmethod
    def cut(cls, line: Strip, left: int, length: int, bar: int, filters: Filters) -> _Frame:
        """The frame of a line that Textual drew."""
        end = left + length
        ends = (end + bar, line.cell_length) if bar else (line.cell_length,)
        right = [line.crop(start, stop) for start, stop in pairwise((end, *ends)) if start < stop]
        return cls([*line.crop(0, left)], right, length, filters)

    def around(self, content: Iterable[Segment], width: int) -> Strip:
        """A line with its frame."""
        body = [*self.left, *content]
        line = Strip(chain(body, *self.right), width)
        # Where the compositor is going to cut it, since the scroll bar lies over it.
        at = width - sum(piece.cell_length for piece in self.right)
        pieces, cuts = [Strip(body, at)], [at]
        for piece in self.right:
            pieces.append(piece)
            cuts.append(cuts[-1] + piece.cell_length)
        line._divide_cache[tuple(cuts)] = pieces
        return line


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

    def clear(self) -> None:
        self._frame = None
        super().clear()

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        width, height = widget.outer_size
        if width != self._width:
            self.clear()
            self._width = width
        dirty, cache = self._dirty_lines, self._cache
        new = [y for y in crop.line_range if y in dirty or y not in cache]
        if new:
            self._draw(widget, new, height)
            dirty.difference_update(new)
        strips = [cache[y] for y in crop.line_range]
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
                    bar, filters = widget.scrollbar_size_vertical, Filters.of(widget)
                    self._frame = _Frame.cut(strip, gutter.left, length, bar, filters)
            if framed:
                strip = self._content(widget, y - gutter.top)
            self._cache[y] = strip

    def _whole(self, widget: Widget, y: int) -> Strip:
        """A line as Textual draws it."""
        self._dirty_lines.add(y)
        return super().render_widget(widget, Region(0, y, self._width, 1))[0]

    def _content(self, widget: Widget, y: int) -> Strip:
        frame = self._frame
        assert frame is not None
        strip = self._draw_content(y)
        if strip.cell_length != frame.length:
            strip = strip.adjust_cell_length(frame.length, widget.rich_style)
        filters = frame.filters
        shown = (Segment(text, filters(style)) for text, style, _ in strip)
        return frame.around(shown, self._width)
