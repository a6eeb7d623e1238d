"""One line of text in so many cells of the terminal."""

from __future__ import annotations

import re
from typing import Final

from rich.cells import cell_len, set_cell_size

from tui.text.safe_text import safe_line

GAP: Final = 1


# Printable characters of one cell each, quotation marks and dashes among them: no need to look up
# each.
_ONE_CELL: Final = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)


def in_cells(text: str, width: int) -> str:
    """One line of text as exactly ``width`` cells, with an ellipsis where it is cut."""
    line = text[: 4 * width + 8]
    if not (plain := _ONE_CELL.fullmatch(line)):
        line = safe_line(line)
    line = line.strip()
    if plain or _ONE_CELL.fullmatch(line):
        if len(line) > width:
            line = line[: width - 1].rstrip() + "…"
        return line.ljust(width)
    if cell_len(line) > width:
        line = set_cell_size(line, max(0, width - 1)).rstrip() + "…"
    return set_cell_size(line, width)
