"""Check boxes and radio buttons whose state is a character, so that it needs no colour."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Checkbox, RadioButton


class Tick(Checkbox):
    """``[x]`` or ``[ ]``."""

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")


class Choice(RadioButton):
    """``(•)`` or ``( )``."""

    @property
    def _button(self) -> Content:
        return Content("(•)" if self.value else "( )")
