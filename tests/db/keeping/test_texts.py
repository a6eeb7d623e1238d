"""Texts against their hashes, and what claims show against the texts."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.db.keeping.damage import Damage, on_postgresql, on_sqlite, plant, plant_together

DAMAGES = (
    Damage(
        "UPDATE article_text SET text = replace(text, 'metre', 'meter') WHERE id = 1",
        "text 1",
        "does not have its hash",
        mends=False,
    ),
    Damage(
        "DELETE FROM segment WHERE text_id = 3",
        "text 3",
        "no segment has [0, ",
        mends=False,
    ),
    Damage(
        "DELETE FROM segment WHERE text_id = 1 AND ordinal = 1",
        "text 1",
        "no segment has [",
        mends=False,
    ),
    Damage(
        "UPDATE claim_span SET exact = 'nine' WHERE claim_id = 5 AND part = 'content'",
        "content of claim",
        "is not 'nine'",
    ),
    Damage(
        "UPDATE claim_span SET start = start + 1 WHERE claim_id = 1 AND part = 'cue'",
        "cue of claim",
        "is not 'said'",
        mends=False,
    ),
    Damage(
        "UPDATE claim SET content = 'All is well' WHERE id = 1",
        "claim c",
        "its content is not",
    ),
    Damage(
        "UPDATE claim SET source = 'Nobody' WHERE id = 2",
        "claim c",
        "its source is not",
    ),
    Damage(
        "UPDATE claim SET position = 0 WHERE id = 5",
        "claim c",
        "is not where its content begins",
    ),
    Damage(
        "DELETE FROM claim_span WHERE claim_id = 6 AND part = 'content'",
        "claim c",
        "has no content",
        mends=False,
    ),
    Damage(
        "UPDATE affiliation SET exact = 'mayor'",
        "affiliation of Mara Lindqvist",
        "is not 'mayor'",
        mends=False,
    ),
    Damage(
        'INSERT INTO segment (text_id, ordinal, kind, start, "end") VALUES (2, 99, '
        "'junk', 1000000, 1000001)",
        "segment of text 2",
        "leaves it",
        mends=False,
    ),
)


@on_sqlite(DAMAGES)
def test_damage_is_found_and_mended_where_it_can_be(sound: Engine, damage: Damage) -> None:
    plant(sound, damage)


@on_postgresql
def test_so_are_all_at_once(sound: Engine) -> None:
    plant_together(sound, DAMAGES)
