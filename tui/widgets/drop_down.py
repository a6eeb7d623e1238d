"""A drop-down that says in the footer what its keys do, closed and open."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Select

from tui.keys import keymap
from tui.textual_private import SelectCurrent, SelectOverlay


class DropDown(Select[str]):
    """Shows one of some values, and all of them once it is opened."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.DROP_DOWN

    def compose(self) -> ComposeResult:
        yield SelectCurrent(self.prompt)
        yield DropDownList().data_bind(compact=Select.compact)


class DropDownList(SelectOverlay):
    """The values to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.DROP_DOWN_LIST
