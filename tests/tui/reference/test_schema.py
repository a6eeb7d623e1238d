"""The reference of the tables."""

from __future__ import annotations

from db.schema.base import Base
from tui.reference.schema import schema, tables_of


def test_every_table_is_told_with_what_a_row_is() -> None:
    told = tables_of("db.schema.identity")
    assert told[Base.metadata.tables["known_affiliation"]].startswith("A role and organization")
    assert all(told.values())


def test_a_reference_is_drawn_between_the_two_tables() -> None:
    assert "entity ||--o{ known_affiliation : entity_id" in schema()
