"""Correcting what is known of articles: what shows, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine

from claims.article import DatedFact
from claims.partial_date import Precision
from db.articles.actions import merge_outlets, set_known
from db.articles.undo import undo
from db.claims.view import open_view
from db.query.line import parse_filter
from db.query.model import QueryError
from db.schema.choices import ArticleField
from tests.db.archives import Desk
from tests.db.articles.correcting import correct, rows
from tests.db.conftest import on_sqlite


def first_content(engine: Engine, line: str = "") -> str:
    return open_view(engine, parse_filter(line)).rows(0, 1)[0].content


@on_sqlite
def test_what_goes_by_date_follows(shelf: Desk) -> None:
    engine = shelf.engine
    assert first_content(engine) == "the wall would be raised by a metre", "the undated come last"
    correct(engine, "ferry.txt", published=DatedFact(date(2020, 2, 1), Precision.DAY, "table"))
    assert first_content(engine) == "ferries lose nine days a year"
    assert len(open_view(engine, parse_filter("month:2020-02"))) == 2
    assert len(open_view(engine, parse_filter("until:2021"))) == 2


def test_words_of_a_title_and_outlet_are_found(shelf: Desk) -> None:
    correct(shelf.engine, "ferry.txt", title="Zeppelins instead", outlet="Éclair")
    assert len(open_view(shelf.engine, parse_filter("article:zeppelins"))) == 2
    assert len(open_view(shelf.engine, parse_filter("outlet:eclair"))) == 2
    assert len(open_view(shelf.engine, parse_filter("article:counts"))) == 0


def test_outlets_that_are_one_are_merged(shelf: Desk) -> None:
    correct(shelf.engine, "ferry.txt", outlet="NYT")
    correct(shelf.engine, "harbour.txt", outlet="N.Y. Times")
    done = merge_outlets(shelf.engine, ["NYT", "N.Y. Times"], "The New York Times", "ines")
    assert len(done.article_ids) == 2
    assert {row.outlet for row in rows(shelf.engine).values()} == {"The New York Times"}
    with pytest.raises(QueryError, match="no outlet called NYT"):
        merge_outlets(shelf.engine, ["NYT"], "Another", "ines")
    undo(shelf.engine, "ines")
    assert {row.outlet for row in rows(shelf.engine).values()} == {"NYT", "N.Y. Times"}


@on_sqlite
@pytest.mark.parametrize(
    ("value", "told"), [(" ", "empty"), ("x" * 2001, "longer"), ("a\0b", "cannot be stored")]
)
def test_what_cannot_be_stored_is_refused_whole(shelf: Desk, value: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        correct(shelf.engine, "ferry.txt", outlet="Good", title=value)
    assert rows(shelf.engine)["ferry.txt"].outlet is None


@on_sqlite
def test_an_article_that_is_not_there_is_named(shelf: Desk) -> None:
    with pytest.raises(QueryError, match="no article a123"):
        set_known(shelf.engine, {"a123": {ArticleField.TITLE: "x"}}, "ines")
