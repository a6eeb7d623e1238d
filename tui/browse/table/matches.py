"""How a text that is looked for is made out in the cells of a table."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style

from tui.widgets.lines.cells import in_cells


def cell(text: str, width: int, sought: str, style: Style, gap: str = "") -> list[Segment]:
    """A cell of a table.

    Args:
        text: What it says.
        width: Cells for it.
        sought: What is looked for and made out, in lower case; "" for nothing.
        style: Of the cell.
        gap: What stands behind it.
    """
    if not sought:
        return [Segment(in_cells(text, width) + gap, style)]
    return highlighted(in_cells(from_match(text, sought, width), width) + gap, sought, style)


def from_match(text: str, sought: str, width: int) -> str:
    """A text, or what is around the match in it if that would not be seen.

    Args:
        text: Of a cell.
        sought: What is looked for, in lower case; not empty.
        width: Characters that can be seen.
    """
    at = text.lower().find(sought)
    if at < 0 or at + len(sought) < width:
        return text
    return f"…{text[max(0, at - width // 3) :]}"


def highlighted(cell: str, sought: str, style: Style) -> list[Segment]:
    """A cell with each match made out.

    Args:
        cell: As it is drawn.
        sought: What is looked for, in lower case; not empty.
        style: Of the cell.
    """
    found = style + Style(reverse=True, bold=True)
    plain = cell.lower()
    if sought not in plain or len(plain) != len(cell):
        return [Segment(cell, style)]
    segments, at = [], 0
    while (start := plain.find(sought, at)) >= 0:
        end = start + len(sought)
        segments += [Segment(cell[at:start], style), Segment(cell[start:end], found)]
        at = end
    return [*(s for s in segments if s.text), Segment(cell[at:], style)]
