"""What was copied."""

from __future__ import annotations

from tests.tui.driving import Desk

MARRIAGE = "“A pipeline is a marriage, and nobody wants to marry in a hurry,”"


def in_terminal(desk: Desk) -> str:
    """What was sent to the terminal's clipboard."""
    return desk.app.clipboard
