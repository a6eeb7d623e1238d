"""What comparing found, in itself and against what people judged."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.db.keeping.damage import Damage, on_postgresql, on_sqlite, plant, plant_together

DAMAGES = (
    Damage(
        "UPDATE article SET story_id = 3 WHERE id = 3",
        "article a",
        "is not in the story of its copy",
    ),
    Damage(
        "UPDATE article SET story_id = 1 WHERE id = 2",
        "article a",
        "is in a story though it is no copy",
    ),
    Damage(
        "UPDATE article SET story_id = NULL WHERE id = 1",
        "article a",
        "is not in a story",
    ),
    Damage(
        "DELETE FROM article_sample WHERE article_id = 3",
        "article a",
        "is not in",
        mends=False,
    ),
    Damage(
        "UPDATE article_sample SET text_id = 2 WHERE article_id = 1",
        "article a",
        "compared by a text that does not show",
        mends=False,
    ),
    Damage(
        "INSERT INTO phrase (public_id, key, label) VALUES ('p0a9b3a3e9ef0f0d0', 'tide', 'tide')",
        "phrase p",
        "is of no topic",
    ),
    Damage(
        "UPDATE thread SET merged_into = (SELECT thread_id FROM claim_meaning WHERE "
        "claim_id = 1) WHERE id = (SELECT thread_id FROM claim_meaning WHERE claim_id "
        "= 6)",
        "claim c",
        "which is one with another",
    ),
    Damage(
        "UPDATE thread SET claims = claims + 1, first_said = NULL WHERE claims = 1",
        "thread t",
        "is not counted right",
    ),
    Damage(
        "UPDATE thread SET label = 'Frost', label_key = 'frost' WHERE labelled",
        "thread t",
        "is not called as somebody said",
    ),
    Damage(
        "UPDATE claim_meaning SET thread_id = (SELECT thread_id FROM claim_meaning "
        "WHERE claim_id = 1) WHERE claim_id = 5",
        "claim c",
        "somebody judged not the same",
    ),
    Damage(
        "UPDATE claim_relation SET state = 'dismissed'",
        "relation of c",
        "is dismissed, judged confirmed",
    ),
    Damage(
        "INSERT INTO quotation (id, words_key, weight) VALUES (99, 5, 1.0)",
        "quotation",
        "1 that nothing has",
    ),
    Damage(
        "INSERT INTO article_shingle (hash, article_id) SELECT 5, id FROM article "
        "WHERE id = 2; DELETE FROM article_sample WHERE article_id = 2",
        "article_shingle",
        "that nothing has",
    ),
)


@on_sqlite(DAMAGES)
def test_damage_is_found_and_mended_where_it_can_be(sound: Engine, damage: Damage) -> None:
    plant(sound, damage)


@on_postgresql
def test_so_are_all_at_once(sound: Engine) -> None:
    plant_together(sound, DAMAGES)
