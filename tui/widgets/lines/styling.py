"""Styles of parts of a line-drawn widget, laid over each other."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

from tui.widgets.lines.scrolled_lines import ScrolledLines


class PartStyles:
    """Styles of the parts of a widget over its own, each worked out once.

    Args:
        widget: Whose parts they are.
        prefix: What the component class of each part begins with.
    """

    def __init__(self, widget: ScrolledLines, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._known: dict[tuple[str, ...], Style] = {}

    def __call__(self, *parts: str) -> Style:
        """The style of a part, with those of others laid over it."""
        style = self._known.get(parts)
        if style is None:
            style = self._widget.base_style
            for part in parts:
                style = lay_over(self._widget, style, f"{self._prefix}{part}")
            self._known[parts] = style
        return style

    def clear(self) -> None:
        """Work them out anew: the widget looks otherwise now."""
        self._known.clear()


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
