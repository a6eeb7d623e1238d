"""An archive that is being filled: nothing opens it as one until all is there.

Its table of the schema's version has another name meanwhile, references are not enforced and the
full-text indexes are not kept, which is made up for at the end in one transaction.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy import text as sql
from sqlalchemy.schema import AddConstraint, DropConstraint

from db.archive import COPYING, HEAD
from db.connection.engine import take_stock
from db.connection.errors import ArchiveError
from db.connection.passwords import shown
from db.keeping.rows import all_tables, count_rows
from db.migrations.run import changing_schema, upgrade_on
from db.schema import fulltext

_VERSION: Final = "alembic_version"


def begin(engine: Engine) -> bool:
    """Make an empty database one that is being filled, or go on with one.

    Returns:
        Whether it is one that was begun before.

    Raises:
        ArchiveError: It holds an archive, or something else; or it was begun by another version.
    """
    with changing_schema(engine) as connection:
        there = set(inspect(connection).get_table_names())
        if COPYING in there:
            begun = connection.scalar(sql(f"SELECT version_num FROM {COPYING}"))
            if begun != HEAD:
                reason = "holds a copy that another version of Claims began; empty it first"
                raise ArchiveError(f"{shown(engine.url)}: {reason}")
            return True
        _refuse_full(connection, there)
        upgrade_on(connection)
        loosen(connection)
    return False


def is_archive(connection: Connection) -> bool:
    """Whether a database holds an archive of this version, all of it."""
    if not inspect(connection).has_table(_VERSION):
        return False
    return bool(connection.scalar(sql(f"SELECT version_num FROM {_VERSION}")) == HEAD)


def loosen(connection: Connection) -> None:
    """Have an empty archive be one that is being filled.

    Args:
        connection: In a transaction that changes the schema.
    """
    fulltext.drop_triggers(connection)
    if connection.dialect.name == "postgresql":
        for table in all_tables():
            for constraint in table.foreign_key_constraints:
                connection.execute(DropConstraint(constraint))
        for index in fulltext.INDEXES:
            connection.exec_driver_sql(f"DROP INDEX {index.gin}")
    connection.exec_driver_sql(f"ALTER TABLE {_VERSION} RENAME TO {COPYING}")


def finish(connection: Connection) -> None:
    """Have what was filled be an archive.

    Args:
        connection: In a transaction that changes the schema.
    """
    if connection.dialect.name == "postgresql":
        for table in all_tables():
            for constraint in table.foreign_key_constraints:
                connection.execute(AddConstraint(constraint, isolate_from_table=False))
        fulltext.create_missing(connection, ())
    count_on(connection)
    fulltext.create_triggers(connection)
    fulltext.rebuild(connection)
    connection.exec_driver_sql(f"ALTER TABLE {COPYING} RENAME TO {_VERSION}")
    take_stock(connection)


def _refuse_full(connection: Connection, there: set[str]) -> None:
    ours = {table.name for table in all_tables()}
    name = shown(connection.engine.url)
    foreign = there - ours - {_VERSION} if connection.dialect.name == "sqlite" else set()
    foreign = {one for one in foreign if not any(one.startswith(i.fts) for i in fulltext.INDEXES)}
    if foreign or (there & ours and _VERSION not in there):
        raise ArchiveError(f"{name}: belongs to another program")
    for table in all_tables():
        if table.name in there and count_rows(connection, table):
            raise ArchiveError(f"{name}: holds an archive already; copy to an empty database")


def count_on(connection: Connection) -> None:
    """Have PostgreSQL give out numbers after the last one, and after what it gave out before;
    SQLite does so by itself.

    Args:
        connection: In a transaction that writes.
    """
    if connection.dialect.name == "sqlite":
        return
    for table in all_tables():
        if "id" in table.columns:
            sequence = connection.exec_driver_sql(
                f"SELECT pg_get_serial_sequence('{table.name}', 'id')"
            ).scalar_one()
            last = f"greatest(max(id), (SELECT last_value FROM {sequence}))"
            connection.exec_driver_sql(
                f"SELECT setval('{sequence}', {last}) FROM {table.name} HAVING max(id) > 0"
            )
