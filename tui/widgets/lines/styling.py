"""Styles of parts of a line-drawn widget, laid over each other."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


def lay_over(widget: Widget, base: Style, name: str) -> Style:
    """What a component class sets, over a base: colours blended with the widget's own, attributes.

    Args:
        widget: Whose component class it is.
        base: What shows where the class sets nothing.
        name: The component class.
    """
    rules = widget.get_component_styles(name)
    blended = widget.get_component_rich_style(name)
    own = widget.get_component_rich_style(name, partial=True)
    over = Style(
        color=blended.color if rules.has_rule("color") else None,
        bgcolor=blended.bgcolor if rules.has_rule("background") else None,
        bold=own.bold or None,
        dim=own.dim or None,
        italic=own.italic or None,
        underline=own.underline or None,
        reverse=own.reverse or None,
    )
    return base + over
