"""The reference of the tables."""

from __future__ import annotations

from db.schema.base import Base
from tui.reference.schema import schema, tables_of


def test_every_table_has_whole_sentences_on_what_a_row_is() -> None:
    meanings = tables_of("db.schema.identity")
    affiliation = meanings[Base.metadata.tables["known_affiliation"]]
    assert affiliation.startswith("A role and organization")
    assert [one for one in meanings.values() if not one.endswith(".")] == []


def test_a_reference_is_drawn_between_the_two_tables() -> None:
    assert "entity ||--o{ known_affiliation : entity_id" in schema()
