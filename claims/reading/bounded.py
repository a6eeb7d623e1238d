"""Reading within limits: what may take long is read by a process that is watched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from claims.article import Article
from claims.processes.limits import Limits
from claims.processes.worker import EndedError, Worker
from claims.reading.files import HTML, read_article
from claims.reading.text.errors import ReadingError

WATCHED_FROM: Final = 200_000
"""Bytes of an HTML file from which it is read by a process of its own.

No page below takes longer than some seconds, whatever is in it, and few that are saved are longer;
a process begins to read after half a second.
"""


class BoundedReader:
    """Reads articles like ``read_article``, none of which takes more than it may.

    Closing it ends its process, which is started when the first long page is read.

    Args:
        limits: What reading one article may take.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
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

    def read(self, path: str | Path) -> Article:
        """Read one file.

        Raises:
            ReadingError: As ``read_article`` does, or reading it takes more than the limits.
        """
        path = Path(path)
        if not _may_take_long(path):
            return read_article(path)
        try:
            article: Article = self._ready().ask(path, self._limits)
        except EndedError as ended:
            self.close()
            raise ReadingError(path, f"cannot be read: {ended}") from None
        if not self._ready().keeps_to(self._limits):
            self.close()
        return article

    def close(self) -> None:
        """End the process, if there is one."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.close()
            self._worker = None

    def _ready(self) -> Worker:
        """The process that reads, started where there is none."""
        if self._worker is None:
            self._worker = Worker(_prepare)
            self._worker.greeting()
        return self._worker


def _may_take_long(path: Path) -> bool:
    try:
        return path.suffix.lower() in HTML and path.stat().st_size >= WATCHED_FROM
    except (OSError, ValueError):
        return False


def _prepare() -> tuple[None, Callable[[Any], Article]]:
    """What the process does first: it loads what is loaded at first use, charged to no page."""
    # Imported late: in the process, not in the one that starts it.
    import claims.reading.html  # noqa: F401

    return None, read_article
