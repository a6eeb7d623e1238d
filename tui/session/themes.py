"""The app's own colours: ink on paper, by night and by day, and those of the terminal.

Every Textual theme works as well.
"""

from __future__ import annotations

import os
from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="claims-dark",
    primary="#6cb6d9",
    secondary="#93a4bd",
    accent="#f0b866",
    foreground="#d9dee5",
    background="#11151b",
    surface="#161b23",
    panel="#1f2731",
    success="#86c98f",
    warning="#e6c06c",
    error="#e5737a",
    dark=True,
    variables={
        "block-cursor-background": "#2d5f7c",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#27313d",
        "block-cursor-blurred-foreground": "#d9dee5",
        "border": "#6cb6d9",
        "border-blurred": "#2d3743",
        "footer-key-foreground": "#f0b866",
        "footer-background": "#1a2029",
        "input-selection-background": "#6cb6d9 35%",
    },
)

LIGHT: Final = Theme(
    name="claims-light",
    primary="#1c5f87",
    secondary="#5a6b7f",
    accent="#9a4f00",
    foreground="#23282e",
    background="#f6f3ec",
    surface="#fdfbf6",
    panel="#e9e4d8",
    success="#2a6f37",
    warning="#8a5a00",
    error="#a62b35",
    dark=False,
    variables={
        "block-cursor-background": "#1c5f87",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#dcd6c7",
        "block-cursor-blurred-foreground": "#23282e",
        "border": "#1c5f87",
        "border-blurred": "#cfc8b8",
        "footer-key-foreground": "#9a4f00",
        "footer-background": "#e9e4d8",
        "input-selection-background": "#1c5f87 30%",
    },
)

TERMINAL: Final = Theme(
    name="claims-terminal",
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_magenta",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
    dark=True,
    ansi=True,
    variables={
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "border": "ansi_blue",
        "border-blurred": "ansi_bright_black",
        "block-cursor-background": "ansi_blue",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-foreground": "ansi_default",
        "footer-background": "ansi_default",
        "footer-key-foreground": "ansi_magenta",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_bright_white",
        "screen-selection-background": "ansi_blue",
        "screen-selection-foreground": "ansi_bright_white",
    },
)
"""The sixteen colours that the terminal's own settings give, on its own background."""

THEMES: Final = (DARK, LIGHT, TERMINAL)


def usual_theme() -> str:
    """The theme where none is chosen: colours of our own need a terminal that has more than 16."""
    few = os.environ.get("TERM", "").startswith(("linux", "vt", "ansi", "cons"))
    few = few and "COLORTERM" not in os.environ
    return TERMINAL.name if few or no_color() else DARK.name


def no_color() -> bool:
    """Whether the user wants no colour at all: only the terminal's theme can do without any."""
    return "NO_COLOR" in os.environ


def next_theme(name: str) -> str:
    """The one of our themes that follows another; after a theme of Textual's, the first."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
