"""Queries of all kinds."""

from __future__ import annotations

import string
from datetime import UTC

from hypothesis import strategies as st

from claims.claim import ClaimType, CueClass, SpeakerKind
from claims.review import ReviewState
from db.query.model import MOST, SORT_FIELDS, ClaimQuery

WORDS = st.text(min_size=1).filter(str.strip)

SEARCHES = WORDS | st.text(alphabet=string.ascii_letters + ' "-*:()\\', min_size=1).filter(
    str.strip
)

MONTHS = st.dates().map(lambda day: day.isoformat()[:7])


@st.composite
def queries(draw: st.DrawFn) -> ClaimQuery:
    days = sorted([draw(st.dates()), draw(st.dates())])
    organizations = tuple(draw(st.lists(WORDS, max_size=2)))
    return ClaimQuery(
        speakers=tuple(draw(st.lists(SEARCHES, max_size=3))),
        organizations=organizations,
        ever=bool(organizations) and draw(st.booleans()),
        articles=tuple(draw(st.lists(WORDS, max_size=2))),
        outlets=tuple(draw(st.lists(WORDS, max_size=2))),
        types=tuple(draw(st.lists(st.sampled_from(ClaimType), max_size=3))),
        cue=draw(st.none() | SEARCHES),
        cue_classes=tuple(draw(st.lists(st.sampled_from(CueClass), max_size=3))),
        negated=draw(st.sampled_from([None, False, True])),
        hedged=draw(st.sampled_from([None, False, True])),
        prediction=draw(st.sampled_from([None, False, True])),
        kinds=tuple(draw(st.lists(st.sampled_from(SpeakerKind), max_size=3))),
        reviews=tuple(draw(st.lists(st.sampled_from(ReviewState), max_size=3))),
        include_rejected=draw(st.booleans()),
        tags=tuple(draw(st.lists(SEARCHES, max_size=3))),
        note=draw(st.none() | SEARCHES),
        since=draw(st.sampled_from([None, days[0]])),
        until=draw(st.sampled_from([None, days[1]])),
        months=tuple(draw(st.lists(MONTHS, max_size=2))),
        stored=draw(st.none() | st.datetimes(timezones=st.just(UTC))),
        topics=tuple(draw(st.lists(SEARCHES, max_size=3))),
        text=draw(st.none() | SEARCHES),
        min_confidence=draw(st.none() | st.floats(0, 1)),
        min_statement=draw(st.none() | st.floats(0, 1)),
        min_speaker_confidence=draw(st.none() | st.floats(0, 1)),
        sort=draw(st.sampled_from(SORT_FIELDS)),
        descending=draw(st.booleans()),
        limit=draw(st.none() | st.integers(1, MOST)),
    )
