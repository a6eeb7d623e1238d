"""Running the app on an archive until the user leaves, with little memory and short pauses."""

from __future__ import annotations

import ctypes
import gc
import sqlite3
from typing import Final

from sqlalchemy import Engine, event

from db.archive import open_archive
from db.connection.engine import limit_reading
from db.connection.passwords import shown
from db.query.model import ClaimQuery
from tui.app import ClaimsApp
from tui.browse.table.column_layout import LayoutMemory
from tui.io.garbage_collection import collect_seldom
from tui.session.archive import open_for_app
from tui.session.column_presets import PresetsOfVisit
from tui.session.logs import log
from tui.session.session import Session, begin_session
from tui.text.safe_text import safe_block

CACHE_KIB: Final = 4 * 1024
_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8


class AppFailed(Exception):  # noqa: N818 - it has failed
    """The app met an error that nobody foresaw; the message is one line that names the log."""


def open_for_screen(url: str | None, *, read_only: bool = False) -> Engine:
    """An archive for the app: its several connections keep little of the database in memory each.

    Args:
        url: Of the archive.
        read_only: Nothing in it can be changed.

    Raises:
        NoArchive: The one that is named is not there.
        ArchiveError: The archive cannot be opened.
    """
    engine = open_archive(url, read_only=True) if read_only else open_for_app(url)
    if engine.dialect.name == "sqlite":
        engine.dispose()
        event.listen(engine, "connect", _keep_little)
    limit_reading(engine)
    return engine


def _keep_little(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")


def spare_memory() -> None:
    """Have the C library give large blocks back once they are free.

    Else glibc takes the size of the largest that was freed for usual, and keeps as much: after a
    million ids have been read as one text, tens of megabytes.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError, TypeError):
        return
    mallopt(_M_MMAP_THRESHOLD, 1024 * 1024)
    mallopt(_M_ARENA_MAX, 2)


def spare_collections() -> None:
    """Keep the garbage collector off what stays for good, and its other rounds short.

    A full round over all modules takes tenths of a second, in which the screen stands still; one
    over what several hundred thousand allocations left takes a tenth.
    """
    gc.freeze()
    collect_seldom()


def run_app(
    url: str | None,
    query: ClaimQuery | None = None,
    *,
    view: str | None = None,
    fresh: bool = False,
    read_only: bool = False,
    keeps: bool = True,
) -> None:
    """Open an archive and run the app on it until the user leaves.

    Args:
        url: Of the archive.
        query: What to show first; if None, what was shown last.
        view: The saved view that the query comes from.
        fresh: Restore nothing of the last run.
        read_only: Nothing in the archive can be changed.
        keeps: Whether to keep how it is left; when somebody was there is kept anyway.

    Raises:
        ArchiveError: The archive cannot be opened.
        AppFailed: The app met an error that nobody foresaw.
    """
    engine = open_for_screen(url, read_only=read_only)
    session = begin_session(engine, fresh=fresh or not keeps)
    if not keeps:
        session.keeper = None
    log.info("started on %s", shown(engine.url))
    spare_collections()
    spare_memory()
    try:
        app = ClaimsApp(engine, query, session)
        if not keeps:
            app.presets = PresetsOfVisit()
        app.column_memory, app.first_view = (
            LayoutMemory() if fresh or not keeps else LayoutMemory.of_user(),
            view,
        )
        try:
            app.run()
        except Exception as error:
            app.failure = app.failure or error
            log.error("unexpected: %r", error, exc_info=error)
        session.keep_visit()
        if app.failure is not None:
            session.forget_screen()
            raise AppFailed(_reason(app.failure, session)) from app.failure
    finally:
        engine.dispose()


def _reason(error: Exception, session: Session) -> str:
    """One line for the terminal on what ended the app."""
    reason = safe_block(f"{type(error).__name__}: {error}".split("\n")[0])[:200]
    where = "'claims --debug tui' shows where" if session.log is None else f"see {session.log}"
    return f"the app ended on an internal error, {reason}; nothing stored is lost; {where}"
