"""The full-text indexes follow their tables on SQLite and serve queries on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, bindparam, delete, select, text, update

from db.connection.engine import writing
from db.keeping.check import verify
from db.schema import fulltext
from db.schema.base import Base
from db.schema.core import Article, Claim
from db.schema.fulltext import ARTICLE_TITLE, CLAIM_CONTENT, TextIndex
from tests.db.archives import Desk, Server
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims


def found(engine: Engine, words: str, index: TextIndex = CLAIM_CONTENT) -> list[int]:
    """Ids of the rows that have all of some words, in any form."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            search = f"SELECT rowid FROM {index.fts} WHERE {index.fts} MATCH :words ORDER BY rowid"
            return list(connection.scalars(text(search), {"words": words}))
        table = Base.metadata.tables[index.table]
        match = index.vector.op("@@")(text("plainto_tsquery('english', :words)"))
        statement = select(table.c.id).where(match).order_by(table.c.id)
        return list(connection.scalars(statement, {"words": words}))


@pytest.fixture
def shelf(desk: Desk) -> Desk:
    desk.prepare(HARBOUR, *harbour_claims())
    desk.prepare(FERRY, *ferry_claims())
    desk.write("1.txt", HARBOUR)
    desk.write("2.txt", FERRY)
    desk.ingest()
    return desk


def test_words_are_found_in_any_form(shelf: Desk) -> None:
    assert found(shelf.engine, "raising walls") == found(shelf.engine, "raised wall") == [1]
    assert found(shelf.engine, "excuse") == [2]
    assert found(shelf.engine, "zeppelin") == []


def test_titles_are_found(shelf: Desk) -> None:
    with writing(shelf.engine) as connection:
        connection.execute(update(Article).where(Article.id == 2).values(title="Counting costs"))
    assert found(shelf.engine, "count cost", ARTICLE_TITLE) == [2]


def test_what_is_changed_or_deleted_is_found_no_more(shelf: Desk) -> None:
    with writing(shelf.engine) as connection:
        connection.execute(update(Claim).where(Claim.id == 1).values(content="The wall leaks"))
        connection.execute(delete(Claim).where(Claim.id == 2))
    assert found(shelf.engine, "metre") == []
    assert found(shelf.engine, "excuse") == []
    assert found(shelf.engine, "leaking") == [1]


def test_a_column_that_is_not_indexed_may_change(shelf: Desk) -> None:
    with writing(shelf.engine) as connection:
        connection.execute(update(Claim).values(hedged=True))
    assert found(shelf.engine, "wall") == [1]
    if shelf.engine.dialect.name == "sqlite":
        assert verify(shelf.engine) == []


def test_sqlite_finds_words_without_their_accents(sqlite_archive: Engine) -> None:
    with writing(sqlite_archive) as connection:
        connection.execute(
            text(
                "INSERT INTO article (public_id, key, path, title, published_precision, "
                "stated_precision, created_at) VALUES ('a', 'k', 'p', 'Épaves à Łódź', "
                "'unknown', 'unknown', '2024-01-01')"
            )
        )
    assert found(sqlite_archive, "epaves", ARTICLE_TITLE) == [1]


def test_a_bulk_load_may_leave_the_index_for_the_end(sqlite_archive: Engine, shelf: Desk) -> None:
    with writing(shelf.engine) as connection:
        fulltext.drop_triggers(connection)
        connection.execute(update(Claim).where(Claim.id == 1).values(content="Zeppelins leak"))
        fulltext.create_triggers(connection)
        fulltext.rebuild(connection)
    assert found(shelf.engine, "zeppelin") == [1]
    assert found(shelf.engine, "metre") == []


@pytest.fixture
def plan_of_match(shelf: Desk) -> Iterator[str]:
    """How PostgreSQL goes about a search, prepared statements as the driver sends them."""
    match = CLAIM_CONTENT.vector.op("@@")(
        text("plainto_tsquery('english', :words)").bindparams(bindparam("words", "wall"))
    )
    with shelf.engine.connect() as connection:
        connection.execute(text("SET enable_seqscan = off"))
        compiled = select(Claim.id).where(match).compile(shelf.engine)
        plan = connection.exec_driver_sql(f"EXPLAIN {compiled}", compiled.params)
        yield "\n".join(plan.scalars())


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_postgresql_searches_by_its_index(plan_of_match: str, server: Server) -> None:
    assert CLAIM_CONTENT.gin in plan_of_match


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_every_mark_parts_words_and_every_accent_goes(archive: Engine) -> None:
    marks = [chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum()]
    marks += ["\u00a0", "¿", "—", "…", "“", "\u2028", "€"]
    accents = [chr(code) for code in range(0x300, 0x370)]
    with archive.connect() as connection:
        for mark in marks:
            assert words_of(connection, f"dock{mark}dam") == "'dam':2 'dock':1", mark
        for accent in accents:
            assert words_of(connection, f"doc{accent}k") == "'dock':1", ascii(accent)


def words_of(connection: Connection, words: str) -> str:
    found = connection.execute(text("SELECT claims_words(:words)::text"), {"words": words})
    return str(found.scalar_one())
