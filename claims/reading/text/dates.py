"""Dates in words: finds them, reads them with dateparser, keeps precision and evidence.

English forms and figures are found by expression, so that dateparser (slow to load) is asked only
about words that are a date. A line in another language is handed over whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from claims.article import DatedFact
from claims.partial_date import PartialDate, Precision

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY: Final = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+(?:the\s+)?"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_YEAR: Final = r"(?:19|20)\d\d(?!\d)"

DATE: Final = re.compile(
    rf"""(?:{_WEEKDAY})?(?:
        (?P<iso>{_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01]))(?!\d)
      | (?P<figures>\b\d{{1,2}}(?P<point>[-/.])\d{{1,2}}(?P=point){_YEAR})
      | (?P<month_first>\b{_MONTH}\s*{_DAY}(?:,?\s*(?P<year1>{_YEAR}))?)
      | (?P<day_first>\b{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?:,?[\s-]*(?P<year2>{_YEAR}))?)
      | (?P<month_year>\b{_MONTH}[\s,-]+{_YEAR})
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOCK: Final = re.compile(
    r"""(?:T|at\s+)?(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?\s?m\b\.?)?
      | \d{1,2}\s*[ap]\.?\s?m\b\.?|noon\b|midnight\b)
      (?:\s*(?:Z|(?:GMT|UTC)\s*(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|\(?[A-Z]{2,5}\)?)(?![\w]))?
      (?:\s*\(\d\d:?\d\d\s*[A-Z]{2,4}\))?""",
    re.VERBOSE | re.IGNORECASE,
)
_AGO: Final = re.compile(
    r"(?:\d+|an?|one)\s+(?:second|minute|min|hour|hr|day|week|month)s?\s+ago\b", re.I
)
_READ_TIME: Final = re.compile(r"\d+[\s-]min(?:ute)?s?(?:\s+read)?\b", re.IGNORECASE)
_FILLER: Final = re.compile(r"[\s|•·,;:()\[\]/–—-]+|\b(?:on|at|the|et|and|it was)\b", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"""(?P<modified>(?:last\s+|first\s+)?(?:updated|modified|edited|revised|reviewed)(?:\s+date)?
         |last\s+update|update(?:\s+time|d\s+on)?)\b
      | (?P<fetched>(?:retrieved|accessed|archived|saved|downloaded|printed|captured|fetched)
         (?:\s+from\s+the\s+original)?)\b
      | (?P<published>(?:originally\s+|first\s+)?(?:published|posted|issued|filed|created
         |(?:publication|publish|pub|release)\s+date|date\s+published)|date(?=\s*:))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGIT: Final = re.compile(r"\d")
_LONGEST_LINE: Final = 160
_LONGEST_FOREIGN: Final = 60
_QUOTED: Final = re.compile(r"[\"“„«][^\W\d_]")
"""A word in quotation marks; a day may stand in them."""

UNDATED: Final = DatedFact()


class DateRole(StrEnum):
    """What a page says that a date is."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    FETCHED = "fetched"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class RoleDate:
    """A date of a page, with what the page calls it."""

    role: DateRole
    fact: DatedFact


def dates_of_line(line: str) -> tuple[RoleDate, ...] | None:
    """The dates of a line that holds nothing but dates, times and words such as "Updated".

    Returns:
        None if the line holds anything else; the tuple is empty for "3 hours ago".
    """
    if len(line) > _LONGEST_LINE or _DIGIT.search(line) is None:
        return None
    found: list[RoleDate] = []
    role, position, timed = DateRole.BARE, 0, False
    while position < len(line):
        if match := _FILLER.match(line, position):
            pass
        elif match := _LABEL.match(line, position):
            role = DateRole(match.lastgroup or "bare")
        elif match := DATE.match(line, position):
            found.append(RoleDate(role, read_date(match)))
        elif match := _AGO.match(line, position) or _CLOCK.match(line, position):
            timed = True
        elif not (match := _READ_TIME.match(line, position)):
            return None
        position = match.end()
    return tuple(found) if found or timed else None


def dates_in(text: str) -> Iterator[RoleDate]:
    """The dates within a text, with the role that a word right before each gives it."""
    for match in DATE.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        labels = list(_LABEL.finditer(before))
        near = labels and _only_filler(before[labels[-1].end() :])
        role = DateRole(labels[-1].lastgroup or "bare") if near else DateRole.BARE
        yield RoleDate(role, read_date(match))


def without_dates(text: str) -> str:
    """A line without its dates, times and their labels, for reading what else it says."""
    for pattern in (DATE, _LABEL, _AGO, _READ_TIME):
        text = pattern.sub(" ", text)
    return re.sub(r"\b\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4}\b)?", " ", text)


def read_date(match: re.Match[str]) -> DatedFact:
    """The date that an expression found.

    A date without its year has no value; of figures that may be day/month or month/day only the
    year is taken as known.
    """
    words = match[0].strip()
    if match["figures"]:
        return _read_figures(words, match["figures"])
    if (match["month_first"] and not match["year1"]) or (match["day_first"] and not match["year2"]):
        return DatedFact(evidence=words)
    named = match["iso"] or match["month_first"] or match["day_first"] or match["month_year"]
    return read_words(named, evidence=words)


def read_stamp(stamp: str, evidence: str) -> DatedFact:
    """The date of a machine-written stamp (ISO 8601, a year, a year and month) or of words.

    The date is the one written, in the stamp's own time zone.
    """
    stamp = stamp.strip()
    if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?", stamp):
        return _known(int(match[1]), int(match[2]), int(match[3]), evidence)
    if match := re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?!\d))?)?", stamp):
        rest = stamp[match.end() :]
        if not rest or (match[3] and rest[0] in "T tZ+"):
            year, month, day = (int(part) if part else None for part in match.groups())
            return _known(year or 0, month, day, evidence)
    if found := DATE.search(stamp):
        fact = read_date(found)
        return DatedFact(fact.value, fact.precision, evidence) if fact.value else UNDATED
    return read_foreign(stamp, evidence=evidence)


