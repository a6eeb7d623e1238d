"""ClaimQuery: one frozen filter, as a sentence and as a line that reads back.

``db.query.compile`` makes SQL of it. This module imports no SQLAlchemy, so that the command line
can check filters before it opens anything.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from claims.claim import ClaimType, CueClass, SpeakerKind
from claims.review import ReviewState
from db.query.grammar import (
    CUE_CLASS,
    EVER,
    FILTER_KEYS,
    INCLUDE,
    IS,
    MONTH,
    NOT,
    ORG,
    REVIEW,
    SEARCH,
    QueryError,
    join_filter,
    split_filter,
)

__all__ = [
    "FILTER_KEYS",
    "FLAGS",
    "SORT_FIELDS",
    "ClaimQuery",
    "QueryError",
    "parse_date_bound",
    "parse_filter",
    "parse_sort",
]

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
)

NOT_REJECTED: Final = tuple(state for state in ReviewState if state is not ReviewState.REJECTED)
"""The states of claims that are wanted unless a query says otherwise."""

FLAGS: Final = ("negated", "hedged", "prediction")
"""Fields of a claim, and of a query, that hold or do not."""

LONGEST: Final = 1000
"""Characters that one text of a query may have; databases limit what can be asked at once."""

MOST: Final = 2**31 - 1
"""The highest limit, beyond any archive and within any database's numbers."""

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTH: Final = re.compile(r"[0-9]{4}-[0-9]{2}")
_ONE_TEXT: Final = ("cue", "topic", "text", "note")
_TEXTS: Final = {
    "speakers": "speaker",
    "organizations": "org",
    "articles": "article",
    "outlets": "outlet",
    "tags": "tag",
}
"""Fields with several texts, of which any one is enough, and their keys."""
_FIELD_OF_KEY: Final = {SEARCH: "text"}

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class ClaimQuery:
    """Which claims are wanted, in which order. Every part that is set must hold.

    Speaker, organization, article title and outlet are matched by word: each word of the filter
    begins a word of the name, whatever the case and accents; or by an id or an exact name, as
    `db.query.identified` writes them. ``speakers``, ``organizations`` and
    ``kinds`` must hold for one and the same speaker of a claim. Of a field with several values any
    one is enough.

    Args:
        speakers: Names, aliases or ids.
        organizations: Each one that the claim's article states for the speaker, or that is the
            speaker; what is a part of it counts.
        ever: Any article may state the organization, or an authority file.
        articles: Words of the title, a part of the file's name, or an article id.
        outlets: Who published the article; with a leading "=" by the exact name.
        types: How the content is quoted.
        cue: Words of the cue's lemma, whole ones; whatever their case.
        negated: Whether the source is told not to have said it; None if either will do, as with
            ``hedged`` and ``prediction``.
        reviews: Any one of these states is enough; if none is given, any but rejected.
        include_rejected: Rejected claims as well.
        tags: Any one of these tags is enough; a whole tag, whatever its case and accents.
        note: Words that the note has, matched as names are.
        since: First day; an article of which only the month or year is known counts with every
            day of it. An undated article is found only where no day is asked for.
        until: Last day, inclusive.
        months: As ``YYYY-MM``; an article of which only the year is known is in none.
        topic: Search text that the content or the article's title matches.
        text: Search text that the content matches: words in any form, ``"a phrase"``, ``prefix*``,
            ``-without``, and ``OR`` between alternatives.
        min_confidence: 0.0 to 1.0.
        sort: One of `SORT_FIELDS`; a leading "-" is taken as ``descending``.
        limit: At most this many, from 1 to `MOST`.

    Raises:
        QueryError: A part that no claim could be compared with.
    """

    speakers: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    ever: bool = False
    articles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    types: tuple[ClaimType, ...] = ()
    cue: str | None = None
    cue_classes: tuple[CueClass, ...] = ()
    negated: bool | None = None
    hedged: bool | None = None
    prediction: bool | None = None
    kinds: tuple[SpeakerKind, ...] = ()
    reviews: tuple[ReviewState, ...] = ()
    include_rejected: bool = False
    tags: tuple[str, ...] = ()
    note: str | None = None
    since: date | None = None
    until: date | None = None
    months: tuple[str, ...] = ()
    topic: str | None = None
    text: str | None = None
    min_confidence: float | None = None
    sort: str = "published"
    descending: bool = False
    limit: int | None = None

    def __post_init__(self) -> None:
        field, descending = parse_sort(self.sort)
        object.__setattr__(self, "sort", field)
        object.__setattr__(self, "descending", self.descending or descending)
        if self.ever and not self.organizations:
            raise QueryError("ever goes with an organization")
        for name, key in _TEXTS.items():
            for value in getattr(self, name):
                _check_words(key, value)
        for month in self.months:
            _check_month(month)
        for name in _ONE_TEXT:
            if (value := getattr(self, name)) is not None:
                _check_words(name, value)
        if self.since and self.until and self.since > self.until:
            raise QueryError(f"since {self.since} is after until {self.until}")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise QueryError(f"min-confidence {self.min_confidence} is not between 0 and 1")
        if self.limit is not None and self.limit < 1:
            raise QueryError(f"limit {self.limit} is less than 1")
        if self.limit is not None and self.limit > MOST:
            raise QueryError(f"limit {self.limit} is more than {MOST}")

    def to_filter(self) -> str:
        """The line that `parse_filter` reads as this query; empty if nothing is asked for."""
        return join_filter(self._pairs())

    @property
    def narrows(self) -> bool:
        """Whether any claim could be left out, the limit and rejected claims aside."""
        aside = ("include_rejected", "sort", "descending", "limit")
        return any(getattr(self, f.name) != f.default for f in fields(self) if f.name not in aside)

    @property
    def states(self) -> tuple[ReviewState, ...]:
        """The review states of the claims that are wanted, in their own order."""
        asked = set(self.reviews or NOT_REJECTED)
        if self.include_rejected:
            asked.add(ReviewState.REJECTED)
        return tuple(state for state in ReviewState if state in asked)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for name, key in _TEXTS.items():
            key = EVER if self.ever and key == ORG else key
            for value in getattr(self, name):
                yield key, value
        for kind_of_claim in self.types:
            yield "type", kind_of_claim.value
        if self.cue is not None:
            yield "cue", self.cue
        for cue_class in self.cue_classes:
            yield CUE_CLASS, cue_class.value
        for flag in FLAGS:
            if (wanted := getattr(self, flag)) is not None:
                yield (IS if wanted else NOT), flag
        for kind in self.kinds:
            yield "kind", kind.value
        for state in self.reviews:
            yield REVIEW, state.value
        if self.include_rejected:
            yield INCLUDE, ReviewState.REJECTED.value
        if self.note is not None:
            yield "note", self.note
        if self.since is not None:
            yield "since", self.since.isoformat()
        if self.until is not None:
            yield "until", self.until.isoformat()
        for month in self.months:
            yield MONTH, month
        if self.topic is not None:
            yield "topic", self.topic
        if self.min_confidence is not None:
            yield "min-confidence", repr(self.min_confidence)
        if self.descending or self.sort != "published":
            yield "sort", f"{'-' if self.descending else ''}{self.sort}"
        if self.limit is not None:
            yield "limit", str(self.limit)
        if self.text is not None:
            yield SEARCH, self.text


