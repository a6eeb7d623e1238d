"""The keys of the place, with the way to the help in sight however narrow the terminal is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from tui.widgets.line_cache import KeptLines

HELP = frozenset({"help", "app.help"})


class KeyFooter(Footer):
    """A footer whose last key, help, stays at the right while the others may be cut off."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)
        self._styles_cache = KeptLines()

    def compose(self) -> ComposeResult:
        for key in super().compose():
            if isinstance(key, FooterKey) and key.action in HELP:
                key.add_class("-help")
            yield key
