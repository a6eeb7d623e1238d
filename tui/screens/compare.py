"""Claims side by side; word differences from the first where each column is one claim."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer, Static

from db.view import ClaimRow
from tui import keymap, words
from tui.comparing import ComparedColumn, claim_block
from tui.pages import ArticlePages
from tui.safe_text import safe_line
from tui.screens.article import ArticleScreen
from tui.widgets.paper import Block, Paper

LEAST_WIDTH = 24
MOST_COLUMNS = 4


class CompareColumn(Paper):
    """One column of claims with a current one."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.COLUMN

    def __init__(self, column: ComparedColumn, first: ClaimRow | None) -> None:
        super().__init__(gutter=True, classes="pane")
        self._column = column
        self._first = first
        self.at = 0
        self.border_title = Content(safe_line(column.title))
        self.border_subtitle = words.counted(len(column.rows), "claim")

    @property
    def row(self) -> ClaimRow | None:
        """The current claim."""
        return self._column.rows[self.at] if self._column.rows else None

    def on_mount(self) -> None:
        self.draw(keep_place=False)

    def draw(self, *, keep_place: bool = True) -> None:
        """Show the claims, the current one marked."""
        blocks = [Block(self._column.subtitle, style="note")] if self._column.subtitle else []
        place = 0
        for number, row in enumerate(self._column.rows):
            here = number == self.at and self.has_focus
            place = len(blocks) if number == self.at else place
            blocks += claim_block(row, self._first, here=here, who=not self._column.names_speakers)
        self.show(blocks, keep_place=keep_place)
        if keep_place:
            self.reveal(place, 0)

    def on_focus(self) -> None:
        self.draw()

    def on_blur(self) -> None:
        self.draw()

    def action_claim(self, step: int) -> None:
        at = max(0, min(self.at + step, len(self._column.rows) - 1))
        if at != self.at:
            self.at = at
            self.draw()
        else:
            self.scroll_relative(y=step, animate=False)

    def go_to(self, claim: int) -> None:
        """Go to a claim by its id."""
        self.at = [row.id for row in self._column.rows].index(claim)
        self.draw()


class CompareScreen(Screen[None]):
    """Two or more columns of claims; as many at a time as fit."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.COMPARE

    column: reactive[int] = reactive(0, init=False)

    def __init__(self, pages: ArticlePages, title: str, columns: list[ComparedColumn]) -> None:
        super().__init__()
        self._pages = pages
        self._title = title
        self._compared = columns
        single = all(len(column.rows) == 1 for column in columns)
        self._first = columns[0].rows[0] if single and columns else None

    def compose(self) -> ComposeResult:
        yield Static(Content(safe_line(self._title)), id="headline")
        yield Static(Content(""), id="byline")
        with Horizontal(id="columns"):
            for column in self._compared:
                yield CompareColumn(column, self._first)
        yield Footer(compact=True, show_command_palette=False)

    @property
    def columns(self) -> list[CompareColumn]:
        return [*self.query(CompareColumn)]

    def on_mount(self) -> None:
        self.columns[0].focus()
        self._place()

    def on_resize(self) -> None:
        self._place()

    def _place(self) -> None:
        """Show as many columns as fit, the current one among them."""
        fitting = max(1, min(MOST_COLUMNS, self.size.width // LEAST_WIDTH, len(self._compared)))
        start = max(0, min(self.column - fitting // 2, len(self._compared) - fitting))
        for number, column in enumerate(self.columns):
            column.display = start <= number < start + fitting
        self._tell(start, fitting)

    def _tell(self, start: int, fitting: int) -> None:
        many = len(self._compared)
        place = f"columns {start + 1}–{start + fitting} of {many}" if many > fitting else ""
        how = "bold: differs from the first · dim: the same" if self._first else ""
        line = " · ".join(part for part in (place, how) if part)
        byline = self.query_one("#byline", Static)
        byline.update(Content(line))
        byline.display = bool(line)

    def watch_column(self) -> None:
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

    def action_open(self) -> None:
        row = self.columns[self.column].row
        if row is not None:
            self.app.push_screen(ArticleScreen(self._pages, row.article_id, row.id))

    def action_leave(self) -> None:
        self.dismiss(None)
