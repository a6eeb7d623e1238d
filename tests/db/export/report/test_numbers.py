"""What the pictures of a report count."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import Engine

from claims.partial_date import UNKNOWN_DATE
from db.export.report import numbers as module
from db.export.report.numbers import Numbers, grid
from db.query.line import parse_filter
from tests.db.library import rows


def counted(engine: Engine, line: str = "include:all") -> Numbers:
    numbers = Numbers()
    for row in rows(engine, parse_filter(line)):
        numbers.add(row)
    return numbers


def test_claims_are_counted_over_time_without_gaps(library: Engine) -> None:
    exact = counted(library, "include:all since:2023-05 until:2023-07").over_time
    assert [when for when, _ in exact] == ["2023-05", "2023-06"]
    rough = counted(library)
    assert [when for when, _ in rough.over_time] == ["2022", "2023", "2024"]
    assert sum(claims for _, claims in rough.over_time) + rough.undated == rough.claims


def test_speakers_stand_by_articles_in_order_of_time(library: Engine) -> None:
    numbers = counted(library)
    made = grid(numbers)
    assert made.of == "article"
    assert [when for when, _ in made.columns] == [
        *("2022-03-10", "2023-05", "2023-06-02", "2024"),
        "Riders march fo…",
    ]
    assert made.rows[0] == "Ilse Brandt"
    by_row = [
        sum(n for (row, _), n in made.cells.items() if row == at) for at in range(len(made.rows))
    ]
    assert by_row == [numbers.speakers[name] for name in made.rows]


def test_where_articles_are_too_many_they_are_told_by_time(
    library: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_COLUMNS", 4)
    made = grid(counted(library))
    assert made.of == "year"
    assert [when for when, _ in made.columns] == ["2022", "2023", "2024", "undated"]


def test_nothing_is_no_trouble() -> None:
    assert Numbers().over_time == []
    assert grid(Numbers()).cells == {}


def test_where_most_is_undated_the_articles_with_most_claims_are_told(
    library: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_COLUMNS", 2)
    monkeypatch.setattr(module, "MOST_ROWS", 3)
    numbers = Numbers()
    for row in rows(library, parse_filter("include:all")):
        numbers.add(row._replace(published=UNKNOWN_DATE))
    made = grid(numbers)
    assert made.of == "article"
    assert made.part == (
        f"the 3 of {len(numbers.speakers)} speakers with most claims and the 2 of 5 articles with "
        "most claims"
    )
    everywhere = Counter[str]()
    for (name, ident), claims in numbers.cells.items():
        everywhere[ident] += claims if name in made.rows else 0
    assert sum(made.cells.values()) == sum(n for _, n in everywhere.most_common(2))


def test_what_is_drawn_whole_is_not_told_to_be_a_part(library: Engine) -> None:
    assert grid(counted(library)).part == ""
