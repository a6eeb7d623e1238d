"""The claims of an export, read page by page as they are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator

from sqlalchemy import Connection

from claims.review import ReviewState
from db.claims.model import ClaimRow
from db.claims.rows import fetch_page
from db.connection.cancel import Cancel
from db.export.provenance import Provenance, fetch_provenance
from db.sql.chunks import CHUNK

Progress = Callable[[int, int], None]


class Pages:
    """Claims and where they come from; ``written`` counts them.

    Args:
        connection: Of the archive.
        ids: The claims, in order.
        progress: Told claims done and claims in all, after each page.
        cancel: Stops it.
        rejected: Rejected claims come as well.
        columns: All that is told of them; None where relations and pages of PDFs are told, too.
    """

    def __init__(
        self,
        connection: Connection,
        ids: array[int],
        progress: Progress | None,
        cancel: Cancel,
        *,
        rejected: bool,
        columns: Collection[str] | None = None,
    ) -> None:
        self.connection = connection
        self._ids = ids
        self._progress = progress
        self._cancel = cancel
        self._rejected = rejected
        self._related = columns is None
        self._paged = columns is None or "page" in columns
        self.written = 0

    def __len__(self) -> int:
        """How many claims there are at most."""
        return len(self._ids)

    def rows(self) -> Iterator[ClaimRow]:
        """The claims alone, for those who have to look at all of them first."""
        for start in range(0, len(self), CHUNK):
            self._cancel.check()
            yield from self._kept(self._ids[start : start + CHUNK])

    def __iter__(self) -> Iterator[tuple[ClaimRow, Provenance]]:
        for rows, origins in self.in_bulk():
            yield from zip(rows, origins, strict=True)

    def in_bulk(self) -> Iterator[tuple[list[ClaimRow], list[Provenance]]]:
        """The claims and where they come from, page by page; no page is empty."""
        for start in range(0, len(self), CHUNK):
            self._cancel.check()
            if page := self._kept(self._ids[start : start + CHUNK]):
                yield page, fetch_provenance(self.connection, page, paged=self._paged)
                self.written += len(page)
            if self._progress is not None:
                self._progress(min(start + CHUNK, len(self)), len(self))

    def _kept(self, ids: array[int]) -> list[ClaimRow]:
        page = fetch_page(self.connection, ids, related=self._related)
        if self._rejected:
            return page
        return [row for row in page if row.review != ReviewState.REJECTED.value]
