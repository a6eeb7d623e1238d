"""Opening an archive that is there; only commands that store what they read make a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.io.streams import tell

# Imported late: SQLAlchemy, for which no help and no completion is to wait.
if TYPE_CHECKING:
    from sqlalchemy import Engine


FOUND_BEFORE: Final = (
    "an older version found claims of this archive, and what they are of is not told; "
    "'claims reextract' tells it, and keeps what was judged"
)


def tell_found_before(engine: Engine) -> None:
    """Offer to extract again where an archive that was upgraded has claims that need it."""
    from db.keeping.older import is_found_before

    if is_found_before(engine):
        tell(FOUND_BEFORE)


def open_existing(db: str | None) -> Engine:
    """Open an archive that is there, upgraded if need be.

    Raises:
        NoArchive: There is none; the message says how to make one.
        ArchiveError: It cannot be opened.
    """
    from db.archive import open_archive
    from db.connection.engine import NoArchive, is_default

    try:
        return open_archive(db, create=False, upgraded=tell_found_before)
    except NoArchive as error:
        reason = "nothing is stored yet" if is_default(db) else str(error)
        raise NoArchive(f"{reason}; 'claims ingest PATH…' stores articles and claims") from None


def open_for_app(db: str | None) -> Engine:
    """Open an archive for the app, which also begins with none: only the default one is then made.

    Raises:
        NoArchive: The one that is named is not there.
        ArchiveError: It cannot be opened.
    """
    from db.archive import open_archive
    from db.connection.engine import is_default

    return open_archive(db) if is_default(db) else open_existing(db)


def open_to_read(db: str | None) -> Engine:
    """Open an archive that is there, upgraded if need be; one that cannot be written will do.

    Raises:
        NoArchive: There is none.
        ArchiveError: It cannot be opened even for reading.
    """
    from db.archive import open_archive
    from db.connection.engine import ArchiveError, NoArchive

    try:
        return open_existing(db)
    except NoArchive:
        raise
    except ArchiveError as error:
        try:
            return open_archive(db, read_only=True)
        except ArchiveError:
            # The first reason is the one that matters: nothing was asked to be read-only.
            raise error from None
