"""How a binding is written."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def key(
    keys: str,
    action: str,
    description: str,
    ident: str,
    *,
    show: bool = False,
    display: str | None = None,
    priority: bool = False,
    tip: str = "",
) -> BindingType:
    """A binding; ``description`` is for the footer, ``tip`` says more in the help and palette."""
    return Binding(
        keys,
        action,
        description,
        show=show,
        key_display=display,
        id=ident,
        priority=priority,
        tooltip=tip or description,
    )
