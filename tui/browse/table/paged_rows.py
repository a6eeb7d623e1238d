"""Rows of a view by page: what was read lately is kept, what is missing is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from threading import Lock
from typing import Final, Protocol

from textual.cache import LRUCache

from db.claims.view import ClaimRow
from tui.browse.table.columns import COLUMNS, blank_in
from tui.browse.table.folding import Folds

PAGE: Final = 200
KEPT_PAGES: Final = 32
WANTED_PAGES: Final = 6


class Absent(Enum):
    """Why a row cannot be shown."""

    LOADING = "loading"
    GONE = "gone"


class View(Protocol):
    """What a table needs of a view: ordered ids, and rows by position."""

    @property
    def ids(self) -> Sequence[int]: ...

    def rows(self, start: int, stop: int) -> list[ClaimRow]: ...


class PagedRows:
    """The rows of one view for a table; pages are read by `read_next`, off the screen's thread.

    Args:
        view: Has them.
        folds: What is shown below which claim.
    """

    def __init__(self, view: View, folds: Folds | None = None) -> None:
        self.view = view
        self.folds = folds or Folds()
        self.n = len(view.ids)
        self.blank: frozenset[str] = frozenset()
        """Columns that say nothing in any row that was read, and the outlet where it is that of one
        article among others; none before a row was read."""
        self._published: set[str] = set()
        self._unpublished = False
        self._read_any = False
        self._pages: LRUCache[int, list[ClaimRow | Absent]] = LRUCache(KEPT_PAGES)
        self._wanted: list[int] = []
        self._lock = Lock()

    def grow(self, whole: PagedRows) -> None:
        """Become the whole of a view of which these rows are the first."""
        if whole.view.ids[: self.n] != self.view.ids:
            # Something was stored between the two queries.
            self._pages.clear()
        for number in list(whole._pages.keys()):
            self._pages[number] = whole._pages[number]
        self.view, self.n = whole.view, whole.n
        self._look_for_blank(whole.loaded())

    def id_at(self, index: int) -> int:
        return self.view.ids[index]

    def row(self, index: int) -> ClaimRow | Absent:
        """The row if it is here; if not, it is asked for."""
        number, at = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            self.want(number)
            return Absent.LOADING
        return page[at]

    def loaded(self) -> list[ClaimRow]:
        """The rows that are here, in no order."""
        pages = [self._pages[number] for number in list(self._pages.keys())]
        return [row for page in pages for row in page if not isinstance(row, Absent)]

    def replace(self, rows: Iterable[ClaimRow]) -> None:
        """Take these rows in the place of those of the same claims that are here."""
        found = {row.id: row for row in rows}
        self._look_for_blank(found.values())
        for number in list(self._pages.keys()):
            page = self._pages[number]
            # In place: the cache keeps the first value that a key is given.
            page[:] = [row if isinstance(row, Absent) else found.get(row.id, row) for row in page]

    def want(self, number: int) -> None:
        """Ask for a page; of many asked for in a hurry only the last few are read."""
        with self._lock:
            if number not in self._wanted:
                self._wanted.append(number)
                del self._wanted[:-WANTED_PAGES]

    def want_around(self, first: int, last: int) -> None:
        """Ask for the pages of rows ``first`` to ``last`` that are not here."""
        for number in range(max(0, first) // PAGE, min(last, self.n - 1) // PAGE + 1):
            if number not in self._pages:
                self.want(number)

    @property
    def waiting(self) -> bool:
        return bool(self._wanted)

    def read_next(self) -> tuple[int, list[ClaimRow | Absent]] | None:
        """Read the page asked for last; None if there is none to read. Safe in any thread."""
        with self._lock:
            if not self._wanted:
                return None
            number = self._wanted[-1]
        start, stop = number * PAGE, min((number + 1) * PAGE, self.n)
        found = {row.id: row for row in self.view.rows(start, stop)}
        page: list[ClaimRow | Absent] = [
            found.get(ident, Absent.GONE) for ident in self.view.ids[start:stop]
        ]
        return number, page

    def put(self, number: int, page: list[ClaimRow | Absent]) -> None:
        """Keep a page that was read."""
        self._look_for_blank(row for row in page if not isinstance(row, Absent))
        self._pages[number] = page
        with self._lock:
            if number in self._wanted:
                self._wanted.remove(number)

    def _look_for_blank(self, rows: Iterable[ClaimRow]) -> None:
        """Have no column blank that says something in one of these rows."""
        if rows := [*rows]:
            among = self.blank if self._read_any else [column.key for column in COLUMNS]
            self.blank, self._read_any = blank_in(rows, among), True
            self._published.update(row.article_id for row in rows if row.outlet)
            self._unpublished = self._unpublished or not all(row.outlet for row in rows)
            if self._unpublished and len(self._published) == 1:
                self.blank |= {"outlet"}
