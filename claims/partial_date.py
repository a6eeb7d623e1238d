"""Dates as exactly as they are known."""

from __future__ import annotations

from datetime import date
from typing import Final

from claims.article import Precision


def as_known(day: date | None, precision: str) -> str:
    """A date as exactly as it is known: ``2024-05-16``, ``2024-05``, ``2024`` or nothing."""
    return day.isoformat()[: _LENGTH_OF_DATE.get(precision, 0)] if day else ""


_LENGTH_OF_DATE: Final = {
    Precision.DAY.value: 10,
    Precision.MONTH.value: 7,
    Precision.YEAR.value: 4,
}
