"""One description of a filter is all that the line, the sentence and the condition need."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from sqlalchemy.dialects import postgresql, sqlite

from db.query.compile import condition_of, select_ids
from db.query.fields.field import Field, Form
from db.query.fields.reference import filter_rows
from db.query.line import FILTER_KEYS, canonical, parse_filter
from db.query.model import FIELDS, ClaimQuery
from db.query.sentence import sentence

_TEXTS = {
    "since": "2023-06-30",
    "until": "2023-06-30",
    "months": "2023-06",
    "min_confidence": "0.5",
    "limit": "7",
    "sort": "outlet",
}


def asking(field: Field) -> ClaimQuery:
    """A query that asks for something of this filter, and for nothing else."""
    if field.form in (Form.EITHER, Form.SWITCH):
        value: Any = True
    else:
        text = field.choices[0] if field.choices else _TEXTS.get(field.name, "river")
        value = field.read(str(text))
    asked: dict[str, Any] = {field.name: (value,) if field.several else value}
    if field.name == "ever":
        asked["organizations"] = ("river",)
    return ClaimQuery(**asked)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_filter_is_written_and_told_and_read_again(field: Field) -> None:
    query = asking(field)
    assert parse_filter(query.to_filter()) == query != ClaimQuery()
    assert query.to_filter()
    assert sentence(query) != sentence(ClaimQuery())


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


def test_keys_and_aliases_are_one_filter_each() -> None:
    assert set(FILTER_KEYS) >= {field.key for field in FIELDS}
    aliases = [alias for field in FIELDS for alias in field.aliases]
    assert len(aliases) == len(set(aliases))
    assert not set(aliases) & set(FILTER_KEYS)
    assert [canonical(a) for f in FIELDS for a in f.aliases] == [
        f.key for f in FIELDS for _ in f.aliases
    ]


def test_bounds_are_read_as_the_first_and_the_last_day() -> None:
    query = parse_filter("since:2023 until:2023-02")
    assert (query.since, query.until) == (date(2023, 1, 1), date(2023, 2, 28))


def test_the_table_of_filters_has_every_option_and_key() -> None:
    rows = filter_rows()
    options, lines = " ".join(row[0] for row in rows), " ".join(row[1] for row in rows)
    for field in FIELDS:
        assert field.option.flag.split("/")[0] in options
        assert f"`{field.key}:" in lines or field.name == "text"
    assert all(keeps for _, _, keeps in rows)
    assert next(row[:2] for row in rows if "--cue " in row[0]) == ("`--cue TEXT`", "`cue:`")
