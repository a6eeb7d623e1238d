"""Numbers of claims by row and column, drawn and in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from db.analysis.matrix import Position, count_matrix
from db.query.line import parse_filter
from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.compare.test_matrix import matrix_of
from tests.tui.driving import NARROW, WIDE, running
from tui.compare.matrix_grid import by_name, by_number, heading, shade


async def test_a_greater_number_has_a_darker_shade_and_stays(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("m")
        grid = matrix_of(desk).grid
        numbers = [
            segment for segment in grid.draw_row(1, 100) if segment.text.strip() in ("2", "1")
        ]
        assert [segment.text.strip() for segment in numbers] == ["2", "1"]
        shades = [segment.style.bgcolor for segment in numbers if segment.style is not None]
        assert len({*shades}) == 2
        assert [shade(n, 9) for n in (1, 3, 9)] == [1, 3, 4]


async def test_more_columns_than_fit_scroll_sideways(tmp_path: Path) -> None:
    said = [MadeClaim("“Yes,”", "said", "Ann Lee", "Ann Lee")]
    stories = [
        MadeArticle(f"s{n}", "Courier", date(2020 + n // 12, n % 12 + 1, 1), [f"Story {n}",
              "“Yes,” said Ann Lee."], said)
        for n in range(30)
    ]  # fmt: skip
    async with running(make_archive(tmp_path / "many.db", stories), size=NARROW) as desk:
        await desk.press("m", "m", "dollar_sign")
        assert "Ann Lee · 2022-06 · 1 claim" in desk.screen_text
        assert "[1]" in desk.screen_text
        await desk.press("0", "right")
        assert "Ann Lee · 2020-01 · 1 claim" in desk.screen_text


def test_rows_stand_by_number_or_by_name(archive: Engine) -> None:
    matrix = count_matrix(archive, parse_filter(""), "article")
    assert [matrix.rows[n].claims for n in by_number(matrix).rows] == [3, 2, 1, 1]
    assert [matrix.rows[n].label for n in by_name(matrix).rows] == [
        "Anna Feld",
        "Ilya Morozov",
        "Ministry of Transport",
        "officials",
    ]


def test_threads_of_most_speakers_stand_before_those_of_most_claims(archive: Engine) -> None:
    counted = count_matrix(archive, parse_filter(""), "article")
    cells = {(0, 0): 5, (1, 0): 1, (1, 1): 1, (2, 1): 1}
    positions = {(2, 0): Position(agrees=0, denies=1), (2, 2): Position(agrees=1, denies=0)}
    threads = replace(counted, of="thread", by="speaker", cells=cells, positions=positions)
    assert by_number(threads).rows == (2, 1, 0, 3)
    assert by_number(replace(threads, of="speaker", by="thread")).rows == (0, 1, 2, 3)


def test_articles_stand_by_date_an_undated_one_last(undated_archive: Engine) -> None:
    matrix = count_matrix(undated_archive, parse_filter(""), "article")
    for order in (by_number(matrix), by_name(matrix)):
        days = [matrix.columns[n].published.as_known for n in order.columns]
        assert days == ["2023-03-21", "2024-01-09", ""]


def test_a_column_of_an_undated_article_has_more_of_its_title(undated_archive: Engine) -> None:
    columns = count_matrix(undated_archive, parse_filter(""), "article").columns
    undated = next(one for one in columns if one.published.value is None)
    assert " ".join(heading(undated, "article", 12)).strip() == undated.label
    dated = next(one for one in columns if one.published.value is not None)
    assert heading(dated, "article", 12) == (dated.published.as_known, dated.label)


async def test_what_a_thread_says_has_more_room_than_a_name(archive: Engine) -> None:
    label = "the mill above the ferry will be closed before the winter comes"
    async with running(archive, size=WIDE) as desk:
        await desk.press("m")
        grid = matrix_of(desk).grid
        found = grid.matrix
        assert found is not None
        rows = (replace(found.rows[0], label=label), *found.rows[1:])
        shown = {}
        for of in ("speaker", "thread"):
            matrix = replace(found, of=of, rows=rows)
            grid.show(matrix, by_number(matrix))
            shown[of] = grid.draw_row(1, grid.body_width).text
        assert label[:45] in shown["thread"]
        assert label[:30] not in shown["speaker"]
