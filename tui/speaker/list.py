"""A pane of the speaker screen: rows of any height under headings that the cursor passes over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.keys import keymap
from tui.speaker.rows import PaneLine, Thing
from tui.text.safe_text import safe_line

_STYLES: Final = {"title": "bold $text-primary", "label": "$foreground-muted"}


class PaneList(OptionList, inherit_bindings=False):
    """Lists lines; ``thing`` is what the row under the cursor stands for."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.SPEAKER_ROWS

    def __init__(self, title: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="pane", markup=False)
        self.border_title = title
        self._things: list[Thing | None] = []
        self._clicks = 0

    def on_click(self, event: events.Click) -> None:
        """Have one click go to a row, and two open what it stands for."""
        self._clicks = event.chain
        self.call_later(self._forget_clicks)

    def _forget_clicks(self) -> None:
        self._clicks = 0

    def action_select(self) -> None:
        if self._clicks != 1:
            super().action_select()

    def fill(self, lines: Iterable[PaneLine]) -> None:
        """Show other lines, with the cursor where it was."""
        before = self.highlighted or 0
        listed = list(lines)
        self._things = [line.thing for line in listed]
        self.clear_options()
        self.add_options(Option(_content(line), disabled=line.thing is None) for line in listed)
        free = [n for n, thing in enumerate(self._things) if thing is not None]
        self.highlighted = next((n for n in free if n >= before), free[-1] if free else None)

    @property
    def thing(self) -> Thing | None:
        """What the row under the cursor stands for."""
        return None if self.highlighted is None else self._things[self.highlighted]


class QuestionList(PaneList, inherit_bindings=False):
    """The questions of the source inbox."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.INBOX_ROWS


class AnswerList(PaneList, inherit_bindings=False):
    """A question of the source inbox with its answers."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.INBOX_ANSWERS


def _content(line: PaneLine) -> Content:
    text = safe_line(line.text)
    return Content.styled(text, _STYLES.get(line.style, "$foreground"))
