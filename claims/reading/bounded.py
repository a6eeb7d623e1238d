"""Reading within limits: what may take long is read by a process that is watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from claims.processes.limits import Limits
from claims.processes.worker import EndedError, Worker
from claims.reading.files import read_articles
from claims.reading.formats.source import Options, Outcome
from claims.reading.formats.table import format_by_name
from claims.reading.locations import Location
from claims.reading.pieces import End, NamedOutcome, Piece, ReadPiece, placed, read_piece
from claims.reading.text.errors import ReadingError

WATCHED_FROM: Final = 200_000
"""Bytes of a file of one text or page from which it is read by a process of its own.

None below takes longer than some seconds, whatever is in it, and few that are saved are longer;
a process begins to read after half a second. Other formats are always read by it.
"""

_Request = tuple[Callable[[Any, Options], Iterator[Any]], Any, Options]
"""A function that opens a file, and what it is given."""


class BoundedReader:
    """Reads files like ``read_articles``, none of whose articles takes more than it may.

    Closing it ends its process, which is started when the first long file is read.

    Args:
        limits: What reading one article may take.
        options: How files are to be read.
        apart: Whether short files too are read by its process.
    """

    def __init__(
        self, limits: Limits | None = None, options: Options | None = None, *, apart: bool = False
    ) -> None:
        self._apart = apart
        self._limits = limits or Limits()
        self._options = options or Options()
        self._worker: Worker | None = None

    def __enter__(self) -> BoundedReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, path: str | Path) -> Iterator[Outcome]:
        """All articles in one file, with errors and what is passed over, in order.

        Raises:
            ReadingError: As ``read_articles`` does, or reading one takes more than the limits; what
                follows in the file is not read then.
        """
        path = Path(path)
        if self._apart or _may_take_long(path, None):
            yield from self._watched(path, (read_articles, path, self._options))
        else:
            yield from read_articles(path, self._options)

    def read_piece(self, piece: Piece) -> ReadPiece:
        """All of a piece of a file; what cannot be read is the last of it."""
        found: list[NamedOutcome] = []
        for one in self._all_outcomes(piece):
            if isinstance(one, End):
                return found, one
            found.append(one)
        return found, End()

    def read_one_by_one(self, piece: Piece) -> Iterator[Outcome]:
        """Likewise, of a whole file, of which no more than one article is in memory."""
        return (one.outcome for one in self._all_outcomes(piece) if isinstance(one, NamedOutcome))

    def _all_outcomes(self, piece: Piece) -> Iterator[NamedOutcome | End]:
        try:
            yield from self._outcomes(piece)
        except ReadingError as error:
            yield NamedOutcome(placed(error, piece))
        except Exception as error:  # A file that breaks a reader must not stop the others.
            reason = " ".join(f"{type(error).__name__}: {error}".split())
            yield NamedOutcome(ReadingError(piece.location, f"cannot be read: {reason}"))

    def _outcomes(self, piece: Piece) -> Iterator[NamedOutcome | End]:
        if self._apart or _may_take_long(piece.path, piece.size):
            return self._watched(piece.location, (read_piece, piece, self._options))
        return read_piece(piece, self._options)

    def _watched(self, location: Location, request: _Request | None) -> Iterator[Any]:
        """What a function gives in the process that is watched."""
        while (given := self._ask(location, request)) is not None:
            yield given[0]
            request = None
        if not self._ready().keeps_to(self._limits):
            self.close()

    def kill(self) -> None:
        """End the process at once, whatever another thread has it read; close it afterwards."""
        if (worker := self._worker) is not None:
            worker.kill()

    def close(self) -> None:
        """End the process, if there is one."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.close()
            self._worker = None

    def _ask(self, location: Location, request: _Request | None) -> Any:
        try:
            return self._ready().ask(request, self._limits)
        except EndedError as ended:
            self.close()
            raise ReadingError(location, f"cannot be read: {ended}") from None

    def _ready(self) -> Worker:
        """The process that reads, started where there is none."""
        if self._worker is None:
            self._worker = Worker(_prepare)
            self._worker.greeting()
        return self._worker


def _may_take_long(path: Path, size: int | None) -> bool:
    """Whether a file may; None for the size that the file system tells."""
    found = format_by_name(path)
    if found is None or not found.short:
        return True
    try:
        return (path.stat().st_size if size is None else size) >= WATCHED_FROM
    except (OSError, ValueError):
        return False


def _prepare() -> tuple[None, Callable[[Any], Any]]:
    """What the process does first: it loads what is loaded at first use, charged to no page."""
    # Imported late: in the process, not in the one that starts it.
    import claims.reading.pages.html  # noqa: F401

    return None, _Opened().next


class _Opened:
    """The file that is being read: each request gives the next of it, a function opens another."""

    def __init__(self) -> None:
        self._rest: Iterator[Any] = iter(())

    def next(self, request: _Request | None) -> tuple[Any] | None:
        """The next of a file, in a tuple: an error that is given is none that is raised.

        None at the end of the file.
        """
        if request is not None:
            function, what, options = request
            self._rest = function(what, options)
        for one in self._rest:
            return (one,)
        return None
