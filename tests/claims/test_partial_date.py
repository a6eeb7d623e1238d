"""Dates as exactly as they are known."""

from __future__ import annotations

from datetime import date

import pytest

from claims.partial_date import PartialDate, Precision, partial_date

DAY = date(2024, 5, 16)


@pytest.mark.parametrize(
    ("value", "precision", "known"),
    [
        (DAY, "day", "2024-05-16"),
        (DAY, "month", "2024-05"),
        (DAY, "year", "2024"),
        (DAY, "unknown", ""),
        (None, "day", ""),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(
    value: date | None, precision: str, known: str
) -> None:
    assert partial_date(value, precision).as_known == known


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ((DAY, "day"), (date(2024, 5, 17), "day"), True),
        ((DAY, "day"), (DAY, "day"), False),
        ((DAY, "day"), (date(2024, 5, 1), "month"), False),
        ((DAY, "day"), (date(2024, 1, 1), "year"), False),
        ((DAY, "day"), (date(2023, 1, 1), "year"), True),
        ((DAY, "day"), (None, "unknown"), False),
        ((None, "unknown"), (None, "unknown"), False),
    ],
)
def test_two_dates_tell_an_order_unless_one_is_unknown_or_may_be_within_the_other(
    one: tuple[date | None, str], other: tuple[date | None, str], told: bool
) -> None:
    dates = partial_date(*one), partial_date(*other)
    assert (dates[0].tells_order(dates[1]), dates[1].tells_order(dates[0])) == (told, told)


def test_a_date_of_which_nothing_is_said_is_unknown() -> None:
    assert PartialDate() == PartialDate(None, Precision.UNKNOWN)
