"""Public ids."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.db.keeping.damage import Damage, on_postgresql, on_sqlite, plant, plant_together

DAMAGES = (
    Damage(
        "UPDATE article SET public_id = 'a0123456789ab' WHERE id = 1",
        "article a0123456789ab",
        "does not have the id of its first text",
        mends=False,
    ),
    Damage(
        "UPDATE claim SET public_id = 'c0123456789abcdef' WHERE id = 4",
        "claim c0123456789abcdef",
        "does not have the id of its words",
        mends=False,
    ),
    Damage(
        "UPDATE entity SET name_key = 'nobody' WHERE name = 'The council'",
        "entity e",
        "does not have the id of 'nobody'",
        mends=False,
    ),
    Damage(
        "UPDATE phrase SET public_id = 'p0123456789abcdef' WHERE id = 1",
        "phrase p0123456789abcdef",
        "does not have the id of",
        mends=False,
    ),
    Damage(
        "UPDATE thread SET public_id = 'winters' WHERE id = 1",
        "thread winters",
        "does not have the id of one",
        mends=False,
    ),
    Damage(
        "UPDATE review_event SET public_id = 'c0000000000000000' WHERE step_id = 3",
        "review_event 3",
        "is of claim c0000000000000000, which is not there",
        mends=False,
    ),
    Damage(
        "UPDATE thread_judgement SET right_claim = 'cfffffffffffffffff'",
        "thread_judgement 1",
        "is of claim cfffffffffffffffff, which is not there",
        mends=False,
    ),
)


@on_sqlite(DAMAGES)
def test_damage_is_found(sound: Engine, damage: Damage) -> None:
    plant(sound, damage)


@on_postgresql
def test_so_are_all_at_once(sound: Engine) -> None:
    plant_together(sound, DAMAGES)
