"""Dates as exactly as they are known."""

from __future__ import annotations

from datetime import date

from claims.article import Precision


def known(day: date | None, precision: str) -> str:
    """``2024-05-16``, ``2024-05``, ``2024`` or nothing, by how exactly the date is known."""
    if day is None:
        return ""
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(precision), 10)
    return day.isoformat()[:length]


def period(first: date | None, last: date | None) -> str:
    """``2022-06-01 – 2024-05-16``; one date where both are the same; nothing where none is."""
    if first is None or last is None or first == last:
        one = first or last
        return one.isoformat() if one else ""
    return f"{first.isoformat()} – {last.isoformat()}"
