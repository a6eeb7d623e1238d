"""References, indexes and the full-text search."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from db.connection.engine import writing
from db.keeping.check import check, verify
from tests.db.keeping.damage import Damage, on_postgresql, on_sqlite, plant, plant_together

DAMAGES = (
    Damage(
        "DELETE FROM run",
        "claim 1",
        "refers to no run in run_id",
        mends=False,
    ),
    Damage(
        'INSERT INTO claim_span (claim_id, part, ordinal, start, "end", exact) '
        "VALUES (99, 'cue', 0, 1, 2, 'x')",
        "claim_span 99 cue 0",
        "refers to no claim in claim_id",
    ),
    Damage(
        "INSERT INTO claim_note (claim_id, note, note_key) VALUES (99, 'Mine', 'mine')",
        "claim_note 99",
        "refers to no claim in claim_id",
        mends=False,
    ),
    Damage(
        "DROP INDEX ix_claim_reading",
        "ix_claim_reading",
        "reading is slow",
    ),
    Damage(
        "DROP INDEX uq_claim_public_id_current",
        "uq_claim_public_id_current",
        "is not there",
    ),
)


@on_sqlite(DAMAGES)
def test_damage_is_found_and_mended_where_it_can_be(sound: Engine, damage: Damage) -> None:
    plant(sound, damage)


@on_postgresql
def test_so_are_all_at_once(sound: Engine) -> None:
    plant_together(sound, DAMAGES)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE article_text SET text = CAST(text AS BLOB)", ("article_text 1", "text")),
        ("UPDATE article SET title = x'ff00fe'", ("article 1", "title")),
        ("UPDATE article SET published = 'last week'", ("article 1", "published")),
        ("UPDATE article SET created_at = '2024-31-12 00:00:00'", ("article 1", "created_at")),
        ("UPDATE review_step SET undone = 'no'", ("review_step 1", "undone")),
        ("UPDATE claim SET position = 'first'", ("claim 1", "position")),
        ("UPDATE claim SET cue = CAST(x'73ff61' AS TEXT)", ("claim 1", "cue")),
        (
            "UPDATE article_text SET text = CAST(CAST(text AS BLOB) || x'c3' AS TEXT)",
            ("article_text 1", "text"),
        ),
        (
            "UPDATE entity_name SET name_key = CAST(x'c328' AS TEXT) WHERE entity_id = 1 "
            "AND name_key = (SELECT min(name_key) FROM entity_name WHERE entity_id = 1)",
            ("entity_name 1 \ufffd(", "name_key"),
        ),
    ],
)
def test_values_that_nobody_can_read_are_told_of(
    own: Engine, damage: str, told: tuple[str, str]
) -> None:
    with own.connect() as connection:
        connection.execute(text("PRAGMA foreign_keys = OFF"))
        connection.execute(text("PRAGMA ignore_check_constraints = ON"))
        connection.commit()
        connection.execute(text(damage))
        connection.commit()
    own.dispose()
    where, column = told
    found = [(one.where, one.what) for one in verify(own)]
    assert (where, f"has no {column} that can be read") in found


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_words_that_the_search_lacks_are_found_and_added(own: Engine) -> None:
    with writing(own) as connection:
        connection.execute(text("DROP TRIGGER claim_fts_update"))
        connection.execute(
            text("UPDATE claim SET content = replace(content, 'wall', 'mole') WHERE id = 1")
        )
        connection.execute(text("UPDATE claim SET content = replace(content, 'mole', 'wall')"))
        connection.execute(text("DELETE FROM claim_fts_docsize WHERE id = 2"))
    assert {one.where for one in verify(own)} == {"claim_fts", "claim_fts_update"}
    found = check(own, repair=True)
    assert (found.problems, found.repaired) == ([], 2)


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_what_postgresql_no_longer_keeps_is_made_again(own: Engine) -> None:
    with writing(own) as connection:
        connection.execute(text("DROP INDEX ix_claim_content_fts"))
        connection.execute(text("ALTER TABLE byline DROP CONSTRAINT fk_byline_article_id_article"))
    missing = {"ix_claim_content_fts", "fk_byline_article_id_article"}
    assert {one.where for one in verify(own)} == missing
    found = check(own, repair=True)
    assert (found.problems, found.repaired) == ([], 2)
