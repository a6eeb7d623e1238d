"""What shows, whose it is, and what people judged of it."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, func, select

from db.keeping.check import verify
from db.review.actions import correct
from db.review.corrections import Correction
from db.schema.core import ClaimSpeaker, Mention
from tests.db.keeping.damage import Damage, on_postgresql, on_sqlite, plant, plant_together

DAMAGES = (
    Damage(
        "UPDATE article_text SET current = (1 = 0) WHERE id = 1",
        "article a",
        "does not show one text",
        mends=False,
    ),
    Damage(
        "UPDATE article_text SET current = (1 = 0) WHERE id = 1",
        "claim c",
        "shows although its text does not",
        mends=False,
    ),
    Damage(
        "UPDATE claim SET article_id = 2 WHERE id = 2",
        "claim c",
        "is of another article",
        mends=False,
    ),
    Damage(
        "UPDATE claim SET parent_id = 5 WHERE id = 4",
        "claim c",
        "is inside a claim of another text",
        mends=False,
    ),
    Damage(
        "UPDATE claim_speaker SET mention_id = 1 WHERE claim_id = "
        "(SELECT max(claim_id) FROM claim_speaker)",
        "claim c",
        "is of another text",
        mends=False,
    ),
    Damage(
        "UPDATE mention_entity SET retired_at = created_at WHERE mention_id = 1",
        "claim c",
        "its speaker Mara Lindqvist is nobody",
        mends=False,
    ),
    Damage(
        "UPDATE claim SET review = 'machine' WHERE id = 1",
        "claim c",
        "which its last event does not say",
        mends=False,
    ),
    Damage(
        "UPDATE claim SET review = 'accepted' WHERE id = 3",
        "claim c",
        "is accepted, though nobody judged it",
        mends=False,
    ),
    Damage(
        "DELETE FROM claim_note",
        "claim c",
        "does not have the note of its last event",
        mends=False,
    ),
    Damage(
        "UPDATE claim_tag SET tag = 'Money' WHERE claim_id = 5",
        "claim c",
        "does not have the tags of its last event",
        mends=False,
    ),
    Damage(
        "INSERT INTO claim_tag (claim_id, tag, tag_key) VALUES (4, 'Nets', 'nets')",
        "claim c",
        "does not have the tags of its last event",
        mends=False,
    ),
    Damage(
        "INSERT INTO mention (text_id, run_id, ordinal, name, kind) "
        "VALUES (2, 1, 99, 'Nobody', 'person')",
        "mention of Nobody of text 2",
        "speaks no claim",
        mends=False,
    ),
    Damage(
        "UPDATE review_step SET who = ' ' WHERE id = 1",
        "review_step 1",
        "tells nobody who did it",
        mends=False,
    ),
    Damage(
        "UPDATE identity_act SET author = ''",
        "identity_act",
        "tells nobody who did it",
        mends=False,
    ),
    Damage(
        "UPDATE review_event SET before = '' WHERE step_id = 1",
        "review step 1",
        "does not tell what it changed",
        mends=False,
    ),
)

OF_READING = (
    Damage(
        "UPDATE mention SET name = 'Mara Lindquist' WHERE id = 1",
        "mention of Mara Lindquist of text 1",
        "means the person 'mara lindqvist'",
        mends=False,
    ),
    Damage(
        "UPDATE mention SET kind = 'group' WHERE name = 'Émile Örn'",
        "mention of Émile Örn of text 2",
        "means the person 'emile orn'",
        mends=False,
    ),
    Damage(
        "DELETE FROM extraction WHERE text_id = 1",
        "text 1",
        "run 1 found claims in it, but is not known to have read it",
    ),
    Damage(
        "INSERT INTO run (id, public_id, tool_version, model_name, model_version, started_at) "
        "SELECT 99, 'r99', tool_version, model_name, model_version, started_at FROM run;"
        "INSERT INTO extraction (text_id, run_id) VALUES (1, 99)",
        "claim c",
        "shows although a later run read its text",
        mends=False,
    ),
    Damage(
        "UPDATE claim SET current = (1 = 0) WHERE id = 5",
        "claim c",
        "does not show although the last run read its text",
        mends=False,
    ),
)
"""What would hide behind others."""


@on_sqlite((*DAMAGES, *OF_READING))
def test_damage_is_found_and_mended_where_it_can_be(sound: Engine, damage: Damage) -> None:
    plant(sound, damage)


@on_postgresql
def test_so_are_all_at_once(sound: Engine) -> None:
    plant_together(sound, DAMAGES)
    plant_together(sound, OF_READING)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_whom_a_correction_leaves_without_a_claim_is_no_damage(own: Engine) -> None:
    correct(own, [6], Correction(names=["Mara Lindqvist"]), "ines")
    with own.connect() as connection:
        speaks = select(ClaimSpeaker.mention_id)
        assert connection.scalar(select(func.count()).where(Mention.id.not_in(speaks))) == 1
    assert verify(own) == []
