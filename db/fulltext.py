"""The full-text indexes over claim content and article titles, on both backends.

SQLite has an external-content FTS5 table for each, fed by triggers; rows are found by ``rowid``,
which is the ``id`` of the indexed table. PostgreSQL has a GIN index on an expression; a query uses
it only where it repeats that expression, so take ``vector`` from here. Both stem English words.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, literal_column, type_coerce
from sqlalchemy.dialects.postgresql import TSVECTOR

CONFIGURATION = "english"
TOKENIZER = "porter unicode61 remove_diacritics 2"


@dataclass(frozen=True, slots=True)
class TextIndex:
    """A full-text index over one column of one table."""

    table: str
    column: str

    @property
    def fts(self) -> str:
        """Name of the FTS5 table on SQLite."""
        return f"{self.table}_fts"

    @property
    def gin(self) -> str:
        """Name of the index on PostgreSQL."""
        return f"ix_{self.table}_{self.column}_fts"

    @property
    def triggers(self) -> tuple[str, ...]:
        """Names of the triggers on SQLite."""
        return tuple(f"{self.fts}_{event}" for event in ("insert", "update", "delete"))

    @property
    def vector(self) -> ColumnElement[str]:
        """The indexed expression on PostgreSQL."""
        column: ColumnElement[str] = literal_column(f"{self.table}.{self.column}")
        return type_coerce(func.to_tsvector(literal_column(f"'{CONFIGURATION}'"), column), TSVECTOR)


CLAIM_CONTENT = TextIndex("claim", "content")
ARTICLE_TITLE = TextIndex("article", "title")
INDEXES = (CLAIM_CONTENT, ARTICLE_TITLE)


def create(connection: Connection) -> None:
    """Make the indexes, empty; for what is in the tables already, call ``rebuild``."""
    for index in INDEXES:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {index.fts} USING fts5({index.column}, "
                f"content='{index.table}', content_rowid='id', tokenize='{TOKENIZER}')"
            )
        else:
            connection.exec_driver_sql(
                f"CREATE INDEX {index.gin} ON {index.table} "
                f"USING gin (to_tsvector('{CONFIGURATION}', {index.column}))"
            )
    create_triggers(connection)


def drop(connection: Connection) -> None:
    """Take the indexes and what feeds them away."""
    drop_triggers(connection)
    for index in INDEXES:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"DROP TABLE {index.fts}")
        else:
            connection.exec_driver_sql(f"DROP INDEX {index.gin}")


def create_triggers(connection: Connection) -> None:
    """Make the triggers that keep the SQLite indexes, where they are not there.

    A batch migration rebuilds a table and loses its triggers without a word: call this at the end
    of every revision that alters ``claim`` or ``article``. Nothing to do on PostgreSQL.
    """
    if connection.dialect.name != "sqlite":
        return
    for index in INDEXES:
        for statement in _triggers(index):
            connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    """Stop feeding the SQLite indexes, for a bulk load that ends with ``rebuild``."""
    if connection.dialect.name == "sqlite":
        for index in INDEXES:
            for trigger in index.triggers:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")


def rebuild(connection: Connection) -> None:
    """Fill the SQLite indexes anew from their tables; PostgreSQL needs no such thing."""
    if connection.dialect.name == "sqlite":
        for index in INDEXES:
            connection.exec_driver_sql(f"INSERT INTO {index.fts}({index.fts}) VALUES ('rebuild')")


def _triggers(index: TextIndex) -> tuple[str, ...]:
    table, column, fts = index.table, index.column, index.fts
    add = f"INSERT INTO {fts}(rowid, {column}) VALUES (new.id, new.{column});"
    # FTS5 takes the words of an external row out again only when told what they were.
    remove = f"INSERT INTO {fts}({fts}, rowid, {column}) VALUES ('delete', old.id, old.{column});"
    insert, update, delete = index.triggers
    return (
        f"CREATE TRIGGER IF NOT EXISTS {insert} AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER IF NOT EXISTS {update} AFTER UPDATE OF id, {column} ON {table} "
        f"BEGIN {remove} {add} END",
        f"CREATE TRIGGER IF NOT EXISTS {delete} AFTER DELETE ON {table} BEGIN {remove} END",
    )
