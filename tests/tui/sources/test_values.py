"""What is written for articles, and the outlets that they are of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from claims.article import DatedFact
from claims.partial_date import Precision
from db.analysis.summary import list_articles
from db.query.model import ClaimQuery
from db.schema.choices import ArticleField
from tui.sources.values import given, outlets_of, written


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (ArticleField.TITLE, " Berths ", "Berths"),
        (ArticleField.BYLINE, "Anna Feld; ;Jon Aas", ("Anna Feld", "Jon Aas")),
        (
            ArticleField.PUBLISHED,
            "2024-05",
            DatedFact(date(2024, 5, 1), Precision.MONTH, "set by ines"),
        ),
        (ArticleField.OUTLET, "", None),
    ],
)
def test_what_is_written_is_a_value_of_its_field(
    field: ArticleField, text: str, value: object
) -> None:
    assert given(field, text, "set by ines") == (value,)


def test_what_is_no_date_is_no_value() -> None:
    assert given(ArticleField.PUBLISHED, "May", "set by ines") is None


def test_what_is_known_is_written_as_one_would_write_it(undated_archive: Engine) -> None:
    row = list_articles(undated_archive, ClaimQuery())[0]
    assert written(row, ArticleField.OUTLET) == row.outlet
    assert written(row, ArticleField.PUBLISHED) == row.published.as_known


def test_outlets_are_told_once_and_that_of_most_articles_first(undated_archive: Engine) -> None:
    row = list_articles(undated_archive, ClaimQuery())[0]
    outlets = ("Post", None, "Courier", "Courier")
    assert outlets_of(replace(row, outlet=one) for one in outlets) == ["Courier", "Post"]
