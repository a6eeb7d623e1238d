"""One description of a filter."""

from __future__ import annotations

from dataclasses import fields

import pytest
from sqlalchemy.dialects import postgresql, sqlite

from db.query.compile import condition_of, select_ids
from db.query.fields.field import Field
from db.query.model import FIELDS, ClaimQuery
from tests.db.query.fields.asking import asking


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_filter_has_a_condition_where_it_narrows(field: Field) -> None:
    query = asking(field)
    assert query.narrows == (field.part is not None or field.name == "ever")
    for dialect in (sqlite.dialect(), postgresql.dialect()):  # type: ignore[no-untyped-call]
        if field.part is not None:
            assert condition_of(field)(query, dialect).compile(dialect=dialect)
        asked = select_ids(query, dialect).compile(dialect=dialect)
        assert str(asked) != str(select_ids(ClaimQuery(), dialect).compile(dialect=dialect))


def test_every_attribute_of_a_query_is_described() -> None:
    assert {one.name for one in fields(ClaimQuery)} - {one.name for one in FIELDS} == {"descending"}