@lru_cache(maxsize=1024)
def read_words(words: str, evidence: str) -> DatedFact:
    """An English date in words or figures with its year, by dateparser."""
    cleaned = re.sub(r"(\d)(st|nd|rd|th)\b|\bof\b", r"\1", words, flags=re.IGNORECASE)
    data = _english().get_date_data(cleaned)
    if data.date_obj is None:
        return DatedFact(evidence=evidence)
    return _of_period(data.date_obj, str(data.period), evidence)


@lru_cache(maxsize=1024)
def read_foreign(line: str, evidence: str) -> DatedFact:
    """A date that is a whole line in any language dateparser knows; no value if it is none."""
    figures = re.findall(r"\d+", line)
    years = [int(figure) for figure in figures if len(figure) == 4]
    if (
        len(line) > _LONGEST_FOREIGN
        or len(years) != 1
        or not 1900 <= years[0] < 2100
        # A day beside its year, maybe a time. To find that a line is a date in no language takes
        # dateparser a second and a half the first time.
        or not 2 <= len(figures) <= 5
    ):
        return UNDATED
    try:
        data = _any_language().get_date_data(line)
    except (OverflowError, ValueError, RecursionError):
        return UNDATED
    if data.date_obj is None or data.date_obj.year != years[0]:
        return UNDATED
    return _of_period(data.date_obj, str(data.period), evidence)


def looks_foreign(line: str) -> bool:
    """Whether a line has the form of a date in some language (cheap to ask, dateparser is not)."""
    if len(line) > _LONGEST_FOREIGN or not re.search(rf"(?<!\d){_YEAR}", line):
        return False
    if _QUOTED.search(line):
        return False
    words, figures = re.findall(r"[^\W\d_]+", line), re.findall(r"\d+", line)
    ended = line[-1] in ".?!" and not re.search(r"\W\w{1,2}\.$", line)
    shape = len(words) <= 2 or (len(words) <= 5 and len(figures) >= 2)
    return bool(words) and shape and 2 <= len(figures) <= 5 and not ended


def read_given(words: str) -> PartialDate | None:
    """The date that somebody writes by hand, as ``2024-05-16``, ``2024-05``, ``2024`` or in words
    that leave no doubt; None if it is none."""
    words = words.strip()
    if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?|\d{8}", words):
        fact = read_stamp(words, words)
    elif (match := DATE.fullmatch(words)) is not None:
        fact = read_date(match)
        if match["figures"] and fact.precision is Precision.YEAR:
            return None
    else:
        return None
    return PartialDate(fact.value, fact.precision) if fact.value else None


def _read_figures(words: str, figures: str) -> DatedFact:
    first, second, year = (int(part) for part in re.split(r"[-/.]", figures))
    if first == second or second > 12 >= first:
        return _known(year, first, second, words)
    if first > 12 >= second or "." in figures:
        return _known(year, second, first, words)
    return _known(year, None, None, words)


def _known(year: int, month: int | None, day: int | None, evidence: str) -> DatedFact:
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    try:
        value = date(year, month or 1, day or 1)
    except ValueError:
        return DatedFact(evidence=evidence)
    return DatedFact(value, precision, evidence) if 1800 <= year < 2200 else UNDATED


def _of_period(moment: datetime, period: str, evidence: str) -> DatedFact:
    if period == "year":
        return _known(moment.year, None, None, evidence)
    if period == "month":
        return _known(moment.year, moment.month, None, evidence)
    return _known(moment.year, moment.month, moment.day, evidence)


def _only_filler(text: str) -> bool:
    return all(unicodedata.category(c)[0] in "PZS" or c.isspace() for c in text) or (
        re.fullmatch(r"\W*(?:on|at|the)?\W*", text, re.IGNORECASE) is not None
    )


@cache
def _english():  # type: ignore[no-untyped-def]  # dateparser is untyped
    # Imported late: dateparser, which few dates need.
    from dateparser.date import DateDataParser

    return DateDataParser(languages=["en"], settings={"PREFER_DAY_OF_MONTH": "first"})


@cache
def _any_language():  # type: ignore[no-untyped-def]  # dateparser is untyped
    # Imported late: dateparser, which few dates need.
    from dateparser.date import DateDataParser

    return DateDataParser(
        settings={"PREFER_DAY_OF_MONTH": "first", "STRICT_PARSING": True, "DATE_ORDER": "DMY"}
    )
