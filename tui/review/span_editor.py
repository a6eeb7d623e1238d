"""An article's text in which the ends of content, cue and source are moved by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.binding import BindingType
from textual.message import Message

from db.claims.article_page import ArticlePage
from tui.core.article_blocks import segments_of
from tui.keys import keymap
from tui.review.span_draft import PARTS, SpanDraft, Unit
from tui.widgets.lines.blocks import Block, Mark
from tui.widgets.lines.paper import Paper

_HERE: Final = "▶"
_PIECE: Final = "┃"


class SpanEditor(Paper):
    """The text with the draft's spans. A click makes a piece the active one and moves nothing;
    words that are dragged over become it.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.SPANS
    COMPONENT_CLASSES: ClassVar[set[str]] = {"paper--end"}

    @dataclass
    class Edited(Message):
        """A span was moved, or another one is active."""

        editor: SpanEditor

    def __init__(self, page: ArticlePage, draft: SpanDraft, *, id: str) -> None:  # noqa: A002
        super().__init__(gutter=1, id=id, classes="pane")
        self._page = page
        self.draft = draft

    def on_mount(self) -> None:
        self.show_draft()

    def show_draft(self) -> None:
        """Draw the spans, and the place of the active end in sight."""
        self.show([*self._draft_blocks()], keep_scroll=True)
        self.reveal_offset(self.draft.offset)
        self.post_message(self.Edited(self))

    def _draft_blocks(self) -> Iterator[Block]:
        draft = self.draft
        for segment in segments_of(self._page):
            start, end = segment.start, segment.end
            marks: list[Mark] = []
            for part in PARTS:
                for number, span in enumerate(draft.spans[part]):
                    here = part == draft.part and number == draft.piece
                    a, b = max(span.start, start) - start, min(span.end, end) - start
                    if a < b:
                        marks.append(Mark(a, b, part, _HERE if here else _PIECE))
            at = draft.offset - start
            if draft.active is not None and 0 <= at < end - start:
                marks.append(Mark(at, at + 1, "end", _HERE))
            yield Block(self._page.text[start:end], tuple(marks), offset=start)

    def _edited(self, done: bool) -> None:
        if done:
            self.show_draft()
        else:
            self.app.bell()

    @on(Paper.Clicked)
    def _clicked(self, event: Paper.Clicked) -> None:
        event.stop()
        if event.block.offset is not None and self.draft.choose_at(
            event.block.offset + event.offset
        ):
            self.show_draft()

    def take_selection(self) -> None:
        """Have the active piece hold the words that are selected with the mouse, if any are."""
        selection = self.text_selection
        if selection is None or selection.start is None or selection.end is None:
            return
        start, end = self.offset_at(*selection.start), self.offset_at(*selection.end)
        self.screen.clear_selection()
        self._edited(self.draft.take(start, end))

    def action_end(self, unit: str, step: int) -> None:
        self._edited(self.draft.move(Unit(unit), step))

    def action_other_end(self) -> None:
        self.draft.other_end()
        self.show_draft()

    def action_part(self, part: str) -> None:
        self.draft.choose(part)
        self.show_draft()

    def action_add_piece(self) -> None:
        self._edited(self.draft.add_piece())

    def action_drop_piece(self) -> None:
        self._edited(self.draft.drop_piece())
