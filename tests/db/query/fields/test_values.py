"""Values of filters, read and checked."""

from __future__ import annotations

from datetime import date

import pytest

from db.query.model import ClaimQuery, QueryError, parse_date_bound, parse_sort


def test_a_sort_field_may_carry_its_direction() -> None:
    assert parse_sort("outlet") == ("outlet", False)
    assert parse_sort("-outlet") == ("outlet", True)
    assert ClaimQuery(sort="-outlet") == ClaimQuery(sort="outlet", descending=True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_date_bound_takes_in_the_whole_year_or_month(text: str, first: date, last: date) -> None:
    assert parse_date_bound(text, end=False) == first
    assert parse_date_bound(text, end=True) == last


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-1", "0000", "２０２４", "2024-01-01T00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        parse_date_bound(text, end=False)
