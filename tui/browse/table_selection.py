"""Marks in the table of the main screen."""

from __future__ import annotations

from collections.abc import Sequence

from tui.browse.find_and_views import FindingScreen
from tui.core.selection import MarkingScreen


class TableMarksScreen(FindingScreen, MarkingScreen):
    """A screen with a table, whose marks are those of all screens above it."""

    def tell_marks(self) -> None:
        """Say how many claims are marked."""
        raise NotImplementedError

    @property
    def claim_to_mark(self) -> int | None:
        return self.table.current_id

    def after_mark(self) -> None:
        self.table.redraw_row(self.table.cursor)
        self.table.cursor += 1
        self.tell_marks()

    def show_marks(self) -> None:
        self.table.redraw()
        self.tell_marks()

    @property
    def marks(self) -> dict[int, None]:
        return self.table.marks

    def set_marks(self, marks: dict[int, None]) -> None:
        self.table.set_marks(marks)
        self.tell_marks()

    @property
    def ids_in_view(self) -> Sequence[int] | None:
        opened = self.shown
        return opened.rows.view.ids if opened is not None and opened.complete else None
