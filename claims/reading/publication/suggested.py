"""Dates that a page does not state, but its text, its address or its file's name let one suppose.

They are for somebody to accept or not. Each has its evidence, and is as exact as that allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from claims.article import DatedFact
from claims.partial_date import Precision
from claims.reading.text.dates import DATE, read_stamp

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY: Final = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?”\"]\s|\n")
_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)
_DATELINE: Final = re.compile(r"^[^\n]{0,60}$")
_DASH: Final = re.compile(r"^[^\n]{0,24}?[—–-]")
_YEAR: Final = re.compile(r"(?<![\d,.$£€])((?:19|20)\d\d)(?![\d%]|,\d)")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[^\n]{0,40}?((?:19|20)\d\d)(?!\d|\s*[-–])", re.IGNORECASE
)
_IN_NAME: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)"
)
_IN_URL: Final = re.compile(
    r"/((?:19|20)\d\d)([/-])(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?=[/-])"
)
_NEAR: Final = 7
"""Days that the dates of one week's news are apart."""
_CLOSE: Final = 24
"""Characters between a weekday and the day that it is the name of."""
_LEAP: Final = 8
"""Years within which a day of the month falls on each weekday."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that a text names without its year."""

    month: int
    day: int
    weekday: int | None
    words: str


def suggested_date(
    text: str, *, name: str = "", url: str | None = None, stated: DatedFact | None = None, by: date
) -> DatedFact | None:
    """When an article was probably published; None if nothing tells.

    Args:
        text: Of the article.
        name: Of its file, without folders.
        url: Its address.
        stated: A date that stands on the page without being told to be that of publication.
        by: The last day on which it may have been.
    """
    stated = stated or DatedFact()
    for asked in (
        _in_words_of(_IN_URL, url or "", "address"),
        _in_words_of(_IN_NAME, name, "file name"),
        _in_text(text, stated, by),
        _of_page(stated),
        _of_copyright(text),
    ):
        if asked is not None and asked.value is not None and asked.value <= by:
            return asked
    return None


def _in_words_of(pattern: re.Pattern[str], words: str, what: str) -> DatedFact | None:
    match = pattern.search(words)
    if match is None:
        return None
    stamp = "-".join(part for part in (match[1], match[3], match[4]) if part)
    return read_stamp(stamp, f'{what} "{match[0].strip("/")}"')


def _in_text(text: str, stated: DatedFact, by: date) -> DatedFact | None:
    """From days named with their weekday or in a dateline, and the years that the text allows."""
    found: list[tuple[date, str]] = []
    for day in _days(text):
        years = list(_years(text, day, stated, by))
        if len(years) == 1:
            found.append((date(years[0], day.month, day.day), day.words))
    if not found:
        return None
    first, words = found[0]
    days = [one for one, _ in found]
    evidence = f'"{words}"'
    if (max(days) - min(days)).days <= _NEAR:
        return DatedFact(first, Precision.DAY, evidence)
    if len({(one.year, one.month) for one in days}) == 1:
        return DatedFact(first.replace(day=1), Precision.MONTH, evidence)
    if len({one.year for one in days}) == 1:
        return DatedFact(first.replace(month=1, day=1), Precision.YEAR, evidence)
    return None


def _days(text: str) -> Iterator[_Day]:
    """The days of a month without a year that tell of the time of writing."""
    for match in DATE.finditer(text):
        without_year = (match["month_first"] and not match["year1"]) or (
            match["day_first"] and not match["year2"]
        )
        if not without_year:
            continue
        before = text[max(0, match.start() - 120) : match.start()]
        sentence = _SENTENCE_END.split(before)[-1]
        weekday = _WEEKDAY.search(match[0]) or _close_by(sentence)
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        dateline = _DATELINE.match(line) and _DASH.match(text[match.end() :])
        if weekday is None and not (dateline and line[:1].isupper()):
            continue
        within = weekday is not None and weekday.string == match[0]
        month, day = _month_and_day(
            match[0][weekday.end() :] if weekday is not None and within else match[0]
        )
        if not month or not day:
            continue
        begin = len(sentence) if weekday is None or within else weekday.start()
        evidence = " ".join(f"{sentence[begin:]}{match[0]}".split())
        number = None if weekday is None else _WEEKDAYS.index(weekday[1][:3].lower())
        yield _Day(month, day, number, evidence)


def _close_by(sentence: str) -> re.Match[str] | None:
    """The weekday before a day, if only a word or two stand between them."""
    last = [*_WEEKDAY.finditer(sentence)][-1:]
    return next((one for one in last if len(sentence) - one.end() <= _CLOSE), None)


def _month_and_day(words: str) -> tuple[int, int]:
    month = next((n for n, one in enumerate(_MONTHS, 1) if one in words.lower()), 0)
    number = re.search(r"\d{1,2}", words)
    return month, int(number[0]) if number else 0


def _years(text: str, day: _Day, stated: DatedFact, by: date) -> Iterator[int]:
    """The years that a day may be of: those that the text names, or the next ones that fit.

    An article names years that are past; its copyright and the date of its page may be later.
    """
    named = sorted({int(year) for year in _YEAR.findall(text)})
    if stated.value is not None:
        named = sorted({*named, stated.value.year})
    named = [year for year in named if year <= by.year]
    if not named:
        return
    latest = named[-1]
    sure = stated.value is not None or _COPYRIGHT.search(text) is not None
    last = latest if day.weekday is None or sure else min(latest + _LEAP - 2, by.year)
    fits = [year for year in range(latest, last + 1) if _falls(year, day) and _past(year, day, by)]
    if day.weekday is None and not sure:
        return
    # Of several years the nearest to those that are named: a text seldom passes over its own.
    yield from fits[:1]


def _falls(year: int, day: _Day) -> bool:
    try:
        found = date(year, day.month, day.day)
    except ValueError:
        return False
    return day.weekday is None or found.weekday() == day.weekday


def _past(year: int, day: _Day, by: date) -> bool:
    return date(year, day.month, day.day) <= by


def _of_page(stated: DatedFact) -> DatedFact | None:
    """A date on the page: an update comes soon after, a page's header tells the year at best."""
    if stated.value is None or stated.evidence is None:
        return None
    if stated.evidence.startswith(("update line", "line after the body")):
        return stated
    return DatedFact(stated.value.replace(month=1, day=1), Precision.YEAR, stated.evidence)


def _of_copyright(text: str) -> DatedFact | None:
    match = _COPYRIGHT.search(text)
    if match is None:
        return None
    words = " ".join(match[0].split())
    return DatedFact(date(int(match[1]), 1, 1), Precision.YEAR, f'"{words}"')
