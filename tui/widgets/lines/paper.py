"""Text to read, drawn line by line, with marked spans; the detail, articles and columns use it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tui.keys import keymap
from tui.text.safe_text import safe_block, safe_line
from tui.widgets.lines.blocks import Block, Mark
from tui.widgets.lines.scrolled_lines import ScrolledLines
from tui.widgets.lines.styling import PartStyles
from tui.widgets.lines.wrapping import shortened, wrap

MIN_WIDTH: Final = 8
SPEAKER_COLOURS: Final = 6
"""So many speakers have a colour of their own; letters tell all of them apart."""
BEFORE_TAIL: Final = " · "
LEAST_TAIL: Final = 24
"""Cells below which what is left of a tail says too little; it then gets its own line."""
MOST_LABEL: Final = 2
"""Cells that the labels of a line get."""


@dataclass(frozen=True, slots=True)
class _Line:
    block: int
    start: int
    end: int
    indent: int = 0


def _shape(block: Block) -> tuple[str, int, int, str]:
    """What a block's lines depend on."""
    return block.text, block.gap, block.hang, block.tail


class Paper(ScrolledLines, can_focus=True, inherit_bindings=False):
    """Scrollable text in blocks.

    Args:
        gutter: Cells left of the text, for the glyphs of marks, from 3 cells on their labels, and
            from 5 on their flags.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.PAPER
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paper--text",
        "paper--title",
        "paper--label",
        "paper--note",
        "paper--aside",
        "paper--speaker",
        "paper--content",
        "paper--cue",
        "paper--source",
        "paper--other",
        "paper--evidence",
        "paper--same",
        "paper--differs",
        "paper--here",
        "paper--at",
        *(f"paper--speaker-{n}" for n in range(SPEAKER_COLOURS)),
    }

    @dataclass
    class Clicked(Message):
        """A place in the text was clicked; ``chain`` is 2 for a double click."""

        paper: Paper
        block: Block
        offset: int
        chain: int

        @property
        def control(self) -> Paper:
            return self.paper

    def __init__(
        self,
        *,
        gutter: int = 0,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._indent = gutter
        self._blocks: tuple[Block, ...] = ()
        self._texts: list[str] = []
        self._lines: list[_Line] = []
        self._firsts: list[int] = []
        self._width = 0
        self._strips: LRUCache[Hashable, Strip] = LRUCache(500)
        self._style = PartStyles(self, "paper--")
        self._reveal: tuple[int, int] | None = None
        self._height = 0
        self._pinned = 0

    # What is shown

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self._blocks

    @property
    def plain_lines(self) -> list[str]:
        """The lines as wrapped now, without the gutter."""
        return [self._texts[line.block][line.start : line.end] for line in self._lines]

    def show(self, blocks: Sequence[Block], *, keep_scroll: bool = False, pinned: int = 0) -> None:
        """Show other blocks.

        Args:
            blocks: In order.
            keep_scroll: Stay where it was scrolled to, not at the top.
            pinned: So many of the first blocks stay in sight above what is scrolled.
        """
        self._reveal = None
        self._pinned = pinned
        before, self._blocks = self._blocks, tuple(blocks)
        if [_shape(block) for block in before] != [_shape(block) for block in self._blocks]:
            self._set_texts()
        elif before != self._blocks:
            # Other marks in the same words: the lines stay.
            self._strips.clear()
            self.refresh_content()
        if not keep_scroll:
            self.scroll_to(y=0, animate=False, force=True)

    def mark_block(self, number: int, marks: Sequence[Mark]) -> None:
        """Mark other spans in one block; its lines stay as they are."""
        blocks = list(self._blocks)
        blocks[number] = replace(blocks[number], marks=tuple(marks))
        self._blocks = tuple(blocks)
        self._strips.clear()
        self.refresh_content()

    def _set_texts(self) -> None:
        self._layout()

    def reveal(self, block: int, offset: int) -> None:
        """Scroll so that a place in a block stands in the upper third, unless it is in sight."""
        self._reveal = (block, offset)
        if self._height:
            # At once: text and place are then drawn in one go.
            self._do_reveal()
        else:
            self.call_after_refresh(self._do_reveal)

    def reveal_offset(self, offset: int) -> None:
        """Scroll to a place in the article, in code points."""
        for index, block in enumerate(self._blocks):
            begins = block.offset
            if begins is not None and begins <= offset < begins + len(block.text):
                self.reveal(index, offset - begins)
                return

    def _do_reveal(self) -> None:
        if self._reveal is not None and self.size.height and not self._in_sight:
            line = self.line_of(*self._reveal)
            room = self.size.height - self.pinned_lines
            y = max(0, line - self.pinned_lines - room // 4)
            self.scroll_to(y=y, animate=False, force=True)

    @property
    def _in_sight(self) -> bool:
        """Whether the place last revealed is on the screen, with a few lines after it."""
        if self._reveal is None:
            return False
        top, bottom = self.scroll_offset.y + self.pinned_lines, self.scroll_offset.y + self._height
        room = bottom - top
        return top <= self.line_of(*self._reveal) <= bottom - min(4, room - room // 4)

    def line_of(self, block: int, offset: int) -> int:
        """The line on which a place in a block stands."""
        if not self._firsts or block >= len(self._firsts):
            return 0
        first = self._firsts[block]
        last = self._firsts[block + 1] if block + 1 < len(self._firsts) else len(self._lines)
        starts = [line.start for line in self._lines[first:last] if line.block == block]
        return first + max(0, bisect_right(starts, offset) - 1)

    def lines_of(self, first: int, last: int) -> int:
        """How many lines the blocks from ``first`` to ``last``, exclusive, take with their gaps."""
        ends = [*self._firsts, len(self._lines)]
        return ends[last] - ends[first]

    # Layout and drawing

    @property
    def pinned_lines(self) -> int:
        """The lines at the top that stay when the others are scrolled: at most half of them."""
        laid_out = self._pinned and self._firsts
        return min(self.lines_of(0, self._pinned), self._height // 2) if laid_out else 0

    def _line_at(self, y: int) -> int:
        """The line that stands at ``y`` below the top."""
        return y if y < self.pinned_lines else self.scroll_offset.y + y

    def _text_width(self) -> int:
        """Cells for text: what the gutter and a free cell before the scroll bar leave."""
        return max(MIN_WIDTH, self.body_width - self._indent - 1)

    def _layout(self) -> None:
        self._strips.clear()
        self._lines, self._firsts = [], []
        if not self.size.width:
            # It is not laid out itself yet, and will be told when it is.
            self._width = 0
            return
        self._width = self._text_width()
        self._texts = [self._with_tail(block) for block in self._blocks]
        for index, block in enumerate(self._blocks):
            self._firsts.append(len(self._lines))
            self._lines += self._wrapped(index, block)
            length = len(self._texts[index])
            self._lines += [_Line(index, length, length)] * block.gap
        self.set_line_count(len(self._lines))

    def _with_tail(self, block: Block) -> str:
        text = safe_block(block.text)
        if not block.tail:
            return text
        tail = safe_line(block.tail)
        start, end = wrap(text, self._width)[-1]
        room = self._width - cell_len(text[start:end] + BEFORE_TAIL)
        if room >= min(cell_len(tail), LEAST_TAIL):
            return f"{text}{BEFORE_TAIL}{shortened(tail, room)}"
        return f"{text}\n{shortened(tail, self._width)}"

    def _wrapped(self, index: int, block: Block) -> list[_Line]:
        text, hang = self._texts[index], block.hang
        if not hang or self._width < 3 * hang:
            return [_Line(index, start, end) for start, end in wrap(text, self._width)]
        (_, end), *rest = wrap(text[hang:], self._width - hang)
        first = _Line(index, 0, end + hang)
        return [first, *(_Line(index, a + hang, b + hang, hang) for a, b in rest)]

    def on_resize(self, event: events.Resize) -> None:
        top = self.scroll_offset.y + self.pinned_lines
        place = self._lines[top] if top < len(self._lines) else None
        keep_revealed = self._in_sight or not self._height
        self._height = self.size.height
        if self._text_width() != self._width:
            self._layout()
            if place is not None and self.scroll_offset.y:
                line = self.line_of(place.block, place.start) - self.pinned_lines
                self.scroll_to(y=max(0, line), animate=False, force=True)
        if keep_revealed:
            self.call_after_refresh(self._do_reveal)

    def notify_style_update(self) -> None:
        self._strips.clear()
        self._style.clear()
        super().notify_style_update()

    def selection_updated(self, selection: Selection | None) -> None:
        self._strips.clear()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        gutter = " " * self._indent
        return selection.extract("\n".join(gutter + line for line in self.plain_lines)), "\n"

    def render_line(self, y: int) -> Strip:
        # Textual asks the line under the mouse where each of its words stands.
        return self.draw_line(y).apply_offsets(0, self._line_at(y))

    def draw_line(self, y: int) -> Strip:
        index = self._line_at(y)
        width = self.body_width
        if index >= len(self._lines):
            return Strip.blank(width, self.base_style)
        strip = self._strips.get(index)
        if strip is None:
            strip = self._draw(self._lines[index], index)
            strip = strip.adjust_cell_length(width, self.base_style)
            self._strips[index] = strip
        return strip

    def _draw(self, line: _Line, index: int) -> Strip:
        block, text = self._blocks[line.block], self._texts[line.block]
        marks = [mark for mark in block.marks if mark.start < line.end and line.start < mark.end]
        segments = []
        if self._indent:
            segments += self._gutter(block, marks)
        if line.indent:
            segments.append(Segment(" " * line.indent, self._style(block.style)))
        edges = {line.start, line.end}
        for mark in marks:
            edges |= {max(mark.start, line.start), min(mark.end, line.end)}
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            over = [mark.style for mark in marks if mark.start <= start and end <= mark.end]
            segments.append(Segment(text[start:end], self._style(block.style, *over)))
        return self._with_selection(Strip(segments), index)

    def _gutter(self, block: Block, marks: Sequence[Mark]) -> list[Segment]:
        """What the line has at its left: whose it is, and the bar of the mark that lies on top."""
        touching = [mark for mark in marks if mark.gutter]
        bar, room, flags = "", max(0, min(self._indent - 2, MOST_LABEL)), ""
        labels = dict.fromkeys(mark.label for mark in sorted(touching, key=lambda m: m.start))
        label = "".join(labels)[: room + 1] if room else ""
        if len(label) > room:
            label = f"{label[: room - 1]}+"
        name = block.style
        if touching:
            bar, name, flags = touching[-1].gutter, touching[-1].style, touching[-1].flags
        text = f"{label.rjust(room)}{bar}{flags}".ljust(self._indent)[: self._indent]
        return [Segment(text, self._gutter_style(name))]

    def _gutter_style(self, name: str) -> Style:
        plain = Style(bgcolor=self.base_style.bgcolor, underline=False, italic=False)
        return self._style(name) + plain

    def _with_selection(self, strip: Strip, index: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(index) if selection is not None else None
        if span is None:
            return strip
        text, (start, end) = strip.text, span
        left = cell_len(text[:start])
        right = strip.cell_length if end == -1 else cell_len(text[:end])
        before, chosen, after = (
            strip.crop(0, left),
            strip.crop(left, right),
            strip.crop(right, strip.cell_length),
        )
        style = self.screen.get_component_rich_style("screen--selection")
        lit = Strip([Segment(s.text, (s.style or Style.null()) + style) for s in chosen])
        return Strip.join([before, lit, after])

    # Events and actions

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = self._line_at(offset.y)
        if index < len(self._lines):
            block, place = self._place(index, offset.x)
            self.post_message(self.Clicked(self, block, place, event.chain))

    def _place(self, index: int, x: int) -> tuple[Block, int]:
        """The block and the place in it that a cell of a line shows."""
        line = self._lines[index]
        place = line.start + max(0, x - self._indent - line.indent)
        return self._blocks[line.block], min(place, line.end)

    def offset_at(self, x: int, y: int) -> int:
        """The place in the article, in code points, that a cell of a line shows."""
        block, place = self._place(min(y, len(self._lines) - 1), x)
        return (block.offset or 0) + place

    def action_scroll(self, lines: int) -> None:
        self.scroll_relative(y=lines, animate=False)

    def action_scroll_page(self, pages: float) -> None:
        self.scroll_relative(y=round(pages * max(1, self.size.height - 1)), animate=False)

    def action_scroll_start(self) -> None:
        self.scroll_home(animate=False)

    def action_scroll_finish(self) -> None:
        self.scroll_end(animate=False)
