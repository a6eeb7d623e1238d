"""A pane of one facet: its heading, its list, and a line to narrow the list by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from db.analysis.facets.facets import Facet, FacetCounts, FacetValue, label_in
from tui.browse.facets.facet_list import CHOSEN, FacetList
from tui.keys import keymap
from tui.textual_private import ring_once
from tui.widgets.lines.line_list import LineList
from tui.widgets.safe_input import SafeInput

DEBOUNCE_SECONDS: Final = 0.15


class NarrowInput(SafeInput):
    """The line to narrow by; enter takes the first value, down goes to the list, escape empties the
    line first."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.NARROW

    def action_to_list(self) -> None:
        assert isinstance(self.parent, FacetPane)
        self.parent.list.focus()

    def action_leave(self) -> None:
        self.value = ""
        self.action_to_list()


class FacetPane(Vertical):
    """The values of one facet with their numbers of claims; the heading tells how many."""

    @dataclass
    class Chosen(Message):
        """A value was chosen, to filter by it or to stop."""

        pane: FacetPane
        key: str

        @property
        def control(self) -> FacetPane:
            return self.pane

    @dataclass
    class Cleared(Message):
        """None of the values is to be filtered by."""

        pane: FacetPane

    @dataclass
    class Narrowed(Message):
        """Values that hold another text are wanted."""

        pane: FacetPane

    def __init__(self, facet: Facet, title: str) -> None:
        super().__init__(id=f"facet-{facet}", classes="facet")
        self.facet = facet
        self.title = title
        self.list = FacetList()
        self.narrow_input = NarrowInput(placeholder="type to narrow", compact=True)
        self.narrow_input.display = False
        self._counts: FacetCounts | None = None
        self._timer: Timer | None = None
        self._filled_for = ""
        self._entered = False
        self._head("")

    def compose(self) -> ComposeResult:
        yield self.list

    @property
    def text(self) -> str:
        """What the list is narrowed by."""
        return self.narrow_input.value

    @property
    def lines_wanted(self) -> int:
        """Rows that would show all."""
        return self.list.row_count + int(self.narrow_input.display)

    def counting(self) -> None:
        """Say that numbers are on their way; those shown until then stay."""
        self._head("counting…")

    def failed(self) -> None:
        """Say that the numbers could not be had."""
        self._head("not counted")

    def put_off(self) -> None:
        """Show no numbers but of what is filtered by, and say that they can be had."""
        self._counts = None
        self.list.fill(self.list.chosen, ())
        self._head("not counted yet")

    def fill(
        self, counts: FacetCounts | None, chosen: Sequence[FacetValue], text: str = ""
    ) -> None:
        """Show these values.

        Args:
            counts: What there is; None keeps what is shown.
            chosen: Those that are filtered by.
            text: What the others were narrowed by.
        """
        if counts is not None:
            self._counts = counts
        self.list.fill(chosen, self._counts.values if self._counts else ())
        self._filled_for = text
        self.tell()
        if self._entered and text == self.text:
            # Later: what is posted while a parent is at work does not go up beyond it.
            self.call_later(self._take_first)

    def choose(self, chosen: Sequence[str]) -> None:
        """Show at once what is filtered by, with what is known of it."""
        if [value.key for value in self.list.chosen] == list(chosen):
            return
        known = {value.key: value for value in self.list.listed}
        self.list.fill(
            [known.get(key) or FacetValue(key, label_in(self.facet, key), 0) for key in chosen],
            self.list.values,
        )
        self.tell()

    def tell(self, *, counted: bool = True) -> None:
        """Say how many values there are, how many of them are listed, and how many are chosen.

        Args:
            counted: Whether the numbers are of the present filter; others are not told.
        """
        parts = []
        if self.list.chosen:
            parts.append(f"{CHOSEN}{len(self.list.chosen)}")
        if self._counts is not None and counted:
            total, listed = self._counts.total, len(self._counts.values)
            first = f"first {listed:,} of " if listed < total else ""
            parts.append(f"{first}{total:,}{' found' if self.text else ''}")
        self._head(" · ".join(parts))

    def _head(self, line: str) -> None:
        self.border_title = Content(f"{self.title} {line}".rstrip())

    # Narrowing

    @on(FacetList.NarrowAsked)
    def _open_narrowing(self, event: FacetList.NarrowAsked) -> None:
        event.stop()
        if not self.narrow_input.is_attached:
            # Few are ever asked for, and an app that begins would wait for eight of them.
            self.mount(self.narrow_input, before=self.list)
        self.narrow_input.display = True
        self.narrow_input.focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._entered = False
        if self._timer is not None:
            self._timer.stop()
        self._timer = ring_once(self, DEBOUNCE_SECONDS, self._ask)

    def _ask(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = None
        self.post_message(self.Narrowed(self))

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.list.focus()
        if self.text and self.text == self._filled_for:
            self._take_first()
        elif self.text:
            # What is listed still is for what was typed before.
            self._entered = True
            self._ask()

    def _take_first(self) -> None:
        """Choose the first of what was found that is not chosen yet."""
        self._entered = False
        if len(self.list.listed) > (first := len(self.list.chosen)):
            self.post_message(self.Chosen(self, self.list.listed[first].key))

    def on_descendant_blur(self) -> None:
        if not self.narrow_input.value and not self.narrow_input.has_focus:
            self.narrow_input.display = False

    # Choosing

    @on(LineList.CursorMoved)
    def _keep(self, event: LineList.CursorMoved) -> None:
        event.stop()

    @on(LineList.Opened)
    def _choose(self, event: LineList.Opened) -> None:
        event.stop()
        if (value := self.list.current) is not None:
            self.post_message(self.Chosen(self, value.key))

    @on(FacetList.ClearAsked)
    def _clear(self, event: FacetList.ClearAsked) -> None:
        event.stop()
        if self.list.chosen:
            self.post_message(self.Cleared(self))
