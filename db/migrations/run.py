"""Running the migrations on an archive; imported only when there is something to migrate."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine
from sqlalchemy import text as sql

from db.connection.errors import ArchiveError
from db.connection.passwords import shown

_LOCK: Final = 0x636C61696D73  # "claims"; the key of PostgreSQL's advisory lock around a migration


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration for our migrations, to run on an open connection."""
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    config.set_main_option("recursive_version_locations", "true")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def is_known(revision: str) -> bool:
    """Whether a revision is one of ours, and not of a version still to come."""
    try:
        return ScriptDirectory.from_config(configuration()).get_revision(revision) is not None
    except CommandError:
        return False


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring an archive up to a revision, in one transaction."""
    with changing_schema(engine) as connection:
        upgrade_on(connection, revision)


def upgrade_on(connection: Connection, revision: str = "head") -> None:
    """Bring an archive up to a revision.

    Args:
        connection: In a transaction that changes the schema.
        revision: Which one.
    """
    command.upgrade(configuration(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take an archive back to a revision, in one transaction."""
    with changing_schema(engine) as connection:
        command.downgrade(configuration(connection), revision)


@contextmanager
def changing_schema(engine: Engine) -> Iterator[Connection]:
    """A transaction in which tables may be rebuilt: alone, and whole or not at all.

    On SQLite foreign keys are off meanwhile, since dropping a table that is being rebuilt would
    delete the rows that refer to it; they are checked before the commit. Views are not looked at
    when tables are renamed, since one that reads a table which is being rebuilt would forbid it.

    Raises:
        ArchiveError: The change would leave rows that refer to nothing.
    """
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as plain:
        # Within a transaction the setting would have no effect, and without a word.
        settings = plain.connection.cursor()
        if sqlite:
            settings.execute("PRAGMA foreign_keys = OFF")
            settings.execute("PRAGMA legacy_alter_table = ON")
        try:
            connection = plain.execution_options(claims_writing=True)
            with connection.begin():
                if not sqlite:
                    connection.execute(sql("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    name = shown(engine.url)
                    raise ArchiveError(f"{name}: the upgrade would lose data; nothing was changed")
        finally:
            if sqlite:
                settings.execute("PRAGMA legacy_alter_table = OFF")
                settings.execute("PRAGMA foreign_keys = ON")
            settings.close()
