"""Migrations: up, down, up again, the same schema as the mappings, and nothing lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, select, text
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from claims.aside import BITS, Aside
from db.archive import HEAD, open_archive
from db.claims.view import open_view
from db.connection.engine import ArchiveError, connect, database_url, writing
from db.identity.decisions import merge
from db.keeping.check import verify
from db.migrations.run import changing_schema, configuration, downgrade, is_known, upgrade
from db.query.line import parse_filter
from db.review.actions import accept, note, reject, tag
from db.schema import fulltext, views
from db.schema.base import Base, complete_for_postgresql
from db.schema.comparison import quotations, stories, threads
from tests.db.archives import Desk, claim
from tests.db.conftest import BACKENDS
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims


@pytest.fixture
def shelf(desk: Desk) -> Desk:
    """An archive with two articles in it, on each backend."""
    desk.prepare(HARBOUR, *harbour_claims())
    desk.prepare(FERRY, *ferry_claims())
    desk.write("harbour.txt", HARBOUR)
    desk.write("ferry.txt", FERRY)
    desk.ingest()
    return desk


def test_the_head_that_opening_knows_is_the_newest_revision() -> None:
    assert ScriptDirectory.from_config(configuration()).get_heads() == [HEAD]


def test_revisions_to_come_are_not_known() -> None:
    assert is_known(HEAD)
    assert not is_known("9999")


def test_migrations_build_what_the_mappings_say(archive: Engine) -> None:
    with changing_schema(archive) as connection:
        command.check(configuration(connection))


def test_a_missing_index_would_be_noticed(archive: Engine) -> None:
    with writing(archive) as connection:
        connection.execute(text("DROP INDEX ix_claim_text_id"))
    with pytest.raises(Exception, match="ix_claim_text_id"), changing_schema(archive) as changing:
        command.check(configuration(changing))


def test_down_to_nothing_and_up_again(archive: Engine) -> None:
    before = objects(archive)
    downgrade(archive, "base")
    assert inspect(archive).get_table_names() == ["alembic_version"]
    upgrade(archive)
    assert objects(archive) == before
    assert verify(archive) == []


def test_migrations_build_the_very_objects_of_the_mappings(
    archive: Engine, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if archive.dialect.name == "sqlite":
        assert objects(archive) == objects_of_mappings(str(tmp_path / "mapped.db"))
    else:
        with request.getfixturevalue("server").database() as url:
            assert objects(archive) == objects_of_mappings(url)


def objects_of_mappings(url: str) -> set[str]:
    engine = connect(database_url(url))
    complete_for_postgresql()
    with writing(engine) as connection:
        Base.metadata.create_all(connection)
        fulltext.create(connection)
        views.create(connection)
    found = objects(engine)
    engine.dispose()
    return found


def objects(engine: Engine) -> set[str]:
    """Every table, column, constraint, index and trigger, in the database's own words."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            return set(sqlite_objects(connection))
        return set(postgresql_objects(connection))


def sqlite_objects(connection: Connection) -> Iterator[str]:
    for kind, name, sql in connection.execute(
        text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    ):
        if name != "alembic_version":
            # One column or constraint a line; their order makes no difference, nor that SQLite
            # quotes the name of a table that was rebuilt.
            for line in sql.replace(f'CREATE TABLE "{name}"', f"CREATE TABLE {name}").splitlines():
                # A column that was added later stands behind another, its check behind itself.
                for part in re.split(r", (?![^(]*\))| (?=CONSTRAINT ck_)", line.strip()):
                    yield f"{kind} {name}: {re.sub(r'[ ,]+$', '', part)}"


def postgresql_objects(connection: Connection) -> Iterator[str]:
    for query in (
        "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable "
        "FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) "
        "FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT viewname || ' ' || definition FROM pg_views WHERE schemaname = 'public'",
    ):
        for found in connection.scalars(text(query)):
            if "alembic_version" not in found:
                yield found


