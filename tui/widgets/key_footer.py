"""The keys of the place, with the way to the help in sight however narrow the terminal is."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer

from tui.textual_private import draw_by
from tui.widgets.line_cache import KeptLines

HELP: Final = frozenset({"help", "app.help"})


class KeyFooter(Footer):
    """A footer whose last key, help, stays at the right while the others may be cut off.

    It is made anew only where its keys are others than before: a screen asks at every move.
    """

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)
        draw_by(self, KeptLines())
        self._keys_shown: tuple[object, ...] | None = None

    def compose(self) -> ComposeResult:
        keys = _keys(self.screen)
        for key in super().compose():
            self._keys_shown = keys
            # Else each would be styled without it first.
            key.add_class("-compact")
            if getattr(key, "action", None) in HELP:
                key.add_class("-help")
            yield key

    def bindings_changed(self, screen: Screen[object]) -> None:
        if _keys(screen) != self._keys_shown:
            super().bindings_changed(screen)


def _keys(screen: Screen[object]) -> tuple[object, ...]:
    """All that a footer tells of a screen's keys."""
    bindings = screen.active_bindings.values()
    return tuple((key, enabled, told) for _, key, enabled, told in bindings if key.show)
