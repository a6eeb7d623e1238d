"""Articles as the desk lists them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from claims.article import DatedFact
from claims.partial_date import Precision
from db.analysis.summary import list_articles
from db.claims.articles import ArticleRow
from db.query.model import ClaimQuery
from tui.sources.rows import SORTS, detail, heading, line, listed, outlet_width, sort_at
from tui.text.words import NOTHING

SUGGESTED = DatedFact(date(2024, 5, 16), Precision.DAY, "Thursday, May 16")


@pytest.fixture
def rows(undated_archive: Engine) -> list[ArticleRow]:
    return list_articles(undated_archive, ClaimQuery())


def names(rows: list[ArticleRow]) -> list[str]:
    return [row.path.rpartition("/")[2].removesuffix(".txt") for row in rows]


def test_each_order_is_its_own(rows: list[ArticleRow]) -> None:
    assert {sort: names(listed(rows, "", sort)) for sort in SORTS} == {
        "undated": ["leaflet", "border-town", "pipeline-talks"],
        "newest": ["border-town", "pipeline-talks", "leaflet"],
        "title": ["border-town", "pipeline-talks", "leaflet"],
        "outlet": ["leaflet", "border-town", "pipeline-talks"],
        "claims": ["pipeline-talks", "border-town", "leaflet"],
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("COURIER", ["pipeline-talks"]),
        ("mira price", ["pipeline-talks"]),
        ("2024-01", ["border-town"]),
        ("order", []),
        ("pipeline town", []),
    ],
)
def test_all_words_begin_one_of_what_is_known(
    rows: list[ArticleRow], words: str, found: list[str]
) -> None:
    assert names(listed(rows, words, "title")) == found


def test_a_line_has_the_width_it_is_given_and_tells_what_is_suggested(
    rows: list[ArticleRow],
) -> None:
    undated, dated, _ = listed(rows, "", "undated")
    told = line(undated, SUGGESTED, marked=True, width=80, outlet=20)
    assert told.startswith("● 2024-05-16?")
    assert len(told) <= 80
    assert line(dated, SUGGESTED, marked=False, width=80, outlet=20).startswith("  2024-01-09 ")


def test_all_that_is_known_is_told(rows: list[ArticleRow]) -> None:
    undated, dated, _ = listed(rows, "", "undated")
    assert detail(undated, SUGGESTED)[1] == (
        "date     –  suggested: 2024-05-16 – Thursday, May 16 (a accepts)"
    )
    told = detail(dated, None)
    assert told[1] == "date     2024-01-09 – dateline"
    assert told[2] == "outlet   Harbour Post"
    assert told[4] == "claims   3 by 2 speakers"
    assert not [line for line in told if line.endswith(NOTHING)]


def test_who_wrote_it_is_told_by_names_alone(rows: list[ArticleRow]) -> None:
    assert "byline   Ines Calder, A. Feld" in detail(
        replace(rows[0], byline=("Ines Calder", "A. Feld")), None
    )


def test_the_language_is_told_and_why_another_has_no_claims(rows: list[ArticleRow]) -> None:
    told = [
        detail(replace(rows[0], claims=0, speakers=0, language=language), None)[4]
        for language in (None, "en", "de", "und")
    ]
    assert told == [
        "claims   0 by 0 speakers",
        "claims   0 by 0 speakers · language: en",
        "claims   0 · language: de, which is not analysed",
        "claims   0 · not in English, so not analysed",
    ]


def test_heads_stand_over_their_columns_and_a_click_sorts_by_them(rows: list[ArticleRow]) -> None:
    told = line(rows[0], None, marked=False, width=80, outlet=20)
    head = heading("claims", 20)
    assert head.index("Claims▼") + 7 == told.index(f" {rows[0].claims:,} ") + 1 + len(
        f"{rows[0].claims:,}"
    )
    for title in ("Date", "Outlet", "Claims", "Title"):
        at = head.index(title)
        asked = sort_at(at, "undated", 20)
        assert heading(asked, 20).index(title) in (at, at + 1)
        assert heading(asked, 20) != heading("undated", 20)
    assert sort_at(3, "newest", 20) == "undated"
    assert sort_at(70, "newest", 20) == "title"


def test_outlets_take_no_more_room_than_they_need(rows: list[ArticleRow]) -> None:
    undated = [replace(row, outlet=None) for row in rows]
    assert outlet_width([]) == outlet_width(undated) == len("Outlet▲")
    assert outlet_width(rows) == len("Northern Courier")
    assert outlet_width([replace(rows[0], outlet="The Paper of Everything There Is")]) == 20
