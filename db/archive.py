"""Opening an archive: its schema is created or brought up to date on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy import text as sql

from db.connection.engine import connect, database_url, take_stock
from db.connection.errors import ArchiveError, NoArchive, archive_errors
from db.connection.passwords import shown
from db.schema.base import Base

HEAD: Final = "0028"
"""The newest revision in ``db/migrations``, known here so that opening need not import Alembic."""

COPYING: Final = "copying_version"
"""The table that has the revision of an archive while it is being filled from another one."""

_LINKED: Final = "0028"
"""The revision from which on entities are linked across articles as they are now."""


def open_archive(
    url: str | None = None,
    *,
    read_only: bool = False,
    create: bool = True,
    upgraded: Callable[[Engine], None] = lambda engine: None,
) -> Engine:
    """Open an archive; upgrade it if it is older.

    Args:
        url: As for ``database_url``.
        read_only: Nothing is created or upgraded, and every write fails.
        create: Where there is none yet, make the file and the schema.
        upgraded: Called with one that was of an older version and is not any more.

    Raises:
        NoArchive: There is none, and none is to be made.
        ArchiveError: It cannot be opened, is of a newer version, or is not an archive.
    """
    engine = connect(database_url(url), read_only=read_only, create=create)
    try:
        with archive_errors(engine):
            if _bring_up_to_date(engine, read_only=read_only, create=create):
                upgraded(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def first_run(engine: Engine) -> str | None:
    """Public id of an archive's first run, which no other archive has but copies and backups of it;
    None where nothing was stored yet.

    Args:
        engine: Of an open archive.

    Raises:
        ArchiveError: The database failed.
    """
    with archive_errors(engine), engine.connect() as connection:
        found: str | None = connection.scalar(sql("SELECT public_id FROM run ORDER BY id LIMIT 1"))
    return found


def _bring_up_to_date(engine: Engine, *, read_only: bool, create: bool) -> bool:
    """Whether it was upgraded."""
    with engine.connect() as connection:
        revision = _revision(connection)
        if revision == HEAD:
            return False
        if revision is None:
            _refuse_foreign(connection)
    name = shown(engine.url)
    if revision is not None:
        # Imported late: Alembic, which an archive that is up to date does without.
        from db.migrations.run import is_known

        if not is_known(revision):
            raise ArchiveError(f"{name}: was made by a newer version of Claims; upgrade Claims")
    if revision is None and (read_only or not create):
        raise NoArchive(f"{name}: holds no archive yet")
    if read_only:
        raise ArchiveError(f"{name}: is of an older version, and reading alone cannot upgrade it")
    # Imported late: Alembic, as above.
    from db.migrations.run import changing_schema, upgrade_on

    # In one transaction, so that no archive is found upgraded but not linked.
    with changing_schema(engine) as connection:
        upgrade_on(connection)
        if revision is not None:
            if revision < _LINKED:
                # Imported late: linking, which hardly any archive needs when it is opened.
                from db.identity.rebuild import relink_all

                relink_all(connection)
            # What the database knew of tables that were rebuilt is gone.
            take_stock(connection)
    return revision is not None


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sql("SELECT version_num FROM alembic_version")).scalar()


def _refuse_foreign(connection: Connection) -> None:
    """Leave a database alone that is somebody else's; a server's may hold other tables beside."""
    tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
    if COPYING in tables:
        raise ArchiveError(
            f"{shown(connection.engine.url)}: holds a copy that was broken off; 'claims copy' from "
            "the same database goes on with it"
        )
    if connection.dialect.name != "sqlite":
        tables &= set(Base.metadata.tables)
    if tables:
        raise ArchiveError(f"{shown(connection.engine.url)}: belongs to another program")
