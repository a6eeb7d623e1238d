"""Which files failed when they were last tried, so that they can be tried again alone."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from claims.reading.locations import from_root
from db.connection.engine import writing
from db.schema.failures import FailedFile
from db.sql.chunks import chunks
from db.sql.insert import add


class Failures:
    """What was tried in one run, and what of it failed."""

    def __init__(self) -> None:
        self._file = ""
        self._tried: set[str] = set()
        self._failed: dict[tuple[str, str], str] = {}

    def tried(self, path: str) -> None:
        """Take note of a file that is read now."""
        self._file = from_root(path)
        self._tried.add(self._file)

    def add(self, path: str, reason: str) -> None:
        """Take note of what failed: a file, or what lies in one."""
        whole = from_root(path)
        if whole not in self._tried:
            file = whole.partition("#")[0]
            whole = file if file in self._tried else self._file
        if whole:
            self._failed[whole, path] = reason

    def keep(self, engine: Engine) -> None:
        """Store what failed, and forget what failed before and does no longer."""
        table = FailedFile
        now = datetime.now(UTC)
        rows = [
            {"file": file, "path": path, "reason": reason, "failed_at": now}
            for (file, path), reason in self._failed.items()
        ]
        # It is a convenience: all that could be stored is stored already.
        with suppress(SQLAlchemyError):
            with engine.connect() as connection:
                known = set(connection.scalars(select(table.file).distinct()))
            if not rows and not known & self._tried:
                return
            with writing(engine) as connection:
                for chunk in chunks(sorted(known & self._tried)):
                    connection.execute(delete(table).where(table.file.in_(chunk)))
                add(connection, insert(table), rows)


def failed_files(engine: Engine) -> list[str]:
    """The files of which something failed when they were tried last, in order."""
    with engine.connect() as connection:
        return list(
            connection.scalars(select(FailedFile.file).distinct().order_by(FailedFile.file))
        )
