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
from claims.reading.text.errors import ReadingError

WATCHED_FROM: Final = 200_000
"""Bytes of a file of one text or page from which it is read by a process of its own.

None below takes longer than some seconds, whatever is in it, and few that are saved are longer;
a process begins to read after half a second. Other formats are always read by it.
"""


class BoundedReader:
    """Reads files like ``read_articles``, none of whose articles takes more than it may.

    Closing it ends its process, which is started when the first long file is read.

    Args:
        limits: What reading one article may take.
        options: How files are to be read.
    """

    def __init__(self, limits: Limits | None = None, options: Options | None = None) -> None:
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
        if not _may_take_long(path):
            yield from read_articles(path, self._options)
            return
        request: tuple[Path, Options] | None = (path, self._options)
        while (one := self._ask(path, request)) is not None:
            yield one
            request = None
        if not self._ready().keeps_to(self._limits):
            self.close()

    def close(self) -> None:
        """End the process, if there is one."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.close()
            self._worker = None

    def _ask(self, path: Path, request: tuple[Path, Options] | None) -> Outcome | None:
        try:
            answer: Outcome | None = self._ready().ask(request, self._limits)
        except EndedError as ended:
            self.close()
            raise ReadingError(path, f"cannot be read: {ended}") from None
        return answer

    def _ready(self) -> Worker:
        """The process that reads, started where there is none."""
        if self._worker is None:
            self._worker = Worker(_prepare)
            self._worker.greeting()
        return self._worker


def _may_take_long(path: Path) -> bool:
    found = format_by_name(path)
    if found is None or not found.short:
        return True
    try:
        return path.stat().st_size >= WATCHED_FROM
    except (OSError, ValueError):
        return False


def _prepare() -> tuple[None, Callable[[Any], Outcome | None]]:
    """What the process does first: it loads what is loaded at first use, charged to no page."""
    # Imported late: in the process, not in the one that starts it.
    import claims.reading.html  # noqa: F401

    return None, _Opened().next


class _Opened:
    """The file that is being read: each request gives the next of it, a path opens another."""

    def __init__(self) -> None:
        self._rest: Iterator[Outcome] = iter(())

    def next(self, request: tuple[Path, Options] | None) -> Outcome | None:
        """The next of a file; None at its end."""
        if request is not None:
            self._rest = read_articles(*request)
        return next(self._rest, None)
