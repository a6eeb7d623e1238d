"""The app's own colours: ink on paper, by night and by day. Every Textual theme works as well."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
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

LIGHT = Theme(
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

THEMES = (DARK, LIGHT)
