"""What became of a claim, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from db.sql.steps import HistoryEvent
from tui.dialogs.dialog import Dialog
from tui.text.safe_text import safe_line
from tui.widgets.lines.blocks import Block, Mark
from tui.widgets.lines.paper import Paper

_FIELD: Final = 10


class HistoryScreen(Dialog[None]):
    """A history in a dialog.

    Args:
        called: Whose: the words of a claim, the title of an article.
        events: In order.
    """

    def __init__(self, called: str, events: Sequence[HistoryEvent]) -> None:
        super().__init__()
        self._called = called
        self._events = events

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as dialog:
            dialog.border_title = Content(safe_line(f"History of {self._called}"))
            dialog.border_subtitle = "esc closes"
            yield Paper()

    def on_mount(self) -> None:
        paper = self.query_one(Paper)
        paper.show([*history_blocks(self._events)])
        paper.focus()


def history_blocks(events: Sequence[HistoryEvent]) -> Iterator[Block]:
    """A heading for each step, and below it what it changed from what to what."""
    steps = [list(step) for _, step in groupby(events, key=lambda e: (e.when, e.who, e.what))]
    for step in reversed(steps):
        first = step[0]
        undone = " (undone)" if first.undone else ""
        head = f"{first.when:%Y-%m-%d %H:%M}  {first.who}  {first.what}{undone}"
        yield Block(head, (Mark(0, len(head), "speaker"),), gap=0)
        if first.why:
            yield _line("why", first.why)
        if first.field is None:
            yield _line("run", first.after)
        for event in step:
            if event.field is not None:
                yield _line(event.field, f"{event.before or '–'} → {event.after or '–'}")
        yield Block("", gap=0)


def _line(label: str, text: str) -> Block:
    width = _FIELD + 2
    return Block(
        f"  {label.ljust(_FIELD)}{text}", (Mark(0, width, "label"),), "note", gap=0, hang=width
    )
