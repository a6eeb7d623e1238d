"""Check boxes and radio buttons whose state is a character, so that it needs no colour."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Checkbox, RadioButton


class Tick(Checkbox):
    """``[x]`` or ``[ ]``."""

    def render(self) -> Content:
        return _marked("[x]" if self.value else "[ ]", self)


class Choice(RadioButton):
    """``(•)`` or ``( )``."""

    def render(self) -> Content:
        return _marked("(•)" if self.value else "( )", self)


def _marked(mark: str, toggle: Checkbox | RadioButton) -> Content:
    """A mark, as wide as Textual's own, before the label."""
    style = toggle.get_visual_style("toggle--label")
    return Content.assemble(mark, toggle.label.pad(1, 1).stylize_before(style))
