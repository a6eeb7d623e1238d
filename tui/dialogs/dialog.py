"""What all dialogs have: they are left by a key and by a click beside them."""

from __future__ import annotations

from typing import ClassVar, Final, TypeVar

from textual import events
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Button

from tui.keys import keymap

Given = TypeVar("Given")
LEAVES: Final = "screen.leave"
"""The action that leaves a dialog or screen."""


class Dialog(ModalScreen[Given | None]):
    """Lies over the screen that it was opened from; gives back None where it is left."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.DIALOG

    def on_click(self, event: events.Click) -> None:
        """Leave where what lies below was clicked."""
        # What was clicked before the dialog was gone is still sent here.
        if self.is_current and self.get_widget_at(*event.screen_offset)[0] is self:
            event.stop()
            self.action_leave()

    def action_leave(self) -> None:
        self.dismiss(None)


def close_button() -> Button:
    """The button that leaves, with an id by which its label is changed."""
    return Button("Close", id="close", compact=True, action=LEAVES)
