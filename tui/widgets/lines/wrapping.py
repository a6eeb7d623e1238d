"""Breaks text into screen lines, keeping for each line where it stands in the text."""

from __future__ import annotations

import re
from typing import Final

from rich.cells import cell_len, set_cell_size

_WORD: Final = re.compile(r"\S+|[^\S\n]+|\n")


def shortened(text: str, width: int) -> str:
    """One line of text in at most ``width`` cells, with an ellipsis where it is cut."""
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, max(0, width - 1)).rstrip()}…"


def fold(word: str, width: int) -> list[int]:
    """Lengths, in code points, of the pieces of a word that each fit ``width`` cells."""
    if word.isascii():
        whole, rest = divmod(len(word), width)
        return [width] * whole + ([rest] if rest else [])
    pieces, length, used = [], 0, 0
    for char in word:
        cells = cell_len(char)
        if length and used + cells > width:
            pieces.append(length)
            length, used = 0, 0
        length, used = length + 1, used + cells
    return [*pieces, length] if length else pieces


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Break text at white space, and inside words that are wider than a line.

    Args:
        text: Text for the screen; ``\\n`` starts a new line.
        width: Cells a line may take, at least 2 (a wide character takes two).

    Returns:
        ``(start, end)`` in code points for each line, without the white space it was broken at;
        at least one line, in order.
    """
    lines: list[tuple[int, int]] = []
    start = end = 0
    used = 0
    for match in _WORD.finditer(text):
        token, at = match.group(), match.start()
        if token == "\n":
            lines.append((start, end))
            start, end, used = at + 1, at + 1, 0
            continue
        cells = len(token) if token.isascii() else cell_len(token)
        if token.isspace():
            used += cells
            continue
        if used + cells > width and end > start:
            lines.append((start, end))
            start, used = at, 0
        elif used + cells > width:
            start, used = at, 0
        *full, last = fold(token, width) if cells > width else [len(token)]
        for length in full:
            lines.append((at, at + length))
            at += length
            start, used = at, 0
        end = at + last
        used += cell_len(text[at:end]) if full else cells
    lines.append((start, end))
    return lines
