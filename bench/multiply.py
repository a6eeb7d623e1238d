"""Make a small made-up archive many times as large, in SQL and in bounded memory.

    python -m bench.multiply --from small.db --db big.db --times 100

Every article comes again with another last line, so that its text, its hash, its path and the ids
of its claims are its own and ``db.keeping.check`` finds nothing wrong. Speakers, outlets and
phrases stay as many as they are. SQLite only; ``claims copy`` takes the result to PostgreSQL.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from bench.made_up.world import ending_of, path_of
from db.archive import open_archive
from db.connection.engine import take_stock, writing
from db.schema import fulltext

CACHE_KIB: Final = 1024 * 1024
"""Of pages, for the indexes whose keys come in no order."""

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
_NEW_TEXT: Final = "(SELECT sha256 FROM article_text AS new WHERE new.id = old.{} + :article)"
_OTHERS: Final = {
    ("article_text", "text"): "retold(old.text, old.id + :article)",
    ("article_text", "sha256"): "sha256(retold(old.text, old.id + :article))",
    ("article", "public_id"): f"'a' || substr({_NEW_TEXT.format('id')}, 1, 12)",
    ("article", "key"): "path_of(old.id + :article)",
    ("article", "path"): "path_of(old.id + :article)",
    ("claim", "public_id"): f"'c' || substr(sha256({_NEW_TEXT.format('text_id')} || "
    "(SELECT words FROM temp.place WHERE place.id = old.id)), 1, 16)",
}
_PIECES: Final = (
    "(SELECT group_concat(piece) FROM (SELECT start || '-' || \"end\" AS piece FROM claim_span"
    " WHERE claim_id = claim.id AND part = '{}' ORDER BY ordinal))"
)


def multiply(small: Path, big: Path, times: int) -> None:
    """Write an archive that holds each article of another one many times.

    Raises:
        ValueError: The other one does not hold what ``bench.generate`` makes.
    """
    shutil.copyfile(small, big)
    with closing(sqlite3.connect(big, isolation_level=None)) as connection:
        _check(connection)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{CACHE_KIB}"):
            connection.execute(f"PRAGMA {pragma}")
        dropped = list(_without_indexes(connection))
        _write(connection, times)
        for statement in dropped:
            connection.execute(statement)
    engine = open_archive(str(big))
    with writing(engine) as connected:
        fulltext.create_triggers(connected)
        fulltext.rebuild(connected)
        take_stock(connected)
    engine.dispose()


def _check(connection: sqlite3.Connection) -> None:
    for table, what in (("article", "article"), ("claim", "claim"), ("mention", "mention")):
        last, count = connection.execute(f"SELECT max(id), count(*) FROM {table}").fetchone()
        if last != count:
            raise ValueError(f"the numbers of its {what}s have gaps: it is not of bench.generate")


def _without_indexes(connection: sqlite3.Connection) -> Iterator[str]:
    """Drop the indexes and triggers; the statements that make the indexes anew."""
    found = "SELECT type, name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL"
    for kind in ("trigger", "index"):
        for _, name, sql in connection.execute(found, (kind,)).fetchall():
            connection.execute(f"DROP {kind} {name}")
            if kind == "index":
                yield sql


def _write(connection: sqlite3.Connection, times: int) -> None:
    for name, number, function in (("sha256", 1, _sha256), ("retold", 2, _retold)):
        connection.create_function(name, number, function, deterministic=True)
    connection.create_function("path_of", 1, lambda number: path_of(number - 1))
    connection.execute("CREATE TEMP TABLE place (id INTEGER PRIMARY KEY, words TEXT)")
    words = f"' ' || {_PIECES.format('content')} || ' ' || {_PIECES.format('cue')}"
    connection.execute(f"INSERT INTO temp.place SELECT id, {words} FROM claim")
    counted = {
        what: connection.execute(f"SELECT count(*) FROM {what}").fetchone()[0]
        for what in ("article", "mention", "claim")
    }
    statements = [_statement(connection, table) for table in _TABLES]
    for again in range(1, times):
        given = {what: again * count for what, count in counted.items()}
        limits = {f"{what}s": count for what, count in counted.items()}
        connection.execute("BEGIN")
        for statement in statements:
            connection.execute(statement, given | limits)
        connection.execute("COMMIT")


def _statement(connection: sqlite3.Connection, table: str) -> str:
    """What writes the rows of a table once more, numbers counted on."""
    numbers = _TABLES[table]
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
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


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def _retold(text: str, number: int) -> str:
    """A text with the last line of the article of a number."""
    last = ending_of(number - 1)
    return text[: -len(last)] + last


def main() -> None:
    """Write the archive that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--from", dest="small", type=Path, required=True, help="a made-up archive")
    parser.add_argument("--db", type=Path, required=True, help="SQLite file to write")
    parser.add_argument("--times", type=int, default=100)
    given = parser.parse_args()
    begun = time.perf_counter()
    multiply(given.small, given.db, given.times)
    print(f"{given.times} times in {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
