"""Articles as lists show them."""

from __future__ import annotations

from sqlalchemy import Engine

from claims.article import Article
from db.analysis.summary import list_articles
from db.query.line import parse_filter
from tests.db.dated import ALL, MAY
from tests.db.library import shelve


def test_articles_come_by_date_with_claims_and_speakers(library: Engine) -> None:
    found = list_articles(library, ALL)

    assert [(row.title, row.claims, row.speakers) for row in found] == [
        ("Night trams divide the valley", 3, 2),
        ("Depot costs climb again", 3, 3),
        ("A bridge for trams, not for cars", 2, 3),
        ("Signals fail on a quiet line", 1, 1),
        ("Riders march for cheaper tickets", 1, 0),
    ]
    depot = found[1]
    assert depot.byline == ("Jonas Vik", "Lu Ferro")
    assert (depot.outlet, depot.path) == ("Evening Ledger", "/library/depot.html")
    assert depot.published == MAY


def test_an_article_without_claims_is_listed_unless_claims_are_asked_for(
    own_library: Engine,
) -> None:
    silent = Article(path="/own_library/silent.txt", text="Nothing happened.\n", title="Silence")
    shelve(own_library, silent, [])

    def titles(line: str) -> list[str | None]:
        return [row.title for row in list_articles(own_library, parse_filter(line))]

    assert titles("")[-1] == "Silence"
    assert titles("article:silence") == ["Silence"]
    assert "Silence" not in titles("min-confidence:0")
    assert "Silence" not in titles("not:negated")
    assert titles("class:emotion") == ["Night trams divide the valley"]
    assert "Silence" not in titles("outlet:ledger")


def test_articles_can_be_sorted_and_limited(library: Engine) -> None:
    def titles(line: str) -> list[str]:
        return [str(row.title).split()[0] for row in list_articles(library, parse_filter(line))]

    assert titles("sort:article") == ["A", "Depot", "Night", "Riders", "Signals"]
    assert titles("sort:-published limit:2") == ["Signals", "A"]
    assert titles("sort:outlet limit:2") == ["Depot", "A"]
