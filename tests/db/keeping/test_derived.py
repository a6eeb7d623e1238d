"""What is computed and kept beside what it is computed from."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.db.keeping.damage import Damage, on_postgresql, on_sqlite, plant, plant_together

DAMAGES = (
    Damage(
        "UPDATE article SET title_key = 'ferry' WHERE id = 2",
        "article title",
        "its title_key is 'ferry'",
    ),
    Damage(
        "UPDATE claim SET cue_lemma_key = NULL WHERE id = 1",
        "claim cue_lemma 'say'",
        "its cue_lemma_key is None",
    ),
    Damage(
        "UPDATE affiliation SET organization_key = 'guild' WHERE organization LIKE '%guild'",
        "affiliation organization",
        "'guild'",
    ),
    Damage(
        "UPDATE claim_note SET note_key = 'ask'",
        "claim_note note",
        "'ask'",
    ),
    Damage(
        "UPDATE claim_tag SET tag_key = 'whether' WHERE claim_id = 5",
        "claim_tag tag 'Weather'",
        "'whether'",
    ),
    Damage(
        "UPDATE saved_view SET name_key = 'yours'",
        "saved_view name 'Mine'",
        "'yours'",
    ),
    Damage(
        "UPDATE claim SET aside = 8 WHERE id = 3",
        "claim c",
        "is set aside for 8, not for",
    ),
    Damage(
        "UPDATE entity SET canonical_id = id, label = NULL, label_key = NULL WHERE "
        "name = 'Émile Örn'",
        "entity e",
        "does not stand for",
    ),
    Damage(
        "UPDATE entity SET label = 'Nobody', label_key = 'nobody' WHERE name = 'Émile Örn'",
        "entity e",
        "shown as 'Mara Lindqvist'",
    ),
    Damage(
        "DELETE FROM entity_affiliation WHERE role = 'director'",
        "entity e",
        "its affiliations are not",
    ),
    Damage(
        "INSERT INTO entity_affiliation (entity_id, role, organization) VALUES (1, 'king', 'sea')",
        "entity e",
        "its affiliations are not",
    ),
    Damage(
        "DELETE FROM entity_key WHERE entity_id = 1",
        "entity e",
        "lacks keys",
    ),
)


@on_sqlite(DAMAGES)
def test_damage_is_found_and_mended_where_it_can_be(sound: Engine, damage: Damage) -> None:
    plant(sound, damage)


@on_postgresql
def test_so_are_all_at_once(sound: Engine) -> None:
    plant_together(sound, DAMAGES)
