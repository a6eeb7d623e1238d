"""Suggested dates of articles whose pages state none."""

from __future__ import annotations

from claims.partial_date import Precision
from db.analysis.summary import list_articles
from db.articles.dates import accept_dates, suggest_dates
from db.query.model import ClaimQuery
from tests.db.archives import Desk

PIER = "The pier closes\n\nThe mayor closed it on Thursday, May 16.\n\n© 2024 Quay Letter\n"


def test_only_articles_without_a_date_get_one_and_not_before_it_is_accepted(shelf: Desk) -> None:
    shelf.write("pier.txt", PIER)
    shelf.ingest()
    engine, looked = shelf.engine, list[int]()
    ids = [row.article_id for row in list_articles(engine, ClaimQuery())]

    [suggested] = suggest_dates(engine, ids, looked.append)

    assert looked == [len(ids)]
    assert (suggested.date.as_known, suggested.date.precision) == ("2024-05-16", Precision.DAY)
    assert sum(bool(row.published.value) for row in list_articles(engine, ClaimQuery())) == 1
    accept_dates(engine, [suggested], "ines")
    assert suggest_dates(engine, ids) == []
