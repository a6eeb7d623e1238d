"""Deleting articles: nothing of them is left, and nothing of the others is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from db.analysis.summary import list_articles, list_speakers
from db.articles.actions import check_there, set_known
from db.articles.delete import Deleted, delete_articles
from db.claims.view import open_view
from db.identity.decisions import merge
from db.keeping.check import verify
from db.query.line import parse_filter
from db.query.model import ClaimQuery, QueryError
from db.review.actions import ReviewError, accept
from db.schema import core as schema
from db.schema.articles import ArticleStep
from db.schema.base import Base
from db.schema.choices import ArticleField
from db.schema.identity import Entity
from db.schema.review import ReviewStep
from tests.db.archives import Desk, count
from tests.db.conftest import on_sqlite
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims


@pytest.fixture
def shelf(desk: Desk) -> Desk:
    desk.compares = True
    desk.prepare(HARBOUR, *harbour_claims())
    desk.prepare(FERRY, *ferry_claims())
    desk.write("harbour.txt", HARBOUR)
    desk.write("ferry.txt", FERRY)
    desk.ingest()
    return desk


def ident(engine: Engine, name: str) -> str:
    rows = list_articles(engine, ClaimQuery())
    return next(row.article_id for row in rows if row.path.endswith(name))


def judge(engine: Engine, name: str) -> None:
    """Accept a claim of an article, and set its outlet."""
    [first, *_] = open_view(engine, parse_filter(f"article:{name}")).rows(0, 1)
    accept(engine, [first.id], "ines")
    set_known(engine, {first.article_id: {ArticleField.OUTLET: name}}, "ines")


def test_all_of_an_article_goes(shelf: Desk) -> None:
    judge(shelf.engine, "ferry")
    judge(shelf.engine, "harbour")

    done = delete_articles(shelf.engine, [ident(shelf.engine, "ferry.txt")], "ines")

    assert done == Deleted(articles=1, claims=2)
    assert verify(shelf.engine) == []
    assert count(shelf.engine, schema.ArticleText) == 1
    assert count(shelf.engine, ReviewStep) == 1
    assert count(shelf.engine, ArticleStep) == 1
    with shelf.engine.connect() as connection:
        assert connection.scalars(select(schema.Outlet.name)).all() == ["harbour"]
    names = {row.speaker.label for row in list_speakers(shelf.engine, ClaimQuery(everything=True))}
    assert names == {"Mara Lindqvist", "The council"}
    assert entities(shelf.engine, "Örn") == entities(shelf.engine, "Coastal") == []


def entities(engine: Engine, part: str) -> list[str]:
    with engine.connect() as connection:
        found = connection.scalars(select(Entity.name)).all()
    return [name for name in found if part in name]


@on_sqlite
def test_no_later_claim_gets_the_number_of_one_that_went(shelf: Desk) -> None:
    # Somebody may have it on the screen, and judge it by that.
    newest = list(open_view(shelf.engine, parse_filter("article:harbour")).ids)
    delete_articles(shelf.engine, [ident(shelf.engine, "harbour.txt")], "ines")
    shelf.prepare(HARBOUR + "Again.\n", *harbour_claims())
    shelf.ingest(shelf.write("again.txt", HARBOUR + "Again.\n"))

    with pytest.raises(ReviewError, match="does not show any more"):
        accept(shelf.engine, newest[:1], "omar")
    later = open_view(shelf.engine, parse_filter("article:again")).ids
    assert len(later) == len(newest)
    assert not set(later) & set(newest)


@on_sqlite
def test_an_archive_without_articles_has_no_rows_left_but_runs(shelf: Desk) -> None:
    judge(shelf.engine, "ferry")
    both = [ident(shelf.engine, "ferry.txt"), ident(shelf.engine, "harbour.txt")]
    delete_articles(shelf.engine, both, "ines")
    left = {
        mapper.class_.__tablename__
        for mapper in Base.registry.mappers
        if count(shelf.engine, mapper.class_)
    }
    assert left == {"run"}
    assert verify(shelf.engine) == []


@on_sqlite
def test_it_can_be_stored_again(shelf: Desk) -> None:
    before = [
        (row.path, row.claims, row.speakers) for row in list_articles(shelf.engine, ClaimQuery())
    ]
    delete_articles(shelf.engine, [ident(shelf.engine, "ferry.txt")], "ines")
    assert shelf.ingest().stored == 1
    after = [
        (row.path, row.claims, row.speakers) for row in list_articles(shelf.engine, ClaimQuery())
    ]
    assert sorted(after) == sorted(before)


def story_of(engine: Engine, name: str) -> str:
    return f"s{ident(engine, name)[1:]}"


def stories(engine: Engine, *names: str) -> set[str]:
    rows = list_articles(engine, ClaimQuery())
    return {row.story for row in rows if row.path.endswith(names)}


@on_sqlite
def test_a_story_goes_on_without_its_first_article(shelf: Desk) -> None:
    long = FERRY + "".join(
        f"Berth {n} of the outer basin was dredged for {n} summers by crew {n}.\n"
        for n in range(60)
    )
    for name in ("one.txt", "two.txt", "three.txt"):
        text = f"{long}\nCopy kept in {name}.\n"
        shelf.prepare(text, *ferry_claims())
        shelf.ingest(shelf.write(name, text))
    assert stories(shelf.engine, "one.txt", "two.txt") == {story_of(shelf.engine, "ferry.txt")}
    delete_articles(shelf.engine, [ident(shelf.engine, "ferry.txt")], "ines")
    left = stories(shelf.engine, "one.txt", "two.txt", "three.txt")
    assert left == {story_of(shelf.engine, "one.txt")}
    assert verify(shelf.engine) == []


def test_whom_somebody_judged_stays(shelf: Desk) -> None:
    merge(shelf.engine, "Mara Lindqvist", ["Émile Örn"], "ines")
    delete_articles(shelf.engine, [ident(shelf.engine, "ferry.txt")], "ines")
    assert entities(shelf.engine, "Örn") == ["Émile Örn"]
    assert verify(shelf.engine) == []


@on_sqlite
def test_nothing_goes_where_one_is_not_there(shelf: Desk) -> None:
    with pytest.raises(QueryError, match="no article a0"):
        delete_articles(shelf.engine, [ident(shelf.engine, "ferry.txt"), "a0"], "ines")
    assert count(shelf.engine, schema.Article) == 2


@on_sqlite
def test_whether_articles_are_there_can_be_asked_before(shelf: Desk) -> None:
    check_there(shelf.engine, [ident(shelf.engine, "ferry.txt")])
    with pytest.raises(QueryError, match="no article a0"):
        check_there(shelf.engine, ["a0"])
