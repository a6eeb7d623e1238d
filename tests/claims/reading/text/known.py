"""Dates as they are known."""

from __future__ import annotations

from claims.partial_date import Precision

DAY, MONTH, YEAR, UNKNOWN = Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.UNKNOWN