class TestAnArchiveWithoutCues:
    """Archives as they were before claims had a cue's lemma and class, and flags."""

    def test_it_is_upgraded_when_it_is_opened_and_keeps_its_claims(self, shelf: Desk) -> None:
        before = rows(shelf.engine)
        downgrade(shelf.engine, "0001")
        url = shelf.engine.url.render_as_string(hide_password=False)

        upgraded = open_archive(url)

        after = rows(upgraded)
        for compared in compared_tables():
            found, kept = before.pop(compared), after.pop(compared)
            told = without_story(found) if compared == "article" else []
            assert (without_story(kept) if compared == "article" else kept) == told
        assert without_cues(after["claim"]) == without_cues(before["claim"])
        assert {claim[-8:-1] for claim in after["claim"]} == {
            (None, None, None, *[False] * 3, None)
        }
        for sure in ("claim_speaker", "affiliation"):
            assert {row[-1] for row in after[sure]} == {None}
            assert without_last(after[sure]) == without_last(before[sure])
        changed = {"claim", "claim_speaker", "affiliation"}
        assert {name: found for name, found in after.items() if name not in changed} == {
            name: found for name, found in before.items() if name not in changed
        }
        assert verify(upgraded) == []
        upgraded.dispose()

    def test_its_claims_are_found_as_before(self, shelf: Desk) -> None:
        downgrade(shelf.engine, "0001")
        upgrade(shelf.engine)
        with writing(shelf.engine) as connection:
            connection.execute(text("UPDATE claim SET content = 'zeppelins' WHERE id = 2"))

        assert found(shelf.engine, "wall") == ["the wall would be raised by a metre"]
        assert found(shelf.engine, "zeppelin not:negated") == ["zeppelins"]
        assert found(shelf.engine, "class:statement") == []

    def test_going_back_gives_the_schema_it_had(self, empty_url: str) -> None:
        engine = connect(database_url(empty_url))
        upgrade(engine, "0001")
        first = objects(engine)

        upgrade(engine)
        assert objects(engine) != first
        downgrade(engine, "0001")

        assert objects(engine) == first
        engine.dispose()


# On PostgreSQL the way to the oldest, which leads through all of them.
@pytest.mark.parametrize(
    ("backend", "revision"),
    [
        *(("sqlite", one) for one in ("0007", "0009", "0010", "0012", "0013", "0014", "0024")),
        *((one, "0005") for one in BACKENDS),
    ],
    indirect=["backend"],
)
def test_what_was_judged_outlives_going_back_and_up_again(shelf: Desk, revision: str) -> None:
    engine = shelf.engine
    first, second, *_ = open_view(engine, parse_filter("include:all")).rows(0, 2)
    accept(engine, [first.id], "ines")
    reject(engine, [second.id], "ines")
    note(engine, [first.id], "Ask the Port Institute", "omar")
    tag(engine, [first.id, second.id], ["Weather"], "omar")
    merge(engine, "Mara Lindqvist", ["Émile Örn"], "omar")
    before, built = rows(engine), objects(engine)
    downgrade(engine, revision)
    upgrade(engine)
    assert objects(engine) == built
    after = rows(engine)
    for table in (
        *("review_step", "review_event", "claim_original", "claim_note", "claim_tag"),
        *("identity_act", "judgement", "mention_entity"),
    ):
        assert after[table] == before[table]
    with engine.connect() as connection:
        judged = "SELECT id, review, aside FROM claim WHERE review <> 'machine' ORDER BY review"
        found = [tuple(row) for row in connection.execute(text(judged))]
    assert found == [(first.id, "accepted", 0), (second.id, "rejected", 0)]
    assert verify(engine) == []


def test_headlines_are_set_aside_from_their_revision_on(desk: Desk) -> None:
    words = "Ada Holm: the mill stays"
    desk.prepare(words + "\n\nNobody doubts it.\n", claim(words, "the mill stays"))
    desk.write("mill.txt", words + "\n\nNobody doubts it.\n")
    desk.ingest()
    told: list[int] = []
    for revision in ("0024", "head", "0024", "head"):
        change = upgrade if revision == "head" else downgrade
        change(desk.engine, revision)
        with desk.engine.connect() as connection:
            told += connection.scalars(text("SELECT aside FROM claim"))
    nobody, headline = BITS[Aside.NO_SPEAKER], BITS[Aside.HEADLINE]
    assert told == [nobody, nobody + headline] * 2
    assert verify(desk.engine) == []


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_words_taken_apart_before_are_found_by_the_function_of_today(shelf: Desk) -> None:
    downgrade(shelf.engine, "0025")
    with writing(shelf.engine) as connection:
        # As it was: one character for another, which took five times as long.
        taken = "-.\u0301"
        connection.execute(
            text(
                "CREATE OR REPLACE FUNCTION claims_words(text) RETURNS tsvector LANGUAGE sql "
                "IMMUTABLE STRICT PARALLEL SAFE RETURN to_tsvector('claims_english'::regconfig, "
                f"translate(normalize($1, NFD), '{taken}', '  '))"
            )
        )
        connection.execute(text("UPDATE claim SET content = 'épaves-zeppelins' WHERE id = 2"))
    upgrade(shelf.engine)
    assert found(shelf.engine, "epaves") == found(shelf.engine, "zeppelin") != []
    with shelf.engine.connect() as connection:
        connection.execute(text("SET enable_seqscan = off"))
        newest = "SELECT id FROM article ORDER BY published DESC NULLS LAST, id DESC LIMIT 1"
        plan = connection.execute(text(f"EXPLAIN {newest}")).scalars().all()
    assert any("ix_article_newest" in line for line in plan)
    assert not any("Sort" in line for line in plan)


