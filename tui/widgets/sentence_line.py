"""The line above claims: what is shown, in words, and numbers beside it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.text.safe_text import safe_line
from tui.widgets.bare import BareRow


class SentenceLine(BareRow):
    """A sentence on what is shown, or what is wrong with what was asked, and numbers beside it.

    Args:
        number: What shows the numbers.
    """

    def __init__(self, number: Static) -> None:
        super().__init__(id="sentence-line")
        self.sentence = Static(Content(""), id="sentence")
        self.number = number

    def compose(self) -> ComposeResult:
        yield self.sentence
        yield self.number

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show a sentence, or a problem."""
        self.sentence.set_class(problem, "-problem")
        self.sentence.update(Content(safe_line(f"! {text}" if problem else text)))