def parse_filter(line: str) -> ClaimQuery:
    """The query of a filter line such as ``speaker:gabuev type:direct since:2023 "gas pipeline"``.

    Words and phrases without a key are searched for in the content. Keys of which any one value is
    enough may be repeated. ``is:negated`` asks for a flag, ``not:negated`` or ``-is:negated`` for
    its absence; ``is:rejected`` is ``review:rejected``, and ``not:rejected`` what holds anyway.

    Raises:
        QueryError: An unknown key, a key given twice, or a value that cannot be understood.
    """
    several: dict[str, list[Any]] = {}
    ever = False
    flags: dict[str, bool] = {}
    rejected: set[str] = set()
    single: dict[str, Any] = {}
    for key, value in split_filter(line):
        if key == IS and value.casefold() == ReviewState.REJECTED:
            key = REVIEW
        if key in _SEVERAL:
            field, read = _SEVERAL[key]
            if field == "organizations" and several.get(field) and ever != (key == EVER):
                raise QueryError(f"{ORG}: and {EVER}: exclude each other")
            ever = ever or key == EVER
            several.setdefault(field, []).append(read(value))
        elif key == INCLUDE:
            _check_include(value)
            rejected.add(INCLUDE)
        elif key == NOT and value.casefold() == ReviewState.REJECTED:
            rejected.add(NOT)
        elif key in (IS, NOT):
            flag = _flag(key, value)
            if flags.setdefault(flag, key == IS) != (key == IS):
                raise QueryError(f"{IS}:{flag} and {NOT}:{flag} exclude each other")
        elif key in single:
            raise QueryError(f"{key}: is given twice")
        else:
            single[key] = _READERS.get(key, str)(value)
    named = {_FIELD_OF_KEY.get(key, key.replace("-", "_")): v for key, v in single.items()}
    listed = {field: tuple(values) for field, values in several.items()}
    if NOT in rejected and (
        INCLUDE in rejected or ReviewState.REJECTED in listed.get("reviews", ())
    ):
        raise QueryError(f"{NOT}:rejected excludes {INCLUDE}:rejected and {REVIEW}:rejected")
    return ClaimQuery(ever=ever, include_rejected=INCLUDE in rejected, **listed | named | flags)


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