def compared_tables() -> list[str]:
    """The tables that only comparing fills, and that of articles."""
    of_comparing = {one.__name__ for one in (stories, quotations, threads)}
    mappers = [one for one in Base.registry.mappers if one.class_.__module__ in of_comparing]
    return ["article", *(one.class_.__tablename__ for one in mappers)]


def without_last(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted((row[:-1] for row in rows), key=repr)


def without_story(articles: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Articles without story and language, which are told when they are read or compared."""
    return sorted((article[:-2] for article in articles), key=repr)


def without_cues(claims: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted((claim[:-8] for claim in claims), key=repr)


def found(engine: Engine, line: str) -> list[str]:
    view = open_view(engine, parse_filter(line))
    return [row.content for row in view.rows(0, len(view))]


def test_every_constraint_has_a_name(archive: Engine) -> None:
    inspector = inspect(archive)
    for table in Base.metadata.tables:
        constraints = [
            inspector.get_pk_constraint(table),
            *inspector.get_foreign_keys(table),
            *inspector.get_unique_constraints(table),
            *inspector.get_check_constraints(table),
        ]
        assert all(constraint["name"] for constraint in constraints), table


class TestRebuildingTables:
    """What SQLite's batch migrations do: copy a table, drop it, rename the copy."""

    def test_no_row_is_lost(self, shelf: Desk) -> None:
        before = rows(shelf.engine)
        rebuild(shelf.engine)
        assert rows(shelf.engine) == before
        assert verify(shelf.engine) == []

    def test_the_full_text_index_is_still_fed(self, shelf: Desk) -> None:
        rebuild(shelf.engine)
        with writing(shelf.engine) as connection:
            connection.execute(text("UPDATE claim SET content = 'zeppelins' WHERE id = 1"))
            connection.execute(text("DELETE FROM claim WHERE id = 2"))
        if shelf.engine.dialect.name == "sqlite":
            with shelf.engine.connect() as connection:
                found = "SELECT rowid FROM claim_fts WHERE claim_fts MATCH 'zeppelin'"
                assert connection.scalars(text(found)).all() == [1]
        assert [p for p in verify(shelf.engine) if "fts" in p.where] == []

    def test_views_still_read_them(self, shelf: Desk) -> None:
        with shelf.engine.connect() as connection:
            count = text("SELECT count(*) FROM v_claims")
            before = connection.scalar(count)
        rebuild(shelf.engine)
        with shelf.engine.connect() as connection:
            assert connection.scalar(count) == before
        assert before

    def test_references_are_enforced_afterwards(self, shelf: Desk) -> None:
        rebuild(shelf.engine)
        byline = text("INSERT INTO byline (article_id, ordinal, name) VALUES (99, 0, 'Nobody')")
        with pytest.raises(IntegrityError), writing(shelf.engine) as connection:
            connection.execute(byline)

    def test_a_change_that_fails_halfway_changes_nothing(self, shelf: Desk) -> None:
        before = rows(shelf.engine), objects(shelf.engine)
        with pytest.raises((OperationalError, ProgrammingError)):
            rebuild(shelf.engine, then="DROP TABLE no_such_table")
        assert (rows(shelf.engine), objects(shelf.engine)) == before

    def test_a_change_that_orphans_rows_is_refused(self, shelf: Desk) -> None:
        before = rows(shelf.engine)
        with pytest.raises((ArchiveError, IntegrityError)):
            rebuild(shelf.engine, then="DELETE FROM run")
        assert rows(shelf.engine) == before


def rebuild(engine: Engine, then: str | None = None) -> None:
    """A migration that adds a column to the tables with triggers, on SQLite by copying them."""
    with changing_schema(engine) as connection:
        recreate: Literal["always", "never"]
        recreate = "always" if engine.dialect.name == "sqlite" else "never"
        context = MigrationContext.configure(connection, opts={"render_as_batch": True})
        operations = Operations(context)
        for table in ("article", "claim"):
            with operations.batch_alter_table(table, recreate=recreate) as batch:
                batch.add_column(sa.Column("note", sa.Text()))
        fulltext.create_triggers(connection)
        if then is not None:
            connection.execute(text(then))


def rows(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables, by the columns of the mappings."""
    with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in Base.metadata.tables.items()
        }
