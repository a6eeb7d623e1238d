"""Claims side by side."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import Engine

from db.analysis.comparison import Column, compare_claims
from db.analysis.summary import list_articles
from db.connection.cancel import Cancel, Cancelled
from db.query.line import parse_filter
from tests.db.archives import Desk
from tests.db.conftest import on_sqlite
from tests.db.identity.newsroom import Newsroom


def shown(columns: tuple[Column, ...]) -> list[tuple[str, str, list[str]]]:
    return [
        (column.label, column.sublabel, [row.content.split()[0] for row in column.rows])
        for column in columns
    ]


def test_by_article_columns_come_in_the_order_of_the_query(library: Engine) -> None:
    query = parse_filter("speaker:brandt")

    assert shown(compare_claims(library, query, "article").columns) == [
        ("Night trams divide the valley", "The Valley Courier, 2022-03-10", ["night", "Nobody"]),
        ("Depot costs climb again", "Evening Ledger, 2023-05", ["The"]),
        ("A bridge for trams, not for cars", "Evening Ledger, 2023-06-02", ["the"]),
    ]


def test_by_speaker_a_joint_statement_stands_in_each_column(library: Engine) -> None:
    comparison = compare_claims(library, parse_filter("article:bridge"), "speaker")

    assert shown(comparison.columns) == [
        ("An audit", "", ["cracks"]),
        ("Ilse Brandt", "City Rail Office", ["the"]),
        ("Tom Achterberg", "former mayor", ["the"]),
    ]


def test_speakers_that_were_not_asked_for_have_no_column(library: Engine) -> None:
    comparison = compare_claims(library, parse_filter("speaker:brandt"), "speaker")

    assert shown(comparison.columns) == [
        (
            "Ilse Brandt",
            "planner, Transit Study Group; director, City Rail Office; City Rail Office",
            ["night", "Nobody", "The", "the"],
        )
    ]


@on_sqlite
def test_an_affiliation_that_articles_write_with_other_capitals_is_listed_once(
    desk: Desk,
) -> None:
    room = Newsroom(desk)
    for organization in ("Ferry Program", "Ferry program"):
        room.article(("Ana Ruiz", "director", organization))
    [column] = compare_claims(desk.engine, parse_filter("speaker:ruiz"), "speaker").columns
    assert column.stated == ("director, Ferry Program",)


def test_claims_without_a_speaker_have_a_column_at_the_end(library: Engine) -> None:
    comparison = compare_claims(library, parse_filter("since:2024"), "speaker")
    assert [column.label for column in comparison.columns] == ["Tom Achterberg"]

    comparison = compare_claims(library, parse_filter("night"), "speaker")
    assert [(column.key != "", column.label) for column in comparison.columns] == [
        (True, "Ilse Brandt"),
        (False, "nobody named"),
    ]


def test_an_undated_article_without_outlet_has_no_sublabel(library: Engine) -> None:
    comparison = compare_claims(library, parse_filter("tickets"), "article")

    assert shown(comparison.columns) == [("Riders march for cheaper tickets", "", ["Tickets"])]
    assert compare_claims(library, parse_filter("speaker:nobody"), "article").columns == ()


def test_affiliations_of_most_claims_come_first(library: Engine) -> None:
    """As a column has room for a few."""
    for column in compare_claims(library, parse_filter(""), "speaker").columns:
        theirs = [one for row in column.rows for one in row.speakers if one.name == column.label]
        said = Counter(
            told for one in theirs for told in {each.in_words for each in one.affiliations}
        )
        assert [said[told] for told in column.stated] == sorted(said.values(), reverse=True)
        assert {*column.stated} == {*filter(None, column.sublabel.split("; "))}


def test_what_is_to_be_compared_is_not_read_once_that_was_cancelled(library: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()

    with pytest.raises(Cancelled):
        compare_claims(library, parse_filter(""), "speaker", cancel)
    with pytest.raises(Cancelled):
        list_articles(library, parse_filter(""), cancel)
