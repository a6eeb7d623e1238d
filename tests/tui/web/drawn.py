"""What an app has drawn on a screen, read from what it sends to its page."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import Final

from rich.cells import cell_len

_PARTS: Final = re.compile(
    r"\x1b\[(\d+);(\d+)H|\x1b\[[0-9;?<>=]*[A-Za-z]|([^\x1b\x00-\x1f]+)|.", re.DOTALL
)
"""Where it goes on, what else it tells a terminal, and words."""
_BEGUN: Final = re.compile(r"\x1b(\[[0-9;?<>=]*)?\Z")
"""An order of which only the beginning has come."""


class Drawn:
    """A screen as it is after all that was sent so far, each letter at its column."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")(errors="ignore").decode
        self._rest = ""
        self._cells: dict[int, dict[int, str]] = {}
        self._row, self._column = 1, 1

    def take(self, data: bytes) -> None:
        """Draw what came; a letter or an order may come in two parts."""
        text = self._rest + self._decode(data)
        begun = _BEGUN.search(text)
        self._rest = begun.group() if begun else ""
        for row, column, words in _PARTS.findall(text.removesuffix(self._rest)):
            if row:
                self._row, self._column = int(row), int(column)
            for letter in words:
                self._cells.setdefault(self._row, {})[self._column] = letter
                self._column += cell_len(letter)

    def place(self, words: str) -> tuple[int, int] | None:
        """The column and the row, from 0, where words begin; None if they are not drawn."""
        for row, cells in sorted(self._cells.items()):
            line = "".join(cells.get(column, " ") for column in range(1, max(cells) + 1))
            if (column := line.find(words)) >= 0:
                return column, row - 1
        return None
