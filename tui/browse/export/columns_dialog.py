"""Which columns a file has, and in which order; choices are kept by name."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.strip import Strip
from textual.widgets import Input, Label

from db.export import CHOOSABLE, COLUMNS, MEANINGS
from db.export.choosing import SHORT
from tui.browse.facets.facet_list import CURSOR
from tui.dialogs.dialog import Dialog
from tui.keys import keymap
from tui.session.column_presets import MARK, PresetError, Presets
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.cells import in_cells
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.styling import lay_over
from tui.widgets.problem_line import ProblemLine
from tui.widgets.safe_input import SafeInput

_NAME_CELLS: Final = max(map(len, CHOOSABLE)) + 1


class ChosenColumns(LineList):
    """All columns, the chosen ones first and in their order, each with what it holds.

    Args:
        chosen: Those that are chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.FILE_COLUMNS
    COMPONENT_CLASSES: ClassVar[set[str]] = {"facet--cursor", "facet--count"}

    def __init__(self, chosen: Sequence[str]) -> None:
        super().__init__()
        self._take(chosen)

    def _take(self, chosen: Sequence[str]) -> None:
        self._chosen = set(chosen)
        self._order = [*chosen, *(name for name in CHOOSABLE if name not in self._chosen)]
        self.set_rows(len(self._order))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The columns that are chosen, in their order."""
        return tuple(name for name in self._order if name in self._chosen)

    def strip_key(self, index: int) -> Hashable | None:
        return None

    def draw_row(self, index: int, width: int) -> Strip:
        name = self._order[index]
        base = self.base_style
        faint = lay_over(self, base, "facet--count")
        if index == self.cursor:
            base = faint = lay_over(self, base, "facet--cursor")
        here = CURSOR if index == self.cursor else " "
        mark = "[x]" if name in self._chosen else "[ ]"
        meaning = in_cells(MEANINGS[name], max(1, width - _NAME_CELLS - 6))
        segments = [Segment(f"{here}{mark} {name:<{_NAME_CELLS}}", base), Segment(meaning, faint)]
        return Strip(segments).adjust_cell_length(width, base)

    def action_choose(self) -> None:
        self._chosen ^= {self._order[self.cursor]}
        self.redraw()

    def action_move_column(self, step: int) -> None:
        to = self.cursor + step
        if 0 <= to < len(self._order):
            self._order.insert(to, self._order.pop(self.cursor))
            self.redraw()
            self.cursor = to

    def action_few(self) -> None:
        self._all_anew(SHORT)

    def action_every(self) -> None:
        self._all_anew(COLUMNS)

    def _all_anew(self, chosen: Sequence[str]) -> None:
        self._take(chosen)
        self.cursor = 0
        self.redraw()

    def action_save(self) -> None:
        self.screen.query_one(Input).focus()

    def action_done(self) -> None:
        assert isinstance(self.screen, FileColumnsScreen)
        self.screen.choose()


class FileColumnsScreen(Dialog[str]):
    """Gives back a list of names with commas between, or the name of a preset; or None.

    Args:
        chosen: What is chosen until now.
        presets: Where choices are kept.
    """

    def __init__(self, chosen: Sequence[str], presets: Presets) -> None:
        super().__init__()
        self.list = ChosenColumns(chosen)
        self._presets = presets
        self.problem = ProblemLine()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="file-columns-dialog") as dialog:
            dialog.border_title = "Columns of the file"
            yield self.list
            yield Label("Keep this choice by the name")
            yield SafeInput(placeholder="a name; enter keeps it", id="preset", compact=True)
            yield self.problem
        yield KeyFooter()

    def on_mount(self) -> None:
        self.list.focus()

    def choose(self) -> None:
        """Have the file written with what is chosen."""
        if self.list.chosen:
            self.dismiss(",".join(self.list.chosen))
        else:
            self.problem.tell("Choose one at least.")

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        name = event.value.strip().removeprefix(MARK)
        if not self.list.chosen:
            self.problem.tell("Choose one at least.")
            return
        try:
            self._presets.save(name, self.list.chosen)
        except PresetError as error:
            self.problem.tell(str(error))
            return
        self.dismiss(f"{MARK}{name}")

    @on(LineList.Opened)
    def _toggle(self, event: LineList.Opened) -> None:
        event.stop()
        self.list.action_choose()

    def action_leave(self) -> None:
        if self.query_one(Input).has_focus:
            self.list.focus()
        else:
            self.dismiss(None)
