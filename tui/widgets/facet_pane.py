"""A pane of one facet: its list, and a line to narrow the list by typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from tui import keymap, words
from tui.widgets.facet_list import FacetList, FacetValues
from tui.widgets.line_list import LineList
from tui.widgets.safe_input import SafeInput


class NarrowInput(SafeInput):
    """The line to narrow by; down or enter goes to the list, escape empties it first."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.NARROW

    def action_to_list(self) -> None:
        assert isinstance(self.parent, FacetPane)
        self.parent.list.focus()

    def action_leave(self) -> None:
        self.value = ""
        self.action_to_list()


class FacetPane(Vertical):
    """Speakers or articles with their numbers of claims."""

    @dataclass
    class Chosen(Message):
        """A value was chosen, to filter by it or to stop."""

        pane: FacetPane
        key: str
        label: str

        @property
        def control(self) -> FacetPane:
            return self.pane

    def __init__(self, title: str, noun: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="pane")
        self.border_title = title
        self._noun = noun
        self.list = FacetList()
        self.narrow_input = NarrowInput(placeholder="type to narrow", compact=True)
        self.narrow_input.display = False

    def compose(self) -> ComposeResult:
        yield self.narrow_input
        yield self.list

    def counting(self) -> None:
        """Say that numbers are on their way; those shown until then stay."""
        self.border_subtitle = "counting…"

    def failed(self) -> None:
        """Say that the numbers could not be had."""
        self.border_subtitle = "not counted"

    def fill(self, values: FacetValues) -> None:
        """Show these values."""
        self.list.fill(values)
        self.tell()

    def choose(self, chosen: frozenset[str]) -> None:
        """Show which keys or labels are in the filter, in lower case."""
        self.list.choose(chosen)

    def tell(self) -> None:
        """Say how many there are, and how many of them are listed."""
        total, listed = len(self.list.narrowed.values.keys), self.list.row_count
        told = words.counted(total, self._noun)
        self.border_subtitle = told if listed == total else f"{listed:,} of {told}"

    @on(FacetList.NarrowAsked)
    def _open_narrowing(self, event: FacetList.NarrowAsked) -> None:
        event.stop()
        self.narrow_input.display = True
        self.narrow_input.focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.list.narrow(event.value)
        self.tell()

    @on(Input.Submitted)
    def _to_list(self, event: Input.Submitted) -> None:
        event.stop()
        self.list.focus()

    def on_descendant_blur(self) -> None:
        if not self.narrow_input.value and not self.narrow_input.has_focus:
            self.narrow_input.display = False

    @on(LineList.CursorMoved)
    def _keep(self, event: LineList.CursorMoved) -> None:
        event.stop()

    @on(LineList.Opened)
    def _choose(self, event: LineList.Opened) -> None:
        event.stop()
        if (place := self.list.current) is not None:
            values = self.list.narrowed.values
            self.post_message(self.Chosen(self, values.keys[place], values.labels[place]))
