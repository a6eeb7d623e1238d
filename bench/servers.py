"""A PostgreSQL server that goes when a benchmark ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.db.archives import Server


@contextmanager
def server_in(folder: Path, *, wanted: bool) -> Iterator[Server | None]:
    """A server that keeps its files in a folder; None where files will do."""
    if not wanted:
        yield None
        return
    # Imported late: files do without it.
    from tests.db.archives import Server as Started

    server = Started(folder / "server")
    try:
        yield server
    finally:
        server.stop()
