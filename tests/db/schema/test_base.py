"""What all tables are made with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from sqlalchemy import Index, make_url
from sqlalchemy.schema import CreateIndex

from db.schema.base import UtcDateTime, complete_for_postgresql, is_on, on_postgresql, one_of
from db.schema.core import ArticleText


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def test_a_moment_is_stored_in_utc_and_comes_back_aware() -> None:
    there = datetime(2024, 5, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    kind = UtcDateTime()
    for url in ("sqlite://", "postgresql+psycopg://"):
        dialect = make_url(url).get_dialect()()
        stored = kind.process_bind_param(there, dialect)
        assert stored == datetime(2024, 4, 30, 23, 30, tzinfo=UTC)
        naive = datetime(2024, 4, 30, 23, 30)
        assert kind.process_result_value(naive, dialect) == there
        assert kind.process_bind_param(None, dialect) is None


def test_a_choice_is_one_of_its_values() -> None:
    check = one_of("colour", Colour)
    assert (check.name, str(check.sqltext)) == ("colour_known", "colour IN ('red', 'blue')")


def test_an_index_of_postgresql_is_none_of_sqlite() -> None:
    plain, newest = Index("plain", "id"), on_postgresql(Index("newest", "id"))
    here, there = (make_url(url).get_dialect()() for url in ("sqlite://", "postgresql://"))
    assert [is_on(one, here) for one in (plain, newest)] == [True, False]
    assert [is_on(one, there) for one in (plain, newest)] == [True, True]


@pytest.mark.parametrize(
    ("url", "rows"), [("sqlite://", "current = 1"), ("postgresql+psycopg://", "current")]
)
def test_each_database_has_an_index_of_some_rows_in_its_own_words(url: str, rows: str) -> None:
    complete_for_postgresql()
    (partial,) = (one for one in ArticleText.metadata.tables["article_text"].indexes if one.unique)
    made = str(CreateIndex(partial).compile(dialect=make_url(url).get_dialect()()))
    assert made.endswith(f"ON article_text (article_id) WHERE {rows}")
