"""Opening the archive for commands that only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine


def open_to_read(db: str | None) -> Engine:
    """Open an archive, made or upgraded if need be; one that cannot be written will do.

    Raises:
        ArchiveError: It cannot be opened even for reading.
    """
    from db.archive import open_archive
    from db.connection.engine import ArchiveError

    try:
        return open_archive(db)
    except ArchiveError as error:
        try:
            return open_archive(db, read_only=True)
        except ArchiveError:
            # The first reason is the one that matters: nothing was asked to be read-only.
            raise error from None
