"""Dates as exactly as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as exactly as it is known: the first day of a month or year stands for it."""

    value: date | None = None
    precision: Precision = Precision.UNKNOWN

    @property
    def as_known(self) -> str:
        """``2024-05-16``, ``2024-05``, ``2024`` or nothing."""
        return self.value.isoformat()[: _LENGTHS[self.precision]] if self.value else ""

    def tells_order(self, other: PartialDate) -> bool:
        """Whether it is known which of this and another date is earlier: not within one day, nor
        within a month or a year of which the day is not known."""
        one, two = self.as_known, other.as_known
        return not one.startswith(two) and not two.startswith(one)


# Very many claims share a few thousand dates.
@lru_cache(maxsize=10_000)
def partial_date(value: date | None, precision: str) -> PartialDate:
    """A date as it is stored."""
    return PartialDate(value, Precision(precision))


UNKNOWN_DATE: Final = PartialDate()

_LENGTHS: Final = {
    Precision.DAY: 10,
    Precision.MONTH: 7,
    Precision.YEAR: 4,
    Precision.UNKNOWN: 0,
}
