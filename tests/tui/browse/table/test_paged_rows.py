"""Rows of a view by page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.claims.view import ClaimRow, open_view
from db.query.line import parse_filter
from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.driving import OLDEST
from tui.browse.table import paged_rows
from tui.browse.table.paged_rows import WANTED_PAGES, Absent, PagedRows


@pytest.fixture
def rows(archive: Engine, monkeypatch: pytest.MonkeyPatch) -> PagedRows:
    """Eight claims on pages of three."""
    monkeypatch.setattr(paged_rows, "PAGE", 3)
    return PagedRows(open_view(archive, parse_filter(OLDEST)))


def read(rows: PagedRows) -> None:
    found = rows.read_next()
    assert found is not None
    rows.put(*found)


def test_a_row_that_is_not_here_is_asked_for_and_read_with_its_page(rows: PagedRows) -> None:
    assert rows.row(4) is Absent.LOADING
    assert rows.waiting
    read(rows)
    assert not rows.waiting
    found = [rows.row(n) for n in (3, 4, 5)]
    assert [row.id for row in found if isinstance(row, ClaimRow)] == [
        rows.id_at(n) for n in (3, 4, 5)
    ]
    assert rows.row(0) is Absent.LOADING
    assert len(rows.loaded()) == 3


def test_the_page_asked_for_last_is_read_first_and_few_are_waited_for(rows: PagedRows) -> None:
    rows.want_around(-5, 99)
    found = rows.read_next()
    assert found is not None
    assert (found[0], len(found[1])) == (2, 2)
    for number in range(20):
        rows.want(number)
    assert len(rows._wanted) == WANTED_PAGES


def test_a_row_that_changed_is_taken_in_the_place_of_the_old_one(rows: PagedRows) -> None:
    rows.want(0)
    read(rows)
    assert "first_said" in rows.blank
    first = rows.row(0)
    assert isinstance(first, ClaimRow)
    rows.replace([first._replace(content="another")])
    now = rows.row(0)
    assert isinstance(now, ClaimRow)
    assert now.content == "another"


def test_the_outlet_says_nothing_where_it_is_that_of_one_article_among_others(
    tmp_path: Path,
) -> None:
    told = ["Ann Lee", "Bo Ray", "Cy Dow"]
    articles = [
        MadeArticle(name, outlet, None, [name, f"“All is well,” said {name}."], [said(name)])
        for name, outlet in zip(told, ("The Test", "", ""), strict=True)
    ]

    def blank(stories: list[MadeArticle], name: str) -> frozenset[str]:
        rows = PagedRows(open_view(make_archive(tmp_path / name, stories), parse_filter("")))
        rows.want(0)
        read(rows)
        return rows.blank

    assert "outlet" in blank(articles, "one.db")
    assert "outlet" not in blank([articles[0]], "alone.db")
    assert "outlet" not in blank(
        [articles[0], replace(articles[1], outlet="B"), articles[2]], "2.db"
    )


def said(name: str) -> MadeClaim:
    """What the article of that name has somebody say."""
    return MadeClaim("All is well", "said", name, name)


def test_the_first_rows_become_the_whole(archive: Engine, rows: PagedRows) -> None:
    few = PagedRows(open_view(archive, replace(parse_filter(OLDEST), limit=3)))
    few.want(0)
    read(few)
    few.grow(rows)
    assert few.n == 8
    assert isinstance(few.row(0), ClaimRow)
    assert few.row(7) is Absent.LOADING
