"""Make a small made-up archive many times as large, in SQL and in bounded memory.

    python -m bench.multiply --from small.db --db big.db --times 100
    python -m bench.multiply --from small.db --db postgresql://… --times 100

Every article comes again with another last line, so that its text, its hash, its path and the ids
of its claims are its own and ``db.keeping.check`` finds nothing wrong. Speakers, outlets and
phrases stay as many as they are. On PostgreSQL the database must be empty and the role a superuser,
who may leave out asking of each row whether what it refers to is there.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, create_engine, func, select, text

from bench.made_up.world import ending_of, path_of
from db.archive import open_archive
from db.connection.engine import database_url, take_stock, writing
from db.keeping.copy import copy
from db.keeping.unfinished import count_on
from db.schema import fulltext
from db.schema.base import Base

CACHE_KIB: Final = 1024 * 1024
"""Of pages of a file, for the indexes whose keys come in no order."""

# In the order in which they are written, with what each of their numbers counts.
_TABLES: Final = {
    "article_text": {"id": "article", "article_id": "article"},
    "segment": {"text_id": "article"},
    "extraction": {"text_id": "article"},
    "article": {"id": "article"},
    "mention": {"id": "mention", "text_id": "article"},
    "mention_entity": {"id": "mention", "mention_id": "mention"},
    "affiliation": {"mention_id": "mention"},
    "claim": {"id": "claim", "article_id": "article", "text_id": "article"},
    "claim_span": {"claim_id": "claim"},
    "claim_speaker": {"claim_id": "claim", "mention_id": "mention"},
    "claim_phrase": {"claim_id": "claim"},
}
_AGAIN: Final = "(SELECT again.{} FROM again WHERE again.id = old.id + :article)"
_RETOLD: Final = (
    f"substr(old.text, 1, length(old.text) - {len(ending_of(0))}) || {_AGAIN.format('ending')}"
)
_NEW_TEXT: Final = "(SELECT sha256 FROM article_text AS new WHERE new.id = old.{} + :article)"
_OTHERS: Final = {
    ("article_text", "text"): _RETOLD,
    ("article_text", "sha256"): f"hashed({_RETOLD})",
    ("article", "public_id"): f"'a' || substr({_NEW_TEXT.format('id')}, 1, 12)",
    ("article", "key"): _AGAIN.format("path"),
    ("article", "path"): _AGAIN.format("path"),
    ("claim", "public_id"): f"'c' || substr(hashed({_NEW_TEXT.format('text_id')} || "
    "(SELECT words FROM place WHERE place.id = old.id)), 1, 16)",
}
_PIECES: Final = (
    "(SELECT {}(piece, ',') FROM (SELECT start || '-' || \"end\" AS piece FROM claim_span"
    " WHERE claim_id = claim.id AND part = '{}' ORDER BY ordinal) AS pieces)"
)


def multiply(small: Path, big: str, times: int) -> None:
    """Write an archive that holds each article of another one many times.

    Args:
        small: An SQLite file that ``bench.generate`` made.
        big: The file to write, or the URL of an empty PostgreSQL database.
        times: How many.

    Raises:
        ValueError: The other one does not hold what ``bench.generate`` makes.
    """
    url = database_url(big)
    original = open_archive(str(small), read_only=True)
    with original.connect() as connection:
        counts = dict(_counted(connection))
    if url.startswith("sqlite"):
        shutil.copyfile(small, big)
    else:
        copy(original, big)
    original.dispose()
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        later = list(_made_ready(connection))
        _write(connection, counts, times)
        for statement in later:
            connection.exec_driver_sql(statement)
    engine.dispose()
    archive = open_archive(big)
    with writing(archive) as connection:
        fulltext.create_triggers(connection)
        fulltext.rebuild(connection)
        count_on(connection)
        take_stock(connection)
    archive.dispose()


def _counted(connection: Connection) -> Iterator[tuple[str, int]]:
    for what in ("article", "claim", "mention"):
        number = Base.metadata.tables[what].c.id
        last, count = connection.execute(select(func.max(number), func.count())).one()
        if last != count:
            raise ValueError(f"the numbers of its {what}s have gaps: it is not of bench.generate")
        yield what, count


def _made_ready(connection: Connection) -> Iterator[str]:
    """Have a database take many rows; what makes again what had to go for them."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET session_replication_role = replica")
        connection.exec_driver_sql("SET maintenance_work_mem = '1GB'")
        connection.exec_driver_sql(
            "CREATE FUNCTION hashed(text) RETURNS text LANGUAGE sql IMMUTABLE"
            " RETURN encode(sha256(convert_to($1, 'UTF8')), 'hex')"
        )
        yield "DROP FUNCTION hashed(text)"
        yield from _without_server_indexes(connection)
        return
    driver: Any = connection.connection.driver_connection
    driver.create_function("hashed", 1, _hashed, deterministic=True)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{CACHE_KIB}"):
        connection.exec_driver_sql(f"PRAGMA {pragma}")
    yield from _without_indexes(connection)


