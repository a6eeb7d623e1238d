"""The line that tells a newcomer what to press; it goes with the first step."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

HINT: Final = "New here?  / finds a name or words · ⏎ reads the article · ? has every key"


class FirstHint(Static):
    """Stands above the keys while nobody has gone anywhere, in a user's first run only."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(Content(HINT), id=id)
        self.display = False

    def on_mount(self) -> None:
        self.watch(self.screen, "focused", self._gone, init=False)

    def _gone(self, before: Widget | None, now: Widget | None) -> None:
        # That something has the focus at all is no step yet.
        if before is not None and now is not None:
            self.display = False
