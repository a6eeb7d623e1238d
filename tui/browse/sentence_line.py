"""The line between filter and table: what is shown, in words, and how many claims that is."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.browse.numbers import ClaimNumbers
from tui.text.safe_text import safe_line
from tui.widgets.bare import BareRow


class SentenceLine(BareRow):
    """A sentence on the filter, or what is wrong with it, and the numbers beside it."""

    def __init__(self, engine: Engine, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.sentence = Static(Content(""), id="sentence")
        self.number = ClaimNumbers(engine, id="number")

    def compose(self) -> ComposeResult:
        yield self.sentence
        yield self.number

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show a sentence, or a problem."""
        self.sentence.set_class(problem, "-problem")
        self.sentence.update(Content(safe_line(f"! {text}" if problem else text)))
