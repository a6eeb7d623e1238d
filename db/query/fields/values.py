"""Values of filters: read from text, and checked."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Final, TypeVar

from db.query.grammar import QueryError

SORT_FIELDS: Final = (
    "published",
    "speaker",
    "organization",
    "outlet",
    "article",
    "type",
    "class",
    "content",
    "source",
    "cue",
    "confidence",
    "articles",
    "first_said",
)

LONGEST: Final = 1000
"""Characters that one text of a query may have; databases limit what can be asked at once."""

MOST: Final = 2**31 - 1
"""The highest limit, beyond any archive and within any database's numbers."""

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTH: Final = re.compile(r"[0-9]{4}-[0-9]{2}")

Choice = TypeVar("Choice", bound=StrEnum)


def parse_sort(text: str) -> tuple[str, bool]:
    """Field and direction of ``published`` or ``-confidence``; True is descending.

    Raises:
        QueryError: Not one of `SORT_FIELDS`.
    """
    field = text.removeprefix("-")
    if field not in SORT_FIELDS:
        raise QueryError(f"cannot sort by {field!r}; use one of {', '.join(SORT_FIELDS)}")
    return field, text.startswith("-")


def parse_date_bound(text: str, *, end: bool) -> date:
    """The first day, or with ``end`` the last, of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        QueryError: Another form, or no day of the calendar.
    """
    match = _DATE.fullmatch(text)
    if match is None:
        raise QueryError(f"{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (None if part is None else int(part) for part in match.groups())
    assert year is not None, "the pattern has a year"
    try:
        if month is None:
            return date(year, 12, 31) if end else date(year, 1, 1)
        if day is None:
            return date(year, month, calendar.monthrange(year, month)[1] if end else 1)
        return date(year, month, day)
    except ValueError:
        raise QueryError(f"{text!r} is not a date of the calendar") from None


def first_day(text: str) -> date:
    """The first day of a date bound."""
    return parse_date_bound(text, end=False)


def last_day(text: str) -> date:
    """The last day of a date bound."""
    return parse_date_bound(text, end=True)


def moment(text: str) -> datetime:
    """The beginning of a day, month or year, or a time of day as ``2024-05-16T10:30``, in UTC.

    Raises:
        QueryError: Another form, or no time of the calendar.
    """
    if _DATE.fullmatch(text):
        return datetime.combine(first_day(text), time(), UTC)
    try:
        found = datetime.fromisoformat(text)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        reason = f"{text!r} is no time; write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM"
        raise QueryError(reason) from None


def as_moment(value: datetime) -> str:
    """The text that `moment` reads: the day alone where it begins then."""
    text = value.astimezone(UTC).replace(tzinfo=None).isoformat()
    return text.removesuffix("T00:00:00")


def in_utc(value: datetime) -> str:
    """The same for people: to the minute."""
    return as_moment(value)[: len("2024-05-16T10:30")].replace("T", " ")


def one_of(key: str, choices: type[Choice]) -> Callable[[str], Choice]:
    """What reads one of the choices, whatever its case."""

    def read(value: str) -> Choice:
        try:
            return choices(value.casefold())
        except ValueError:
            known = ", ".join(choices)
            raise QueryError(f"{key}:{value} is unknown; use one of {known}") from None

    return read


def share(key: str) -> Callable[[str], float]:
    """What reads a number, or raises QueryError."""

    def read(value: str) -> float:
        try:
            return float(value)
        except ValueError:
            raise QueryError(f"{key}:{value} is not a number") from None

    return read


def limit(value: str) -> int:
    """A whole number; QueryError if it is none."""
    try:
        return int(value)
    except ValueError:
        raise QueryError(f"limit:{value} is not a whole number") from None


def check_words(name: str, value: str) -> None:
    """Refuse what is blank or too long."""
    if not value.strip():
        raise QueryError(f"{name} is empty")
    if len(value) > LONGEST:
        raise QueryError(f"{name} is longer than {LONGEST:,} characters")


def check_month(name: str, value: str) -> None:
    """Refuse what is no month."""
    if not _MONTH.fullmatch(value):
        raise QueryError(f"{value!r} is not a {name}; write YYYY-MM")
    parse_date_bound(value, end=False)


def check_share(name: str, value: float) -> None:
    """Refuse what is not between 0 and 1."""
    if not 0 <= value <= 1:
        raise QueryError(f"{name} {value} is not between 0 and 1")


def check_limit(name: str, value: int) -> None:
    """Refuse what no database could count to."""
    if value < 1:
        raise QueryError(f"{name} {value} is less than 1")
    if value > MOST:
        raise QueryError(f"{name} {value} is more than {MOST}")
