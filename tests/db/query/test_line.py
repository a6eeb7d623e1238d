"""Filter lines as queries."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from claims.claim import ClaimType, CueClass, SpeakerKind
from claims.review import ReviewState
from db.query.line import parse_filter
from db.query.model import ClaimQuery, QueryError
from tests.db.query.queries import queries


def test_a_line_makes_a_query() -> None:
    line = (
        'speaker:brandt speaker:"Tom Achterberg" org:rail org:tram article:depot outlet:ledger '
        "type:direct kind:person since:2022 until:2023-02 month:2022-05 topic:noise "
        '"night trams" -depot '
        "cue:warn class:belief cue-class:opinion is:prediction not:negated -is:hedged "
        'review:machine review:accepted tag:flood tag:"ask again" note:tape '
        "min-confidence:0.8 min-statement:0.5 min-speaker-confidence:0.9 sort:-confidence limit:50"
    )

    assert parse_filter(line) == ClaimQuery(
        speakers=("brandt", "Tom Achterberg"),
        organizations=("rail", "tram"),
        articles=("depot",),
        outlets=("ledger",),
        types=(ClaimType.DIRECT,),
        cue="warn",
        cue_classes=(CueClass.BELIEF, CueClass.OPINION),
        negated=False,
        hedged=False,
        prediction=True,
        kinds=(SpeakerKind.PERSON,),
        reviews=(ReviewState.MACHINE, ReviewState.ACCEPTED),
        tags=("flood", "ask again"),
        note="tape",
        since=date(2022, 1, 1),
        until=date(2023, 2, 28),
        months=("2022-05",),
        topics=("noise",),
        text='"night trams" -depot',
        min_confidence=0.8,
        min_statement=0.5,
        min_speaker_confidence=0.9,
        sort="confidence",
        descending=True,
        limit=50,
    )


def test_an_empty_line_asks_for_everything() -> None:
    assert parse_filter(" ") == ClaimQuery()
    assert ClaimQuery().to_filter() == ""
    assert not ClaimQuery(sort="type", limit=3).narrows
    assert ClaimQuery(topics=("noise",)).narrows
    assert ClaimQuery(negated=False).narrows
    assert not ClaimQuery(include_rejected=True).narrows


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("include:Rejected", "include:rejected"),
        ("include:rejected include:rejected", "include:rejected"),
        ("review:accepted include:rejected", "review:accepted include:rejected"),
        ("is:rejected", "review:rejected"),
        ("not:rejected", ""),
        ("-is:rejected review:accepted", "review:accepted"),
    ],
)
def test_what_a_line_says_of_rejected_claims(line: str, written: str) -> None:
    assert parse_filter(line).to_filter() == written


@given(queries())
def test_every_query_comes_back_from_its_line(query: ClaimQuery) -> None:
    assert parse_filter(query.to_filter()) == query


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("type:loud", "type:loud is unknown; use one of direct, mixed, indirect"),
        (
            "kind:robot",
            "kind:robot is unknown; use one of person, organization, group, document",
        ),
        (
            "class:shout",
            "class:shout is unknown; use one of statement, question, denial, demand, opinion, "
            "belief, intention, emotion, perception",
        ),
        (
            "review:done",
            "review:done is unknown; use one of machine, accepted, corrected, rejected",
        ),
        ("note:a note:b", "note: is given twice"),
        ("is:loud", "is:loud is unknown; use one of copy, negated, hedged, prediction, rejected"),
        ("-is:loud", "not:loud is unknown; use one of copy, negated, hedged, prediction, rejected"),
        (
            "include:accepted",
            "include:accepted is unknown; use one of nested, low, no-speaker, act, headline, "
            "rejected, all",
        ),
        (
            "not:rejected include:rejected",
            "not:rejected excludes include:rejected and review:rejected",
        ),
        (
            "is:rejected not:rejected",
            "not:rejected excludes include:rejected and review:rejected",
        ),
        ("is:negated not:negated", "is:negated and not:negated exclude each other"),
        ("cue:say cue:tell", "cue: is given twice"),
        ("since:yesterday", "'yesterday' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        (
            "stored:noon",
            "'noon' is no time; write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM",
        ),
        ("since:2023-02-30", "'2023-02-30' is not a date of the calendar"),
        ("since:2024 until:2023", "since 2024-01-01 is after until 2023-12-31"),
        ("min-confidence:high", "min-confidence:high is not a number"),
        ("min-statement:high", "min-statement:high is not a number"),
        ("min-confidence:1.5", "min-confidence 1.5 is not between 0 and 1"),
        ("min-confidence:nan", "min-confidence nan is not between 0 and 1"),
        ("limit:0", "limit 0 is less than 1"),
        ("limit:99999999999999999999", "limit 99999999999999999999 is more than 2147483647"),
        (f"topic:{'a' * 1001}", "topic is longer than 1,000 characters"),
        ("limit:all", "limit:all is not a whole number"),
        ("month:2023", "'2023' is not a month; write YYYY-MM"),
        ("month:2023-13", "'2023-13' is not a date of the calendar"),
        (
            "sort:length",
            "cannot sort by 'length'; use one of published, speaker, organization, outlet, "
            "article, type, class, content, source, cue, confidence, "
            "articles, first_said",
        ),
    ],
)
def test_a_value_that_cannot_be_understood_is_told_in_one_line(line: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_filter(line)

    assert str(caught.value) == message
