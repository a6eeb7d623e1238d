"""Jump mode: letters over what is on the screen, and a letter goes there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.color import TRANSPARENT
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.dialogs.jump_targets import Target
from tui.keys import keymap

DIM: Final = Style(dim=True)


class Overlay(Widget):
    """The screen as it was, dimmed, with labels drawn over it: one widget, however many labels."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"jump--label", "jump--typed"}

    def __init__(self, below: Screen[Any], labels: Mapping[str, Target]) -> None:
        super().__init__()
        console = below.app.console
        whole = console.options.update_dimensions(*below.size)
        lines = console.render_lines(BackgroundScreen(below, TRANSPARENT), whole, style=DIM)
        self._lines = [Strip(line) for line in lines]
        self._labels = labels
        self.typed = ""

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line = self._lines[y] if y < len(self._lines) else Strip.blank(width)
        here = [(at.x, label) for label, at in self._labels.items() if at.y == y]
        parts = []
        done = 0
        for x, label in sorted(here):
            if not label.startswith(self.typed) or x < done:
                continue
            parts += [line.crop(done, x), self._label(label)]
            done = x + len(label)
        return Strip.join([*parts, line.crop(done, width)]).adjust_cell_length(width)

    def _label(self, label: str) -> Strip:
        typed = len(self.typed)
        label_style = self.get_component_rich_style("jump--label")
        typed_style = self.get_component_rich_style("jump--typed")
        shown = label.upper()
        return Strip([Segment(shown[:typed], typed_style), Segment(shown[typed:], label_style)])


class JumpScreen(ModalScreen[Target | None]):
    """Gives back where to go, or None.

    Args:
        below: What the labels are to be drawn over.
        labels: Where each label leads.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.DIALOG

    def __init__(self, below: Screen[Any], labels: Mapping[str, Target]) -> None:
        super().__init__()
        self._labels = labels
        self._size_then = below.size
        self._overlay = Overlay(below, labels)

    def compose(self) -> ComposeResult:
        yield self._overlay

    def on_key(self, event: events.Key) -> None:
        event.stop()
        typed = self._overlay.typed + (event.character or "?").lower()
        if any(label.startswith(typed) and label != typed for label in self._labels):
            self._overlay.typed = typed
            self._overlay.refresh()
        else:
            self.leave(self._labels.get(typed))

    def on_click(self) -> None:
        self.leave()

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self._size_then:
            # The labels are no longer where they lead.
            self.leave()

    def leave(self, target: Target | None = None) -> None:
        """End jump mode, and go somewhere."""
        # What was typed or clicked meanwhile is still sent here.
        if self.is_current:
            self.dismiss(target)

    def action_leave(self) -> None:
        self.leave()
