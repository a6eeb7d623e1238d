"""Filters as parts of a sentence."""

from __future__ import annotations

import pytest

from db.query.fields.field import Field
from db.query.line import parse_filter
from db.query.model import FIELDS, ClaimQuery
from db.query.sentence import sentence
from tests.db.query.fields.asking import asking


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_filter_is_written_and_told_and_read_again(field: Field) -> None:
    query = asking(field)
    assert parse_filter(query.to_filter()) == query != ClaimQuery()
    assert query.to_filter()
    assert sentence(query) != sentence(ClaimQuery())