def _check_month(text: str) -> None:
    if not _MONTH.fullmatch(text):
        raise QueryError(f"{text!r} is not a month; write YYYY-MM")
    parse_date_bound(text, end=False)


def _check_words(name: str, value: str) -> None:
    if not value.strip():
        raise QueryError(f"{name} is empty")
    if len(value) > LONGEST:
        raise QueryError(f"{name} is longer than {LONGEST:,} characters")


def _one_of(key: str, choices: type[Choice]) -> Callable[[str], Choice]:
    def read(value: str) -> Choice:
        try:
            return choices(value.casefold())
        except ValueError:
            known = ", ".join(choices)
            raise QueryError(f"{key}:{value} is unknown; use one of {known}") from None

    return read


def _flag(key: str, value: str) -> str:
    flag = value.casefold()
    if flag not in FLAGS:
        known = ", ".join((*FLAGS, ReviewState.REJECTED))
        raise QueryError(f"{key}:{value} is unknown; use one of {known}")
    return flag


def _check_include(value: str) -> None:
    if value.casefold() != ReviewState.REJECTED:
        raise QueryError(f"{INCLUDE}:{value} is unknown; use {INCLUDE}:{ReviewState.REJECTED}")


def _confidence(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise QueryError(f"min-confidence:{value} is not a number") from None


def _limit(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise QueryError(f"limit:{value} is not a whole number") from None


_SEVERAL: dict[str, tuple[str, Callable[[str], Any]]] = {
    **{key: (field, str) for field, key in _TEXTS.items()},
    "type": ("types", _one_of("type", ClaimType)),
    CUE_CLASS: ("cue_classes", _one_of(CUE_CLASS, CueClass)),
    "kind": ("kinds", _one_of("kind", SpeakerKind)),
    REVIEW: ("reviews", _one_of(REVIEW, ReviewState)),
    EVER: ("organizations", str),
    MONTH: ("months", str),
}
"""Keys that may be repeated: the field that takes the values, and what reads one."""

_READERS: dict[str, Callable[[str], Any]] = {
    "since": lambda value: parse_date_bound(value, end=False),
    "until": lambda value: parse_date_bound(value, end=True),
    "min-confidence": _confidence,
    "limit": _limit,
    # "-field" is taken apart by ClaimQuery itself.
    "sort": str,
}
