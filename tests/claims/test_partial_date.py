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


def test_a_date_of_which_nothing_is_said_is_unknown() -> None:
    assert PartialDate() == PartialDate(None, Precision.UNKNOWN)
