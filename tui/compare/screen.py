"""Claims side by side, and the words in which the current one of each column differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from db.claims.view import ClaimRow
from tui.compare.claim_column import ClaimColumn, Entry
from tui.compare.columns import Change, ComparedColumn, changes, claim_entry, common, word_marks
from tui.compare.columns import differences as differing_words
from tui.core.claim_screen import ClaimScreen
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.text import words
from tui.text.safe_text import safe_line
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.blocks import Block, Mark
from tui.widgets.lines.paper import Paper

LEAST_WIDTH: Final = 36
"""Cells that a column needs to be read with ease."""
MOST_COLUMNS: Final = 4


class CompareColumn(ClaimColumn):
    """One column of claims, the current one with what is marked in its words."""

    def __init__(self, column: ComparedColumn) -> None:
        super().__init__()
        self._column = column
        self.word_marks: Sequence[Mark] = ()
        self.border_title = Content(safe_line(column.title))
        self.border_subtitle = words.counted(len(column.rows), "claim")

    def on_mount(self) -> None:
        column = self._column
        heading = [Entry((Block(column.subtitle, style="note"),))] if column.subtitle else []
        names = column.names_speakers
        rows = [claim_entry(row, who=not names, own=not names) for row in column.rows]
        context = [Entry(column.context)] if column.context else []
        self.fill([*heading, *rows, *context])

    def marks_over(self, row: ClaimRow) -> Sequence[Mark]:
        return self.word_marks

    def mark_words(self, marks: Sequence[Mark]) -> None:
        """Mark words of the current claim."""
        self.word_marks = marks
        self.draw()


class CompareScreen(ClaimScreen):
    """Two or more columns of claims; as many at a time as fit.

    Words are compared with those of the first column's current claim.

    Args:
        pages: Where articles are read from.
        title: Of all of them.
        columns: What stands side by side.
        command: Gives the same on the command line; None where none does.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.COMPARE

    column: reactive[int] = reactive(0, init=False)

    def __init__(
        self,
        pages: ArticlePages,
        title: str,
        columns: list[ComparedColumn],
        command: list[str] | None = None,
    ) -> None:
        super().__init__(pages)
        self._title = title
        self.shown_command = lambda: command
        self._compared = columns
        self._columns = [CompareColumn(column) for column in columns]
        self._words = all(len(column.rows) == 1 for column in columns)
        self._change: int | None = None

    def compose(self) -> ComposeResult:
        yield Static(Content(safe_line(self._title)), id="headline")
        yield Static(Content(""), id="byline")
        with Horizontal(id="columns"):
            yield from self._columns[:MOST_COLUMNS]
        yield KeyFooter()

    @property
    def columns(self) -> list[CompareColumn]:
        """All of them; one is filled when it is shown for the first time."""
        return self._columns

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.columns[self.column].row

    def on_mount(self) -> None:
        self.columns[0].focus()
        self._place()
        self.call_after_refresh(self._mark_words)

    def on_resize(self) -> None:
        self._place()

    def _place(self) -> None:
        """Show as many columns as fit, the current one among them."""
        fitting = max(1, min(MOST_COLUMNS, self.size.width // LEAST_WIDTH, len(self._compared)))
        start = max(0, min(self.column - fitting // 2, len(self._compared) - fitting))
        shown = range(start, start + fitting)
        for number, column in enumerate(self._columns):
            column.display = number in shown
        self._mount([number for number in shown if not self._columns[number].is_attached])
        self._tell(start, fitting)

    def _mount(self, numbers: Sequence[int]) -> None:
        """Put columns in their places that were not shown before: a widget for each of hundreds
        would take seconds."""
        holder = self.query_one("#columns", Horizontal)
        for number in numbers:
            behind = (column for column in self._columns[number:] if column.is_attached)
            holder.mount(self._columns[number], before=next(behind, None))
        if numbers and self._words:
            self.call_after_refresh(self._mark_words)

    def _tell(self, start: int, fitting: int) -> None:
        many = len(self._compared)
        place = f"columns {start + 1}–{start + fitting} of {many}" if many > fitting else ""
        line = " · ".join(part for part in (place, self._of_words()) if part)
        byline = self.query_one("#byline", Static)
        byline.update(Content(line))
        byline.display = bool(line)

    def _of_words(self) -> str:
        if not self._words:
            return ""
        found = self._changes()
        if not found:
            return "the same words"
        if self._change is None:
            return f"bold: differs, dim: the same · {words.counted(len(found), 'difference')}: ] ["
        return f"bold: differs, dim: the same · difference {self._change + 1} of {len(found)}"

    # Words

    @property
    def _other(self) -> int:
        """The column that is compared with the first one: the current one, or else the second."""
        return self.column or 1

    def _changes(self) -> list[Change]:
        columns = self.columns
        first, other = columns[0].row, columns[self._other].row
        return [] if first is None or other is None else changes(first.content, other.content)

    def _mark_words(self) -> None:
        """Mark in each column what differs, and the difference that was gone to."""
        rows = [column.row for column in self.columns]
        first = rows[0]
        for number, (column, row) in enumerate(zip(self.columns, rows, strict=True)):
            marks: list[Mark] = []
            if self._words and row is not None and first is not None:
                others = [other.content for other in rows[1:] if other is not None]
                spans = (
                    differing_words(first.content, row.content)
                    if number
                    else common(first.content, others)
                )
                marks = word_marks(spans)
                marks += self._mark_here(number)
            column.mark_words(marks)
        self._place()

    def _mark_here(self, number: int) -> list[Mark]:
        if self._change is None or number not in (0, self._other):
            return []
        change = self._changes()[self._change]
        start, end = change.other if number else change.first
        return [Mark(start, end, "at")] if end > start else []

    def action_words(self) -> None:
        """Compare words of the columns' current claims, or stop it."""
        self._words, self._change = not self._words, None
        self._mark_words()

    def action_difference(self, step: int) -> None:
        self._words = True
        found = self._changes()
        if not found:
            self._mark_words()
            self.notify("The words are the same.")
            return
        before_first = -1 if step > 0 else len(found)
        at = (before_first if self._change is None else self._change) + step
        if not 0 <= at < len(found):
            last = "This is the last difference." if step > 0 else "This is the first difference."
            self.notify(last)
            return
        self._change = at
        self._mark_words()
        for number, (start, _) in ((0, found[at].first), (self._other, found[at].other)):
            column = self.columns[number]
            column.reveal_entry(column.at, start)

    @on(ClaimColumn.Moved)
    def _moved(self, event: ClaimColumn.Moved) -> None:
        event.stop()
        if self._words:
            self._change = None
            self._mark_words()

    # Columns

    def watch_column(self) -> None:
        self._change = None
        if self._words:
            self._mark_words()
        self._place()
        self.columns[self.column].focus()

    def validate_column(self, column: int) -> int:
        return max(0, min(column, len(self._compared) - 1))

    @on(Paper.Clicked)
    def _click(self, event: Paper.Clicked) -> None:
        event.stop()
        assert isinstance(event.paper, CompareColumn)
        self.column = self.columns.index(event.paper)
        if event.block.claim is not None:
            event.paper.go_to(event.block.claim)
            if event.chain == 2:
                self.action_open()

    def action_column(self, step: int) -> None:
        self.column += step

    def action_leave(self) -> None:
        self.dismiss(None)
