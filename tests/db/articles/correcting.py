"""Articles corrected, and how they show then."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Engine

from claims.article import DatedFact
from claims.partial_date import Precision
from db.analysis.summary import list_articles
from db.articles.actions import Decided, set_known
from db.articles.values import Value
from db.claims.articles import ArticleRow
from db.query.model import ClaimQuery
from db.schema.choices import ArticleField

MAY: DatedFact = DatedFact(date(2023, 6, 1), Precision.MONTH, "set by ines")


def rows(engine: Engine) -> dict[str, ArticleRow]:
    """Articles by the name of their file."""
    return {row.path.rsplit("/")[-1]: row for row in list_articles(engine, ClaimQuery())}


def correct(engine: Engine, name: str, **values: Value) -> Decided:
    wanted = {ArticleField(field): value for field, value in values.items()}
    return set_known(engine, {rows(engine)[name].article_id: wanted}, "ines", "looked it up")
