"""The column dialog: which columns the table shows, in which order, how wide, which stay."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar, Final

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.strip import Strip

from tui.browse.facets.facet_list import CURSOR
from tui.browse.table.column_layout import BY_KEY, ColumnLayout
from tui.dialogs.dialog import Dialog
from tui.keys import keymap
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.cells import in_cells
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.styling import lay_over

WIDTH_STEP: Final = 2


class ColumnList(LineList):
    """All columns in order; what is changed is in ``layout`` at once."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.COLUMNS
    COMPONENT_CLASSES: ClassVar[set[str]] = {"facet--cursor", "facet--count"}

    def __init__(self, layout: ColumnLayout, widths: dict[str, int]) -> None:
        super().__init__()
        self.column_layout = layout
        self._placed = widths
        self.set_rows(len(layout.order))

    @property
    def current_key(self) -> str:
        """The column under the cursor."""
        return self.column_layout.order[self.cursor]

    def strip_key(self, index: int) -> Hashable | None:
        return None

    def draw_row(self, index: int, width: int) -> Strip:
        layout = self.column_layout
        key = layout.order[index]
        shown = "[ ]" if key in layout.hidden else "[x]"
        cells = layout.widths.get(key)
        cells_shown = "as fits" if cells is None else f"{cells} cells"
        if key in layout.frozen:
            cells_shown = f"frozen  {cells_shown}"
        base = self.base_style
        faint = lay_over(self, base, "facet--count")
        if index == self.cursor:
            base = faint = lay_over(self, base, "facet--cursor")
        room = max(1, width - len(cells_shown) - 6)
        name = in_cells(BY_KEY[key].title, room)
        here = CURSOR if index == self.cursor else " "
        segments = [Segment(f"{here}{shown} {name}", base), Segment(f"{cells_shown} ", faint)]
        return Strip(segments).adjust_cell_length(width, base)

    def _change(self, layout: ColumnLayout) -> None:
        key = self.current_key
        self.column_layout = layout
        self.redraw()
        self.cursor = layout.order.index(key)

    def action_show(self) -> None:
        self._change(self.column_layout.toggled(self.current_key))

    def action_widen(self, steps: int) -> None:
        key = self.current_key
        column = BY_KEY[key]
        width = self.column_layout.widths.get(key) or self._placed.get(key) or column.most or 40
        self._change(self.column_layout.resized(key, width + steps * WIDTH_STEP))

    def action_fit(self) -> None:
        self._change(self.column_layout.resized(self.current_key, None))

    def action_freeze(self) -> None:
        self._change(self.column_layout.frozen_toggled(self.current_key))

    def action_move_column(self, step: int) -> None:
        self._change(self.column_layout.moved(self.current_key, step))

    def action_reset(self) -> None:
        self._change(ColumnLayout())

    def action_done(self) -> None:
        assert isinstance(self.screen, ColumnsScreen)
        self.screen.dismiss(self.column_layout)


class ColumnsScreen(Dialog[ColumnLayout]):
    """Gives back the layout that was chosen, or None."""

    def __init__(self, layout: ColumnLayout, widths: dict[str, int]) -> None:
        super().__init__()
        self.list = ColumnList(layout, widths)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="columns-dialog") as dialog:
            dialog.border_title = "Columns"
            dialog.border_subtitle = "enter shows them, esc leaves all as it was"
            yield self.list
        yield KeyFooter()

    @on(LineList.Opened)
    def _toggle(self, event: LineList.Opened) -> None:
        event.stop()
        self.list.action_show()
