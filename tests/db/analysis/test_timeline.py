"""One speaker over time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from db.analysis.timeline import (
    Timeline,
    affiliation_changes,
    claims_of,
    months_between,
    read_timeline,
    speakers_named,
)
from db.connection.cancel import Cancel, Cancelled
from db.query.line import parse_filter
from db.query.model import ClaimQuery

MONTHS = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(lambda day: day.isoformat()[:7])


def timeline(engine: Engine, name: str, line: str = "") -> Timeline:
    query = parse_filter(line)
    return read_timeline(engine, query, speakers_named(engine, query, name)[0])


def test_the_claims_come_in_order_of_date(library: Engine) -> None:
    found = timeline(library, "Ilse Brandt")

    assert [row.published.as_known for row in claims_of(library, found, 0, 9)] == [
        "2022-03-10",
        "2022-03-10",
        "2023-05",
        "2023-06-02",
    ]
    assert [row.content.split()[0] for row in claims_of(library, found, 2, 1)] == ["The"]


def test_months_have_no_gaps_and_tell_where_their_claims_begin(library: Engine) -> None:
    found = timeline(library, "brandt")

    assert [month.month for month in found.months][:3] == ["2022-03", "2022-04", "2022-05"]
    assert len(found.months) == 16
    assert [(m.month, m.claims, m.start) for m in found.months if m.claims] == [
        ("2022-03", 2, 0),
        ("2023-05", 1, 2),
        ("2023-06", 1, 3),
    ]
    assert found.most is not None
    assert found.most.month == "2022-03"


def test_what_is_known_by_its_year_only_is_in_no_month(library: Engine) -> None:
    found = timeline(library, "achterberg")

    assert [(month.month, month.claims) for month in found.months] == [("2023-06", 1)]
    assert (found.of_year, found.undated, len(found.ids)) == (1, 0, 2)


def test_affiliations_change_on_the_days_that_articles_first_state_them(library: Engine) -> None:
    changes = affiliation_changes(timeline(library, "brandt").speaker.affiliations)

    assert [
        (day, [(affiliation.role, affiliation.organization) for affiliation in affiliations])
        for day, affiliations in changes
    ] == [
        (date(2022, 3, 10), [("planner", "Transit Study Group")]),
        (date(2023, 5, 1), [("director", "City Rail Office")]),
        (date(2023, 6, 2), [(None, "City Rail Office")]),
    ]


def test_a_filter_leaves_only_its_claims(library: Engine) -> None:
    assert len(timeline(library, "brandt", "since:2023 speaker:okafor limit:1").ids) == 2


def test_a_name_may_fit_several_speakers_the_exact_one_comes_first(library: Engine) -> None:
    assert [row.speaker.label for row in speakers_named(library, ClaimQuery(), "an")] == [
        "An audit"
    ]
    assert speakers_named(library, ClaimQuery(), "nobody at all") == []


def test_a_speaker_without_dated_claims_has_no_months(library: Engine) -> None:
    query = parse_filter("article:signals")
    (speaker,) = speakers_named(library, query, "achterberg")
    found = read_timeline(library, query, speaker)

    assert (found.months, found.most, found.of_year) == ((), None, 1)
    assert len(claims_of(library, found, 0, 9)) == 1


def test_a_timeline_that_was_cancelled_before_does_not_begin(library: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()
    (speaker,) = speakers_named(library, ClaimQuery(), "okafor")

    with pytest.raises(Cancelled):
        read_timeline(library, ClaimQuery(), speaker, cancel)


@given(MONTHS, MONTHS)
def test_months_between_are_all_and_in_order(one: str, other: str) -> None:
    first, last = sorted((one, other))
    months = [*months_between(first, last)]
    assert (months[0], months[-1]) == (first, last)
    assert months == sorted(set(months))
    years = int(last[:4]) - int(first[:4])
    assert len(months) == 12 * years + int(last[5:]) - int(first[5:]) + 1
