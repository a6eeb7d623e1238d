"""The full-text indexes over claim content and article titles, on both backends.

SQLite has an external-content FTS5 table for each, fed by triggers; rows are found by ``rowid``,
which is the ``id`` of the indexed table. PostgreSQL has a GIN index on an expression; a query uses
it only where it repeats that expression, so take ``vector`` from here.

Both mean the same by a word: a run of letters and digits without accents, stemmed by Porter's
rules, and no word is too common to be indexed. PostgreSQL's own "english" would drop "not" and
"will", and would take "China/Russia", "U.S." and "3.5" for a path, a host and a number; so there a
function of ours takes words apart first, and a configuration of ours only stems them. (What is
left: of a word of two letters PostgreSQL takes a final "s" too, so that "us" also finds "u".)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, Function, literal_column

CONFIGURATION: Final = "claims_english"
"""What PostgreSQL stems words with, in the index and in queries."""

STEMMER: Final = "claims_stem"
WORDS: Final = "claims_words"
"""The function that gives the words of a text on PostgreSQL."""

TOKENIZER: Final = "porter unicode61 remove_diacritics 2"


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
        # Imported late: the dialect of PostgreSQL, for which commands on SQLite would wait.
        from sqlalchemy.dialects.postgresql import TSVECTOR

        column: ColumnElement[str] = literal_column(f"{self.table}.{self.column}")
        return Function(WORDS, column, type_=TSVECTOR())


CLAIM_CONTENT: Final = TextIndex("claim", "content")
ARTICLE_TITLE: Final = TextIndex("article", "title")
INDEXES: Final = (CLAIM_CONTENT, ARTICLE_TITLE)

_ACCENTS: Final = range(0x300, 0x370)
# What joins words in the eyes of PostgreSQL's parser, or may, depending on the server's locale.
_MARKS: Final = "".join(
    chr(code)
    for code in (*range(0x21, 0x7F), *range(0xA0, 0xC0), *range(0x2010, 0x2050), 0x20AC)
    if not chr(code).isalnum()
)


def create(connection: Connection) -> None:
    """Make the indexes, empty; for what is in the tables already, call ``rebuild``."""
    if connection.dialect.name == "postgresql":
        for statement in _configuration():
            connection.exec_driver_sql(statement)
    create_missing(connection, frozenset())


def create_missing(connection: Connection, there: Collection[str]) -> None:
    """Make those indexes and triggers that are not there.

    Args:
        connection: In a transaction that writes.
        there: Names of what is there.
    """
    for index in INDEXES:
        if connection.dialect.name == "sqlite":
            if index.fts not in there:
                connection.exec_driver_sql(
                    f"CREATE VIRTUAL TABLE {index.fts} USING fts5({index.column}, "
                    f"content='{index.table}', content_rowid='id', tokenize='{TOKENIZER}')"
                )
        elif index.gin not in there:
            connection.exec_driver_sql(
                f"CREATE INDEX {index.gin} ON {index.table} USING gin ({WORDS}({index.column}))"
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
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"DROP FUNCTION {WORDS}(text)")
        connection.exec_driver_sql(f"DROP TEXT SEARCH CONFIGURATION {CONFIGURATION}")
        connection.exec_driver_sql(f"DROP TEXT SEARCH DICTIONARY {STEMMER}")


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


def without_accents(word: str) -> str:
    """A word as the index has it on PostgreSQL, its case and ending aside."""
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(char for char in decomposed if ord(char) not in _ACCENTS)


def create_words(connection: Connection) -> None:
    """Make the function that takes words apart, or make it anew; it gives the same words as any
    before it did, so that indexes stay as they are. Nothing to do on SQLite."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_words())


def _configuration() -> tuple[str, ...]:
    return (
        f"CREATE TEXT SEARCH DICTIONARY {STEMMER} (TEMPLATE = snowball, LANGUAGE = porter)",
        f"CREATE TEXT SEARCH CONFIGURATION {CONFIGURATION} (COPY = simple)",
        f"ALTER TEXT SEARCH CONFIGURATION {CONFIGURATION} "
        f"ALTER MAPPING FOR asciiword, word, numword WITH {STEMMER}",
        _words(),
    )


def _words() -> str:
    # Not by translate, which goes through its whole list for each letter: that took five times as
    # long as all the rest, at each claim that is stored or looked through.
    bare = f"regexp_replace(normalize($1, NFD), {_any_of(map(chr, _ACCENTS))}, '', 'g')"
    plain = f"regexp_replace({bare}, {_any_of(_MARKS)}, ' ', 'g')"
    return (
        f"CREATE OR REPLACE FUNCTION {WORDS}(text) RETURNS tsvector "
        "LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE "
        f"RETURN to_tsvector('{CONFIGURATION}'::regconfig, {plain})"
    )


def _any_of(chars: Iterable[str]) -> str:
    """A regular expression as an SQL string in ASCII letters and digits, so that no quoting or "%"
    matters."""
    return "E'[" + "".join(f"\\\\u{ord(char):04x}" for char in chars) + "]'"


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
