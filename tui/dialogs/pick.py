"""A small dialog to pick one of a few things."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tui.dialogs.dialog import Dialog
from tui.text.safe_text import safe_line


class PickScreen(Dialog[str]):
    """Gives back the key of what was picked, or None.

    Args:
        title: Of the dialog.
        options: What can be picked, each with its key before it.
        picked: The key of the one to begin on; else the first.
        label: Says what is to be picked.
    """

    def __init__(
        self,
        title: str,
        options: Sequence[tuple[str, str]],
        picked: str = "",
        *,
        label: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._options = options
        self._picked = picked
        self._label = label

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            if self._label:
                yield Label(Content(safe_line(self._label)))
            yield OptionList(
                *(Option(Content(safe_line(label)), id=key) for key, label in self._options),
                markup=False,
                compact=True,
            )

    def on_mount(self) -> None:
        keys = [key for key, _ in self._options]
        if self._picked in keys:
            self.query_one(OptionList).highlighted = keys.index(self._picked)

    @on(OptionList.OptionSelected)
    def _pick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)
