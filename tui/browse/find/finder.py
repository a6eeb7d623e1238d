"""Finding text in the rows of the table: which rows have it, and going from one to the next."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import partial

from sqlalchemy import Engine

from db.claims.find import positions_of
from db.connection.cancel import Cancel
from tui.browse.find.find_bar import FindBar
from tui.browse.opening import Opening
from tui.browse.table.claim_table import ClaimTable
from tui.core.background import Host, in_background


class Finder:
    """Finds a text in the view that is shown, until it is stopped.

    Args:
        screen: The one that shows it.
        engine: Of the archive.
        table: Has the rows.
        bar: The line to write the text in.
        opening: Has the view.
    """

    def __init__(
        self, screen: Host, engine: Engine, table: ClaimTable, bar: FindBar, opening: Opening
    ) -> None:
        self._screen = screen
        self._engine = engine
        self._table = table
        self._bar = bar
        self._opening = opening
        self._text = ""
        self._matches: array[int] | None = None
        self._cancel: Cancel | None = None
        self._step = 0

    @property
    def expects_soon(self) -> bool:
        """Whether the cursor is about to go to a match."""
        return self._cancel is not None and self._step != 0

    def ask(self) -> None:
        """Ask for a text."""
        self._bar.open()

    def next(self, step: int) -> None:
        """Go to the next row that has the text, or the one before."""
        if not self._text:
            self.ask()
        elif self._matches is None:
            self._step = step
        else:
            self._to_match(step)

    def find(self, text: str) -> None:
        """Find a text; the same one once more is the next row."""
        self._table.focus()
        if text == self._text:
            self.next(1)
            return
        self._text = text
        self._table.highlight(text)
        self._step = 1
        self._search()

    def find_again(self) -> None:
        """Find the text in the view that is shown now."""
        self._step = 0
        self._search()

    def stop(self) -> bool:
        """Have nothing highlighted any more; tells whether there was anything."""
        found = bool(self._text) or self._bar.display
        self._text, self._matches = "", None
        self._stop_search()
        self._table.highlight("")
        self._bar.close()
        if found:
            self._table.focus()
        return found

    def tell(self, note: str = "") -> None:
        """Say how many rows hold the text, and which of them the cursor is on."""
        if self._matches is None:
            return
        total = len(self._matches)
        if not total:
            line = "not in these rows"
        else:
            at = bisect_left(self._matches, self._table.cursor)
            here = at < total and self._matches[at] == self._table.cursor
            line = f"{at + 1:,} of {total:,}" if here else f"{total:,} rows"
        self._bar.tell(f"{line}{note}  n N")

    def _search(self) -> None:
        self._stop_search()
        self._matches = None
        opened = self._opening.whole
        if not self._text or opened is None:
            return
        cancel = self._cancel = Cancel()
        self._bar.tell("finding…")
        shown = {column.key for column in self._table.placeable}
        # Of the type a glyph is shown, no word.
        keys = (shown | {"content", "article"} if self._table.row_lines > 1 else shown) - {"type"}
        ids = opened.rows.view.ids
        read = partial(positions_of, self._engine, ids, self._text, keys, cancel)
        in_background(self._screen, "find", read, partial(self._found, cancel), exclusive=False)

    def _stop_search(self) -> None:
        if self._cancel is not None:
            self._cancel.cancel()
            self._cancel = None

    def _found(self, cancel: Cancel, matches: array[int]) -> None:
        if cancel is not self._cancel:
            return
        self._cancel = None
        self._matches = matches
        if self._step and matches:
            # The row under the cursor is a match as good as any below.
            self._to_match(self._step, here=True)
        else:
            self.tell()

    def _to_match(self, step: int, *, here: bool = False) -> None:
        matches, cursor = self._matches, self._table.cursor
        if not matches:
            self.tell()
            return
        if step > 0:
            at = bisect_left(matches, cursor) if here else bisect_right(matches, cursor)
        else:
            at = bisect_left(matches, cursor) - 1
        wrapped = not 0 <= at < len(matches)
        self._table.cursor = matches[at % len(matches)]
        around = " · from the top" if step > 0 else " · from the end"
        self.tell(around if wrapped else "")