def _without_indexes(connection: Connection) -> Iterator[str]:
    """Drop the indexes and triggers of a file; the statements that make the indexes anew."""
    found = "SELECT name, sql FROM sqlite_master WHERE type = '{}' AND sql IS NOT NULL"
    for kind in ("trigger", "index"):
        for name, sql in connection.exec_driver_sql(found.format(kind)).all():
            connection.exec_driver_sql(f"DROP {kind} {name}")
            if kind == "index":
                yield sql


def _without_server_indexes(connection: Connection) -> Iterator[str]:
    """Drop a server's indexes that no foreign key needs; the statements that make them anew."""
    constraints = (
        "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint AS one"
        " WHERE contype = 'u' AND conrelid::regclass::text = ANY(%s) AND NOT EXISTS"
        " (SELECT 1 FROM pg_constraint WHERE contype = 'f' AND conindid = one.conindid)"
    )
    tables = (list(_TABLES),)
    for table, name, words in connection.exec_driver_sql(constraints, tables).all():
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        yield f"ALTER TABLE {table} ADD CONSTRAINT {name} {words}"
    indexes = (
        "SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid::regclass::text = ANY(%s) AND NOT EXISTS"
        " (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)"
    )
    for name, words in connection.exec_driver_sql(indexes, tables).all():
        connection.exec_driver_sql(f"DROP INDEX {name}")
        yield words


def _write(connection: Connection, counts: dict[str, int], times: int) -> None:
    connection.exec_driver_sql("CREATE TEMP TABLE place (id INTEGER PRIMARY KEY, words TEXT)")
    connection.exec_driver_sql(
        "CREATE TEMP TABLE again (id INTEGER PRIMARY KEY, ending TEXT, path TEXT)"
    )
    joined = "group_concat" if connection.dialect.name == "sqlite" else "string_agg"
    content, cue = (_PIECES.format(joined, part) for part in ("content", "cue"))
    connection.exec_driver_sql(
        f"INSERT INTO place SELECT id, ' ' || {content} || ' ' || {cue} FROM claim"
    )
    statements = [text(_statement(table)) for table in _TABLES]
    limits = {f"{what}s": count for what, count in counts.items()}
    for again in range(1, times):
        given = {what: again * count for what, count in counts.items()}
        connection.exec_driver_sql("BEGIN")
        _name_again(connection, given["article"], counts["article"])
        for statement in statements:
            connection.execute(statement, given | limits)
        connection.exec_driver_sql("COMMIT")


def _name_again(connection: Connection, before: int, articles: int) -> None:
    """Note the last lines and paths of the articles that come next."""
    numbers = range(before, before + articles)
    rows = [{"id": 1 + each, "ending": ending_of(each), "path": path_of(each)} for each in numbers]
    connection.execute(text("DELETE FROM again"))
    connection.execute(text("INSERT INTO again VALUES (:id, :ending, :path)"), rows)


def _statement(table: str) -> str:
    """What writes the rows of a table once more, numbers counted on."""
    numbers = _TABLES[table]
    columns = [column.name for column in Base.metadata.tables[table].columns]
    values = [
        _OTHERS.get((table, column))
        or (f'old."{column}" + :{numbers[column]}' if column in numbers else f'old."{column}"')
        for column in columns
    ]
    first, what = next(iter(numbers.items()))
    named = ", ".join(f'"{column}"' for column in columns)
    return (
        f"INSERT INTO {table} ({named}) SELECT {', '.join(values)} FROM {table} AS old "
        f"WHERE old.{first} <= :{what}s ORDER BY old.{first}"
    )


def _hashed(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def main() -> None:
    """Write the archive that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--from", dest="small", type=Path, required=True, help="a made-up archive")
    parser.add_argument("--db", required=True, help="SQLite file to write, or an empty database")
    parser.add_argument("--times", type=int, default=100)
    given = parser.parse_args()
    begun = time.perf_counter()
    multiply(given.small, given.db, given.times)
    print(f"{given.times} times in {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
