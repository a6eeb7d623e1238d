"""Dates and queries that several tests ask for."""

from __future__ import annotations

from datetime import date

from claims.partial_date import PartialDate, Precision
from db.query.model import ClaimQuery

ALL = ClaimQuery()

MAY = PartialDate(date(2023, 5, 1), Precision.MONTH)
