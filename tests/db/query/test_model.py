"""ClaimQuery: what it refuses, as a line, and in words."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import ClaimType, CueClass, SpeakerKind
from claims.review import ReviewState
from db.query.line import parse_filter
from db.query.model import MOST, SORT_FIELDS, ClaimQuery, QueryError, parse_date_bound, parse_sort
from db.query.sentence import sentence


def test_a_line_makes_a_query() -> None:
    line = (
        'speaker:brandt speaker:"Tom Achterberg" org:rail org:tram article:depot outlet:ledger '
        "type:direct kind:person since:2022 until:2023-02 month:2022-05 topic:noise "
        '"night trams" -depot '
        "cue:warn class:belief cue-class:opinion is:prediction not:negated -is:hedged "
        'review:machine review:accepted tag:flood tag:"ask again" note:tape '
        "min-confidence:0.8 sort:-confidence limit:50"
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
        topics=tuple(draw(st.lists(SEARCHES, max_size=3))),
        text=draw(st.none() | SEARCHES),
        min_confidence=draw(st.none() | st.floats(0, 1)),
        sort=draw(st.sampled_from(SORT_FIELDS)),
        descending=draw(st.booleans()),
        limit=draw(st.none() | st.integers(1, MOST)),
    )


@given(queries())
def test_every_query_comes_back_from_its_line(query: ClaimQuery) -> None:
    assert parse_filter(query.to_filter()) == query


@given(queries())
def test_every_query_can_be_told_in_words(query: ClaimQuery) -> None:
    assert "claims" in sentence(query)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "claims"),
        ("limit:1", "claims, the first one only"),
        ("sort:-published", "claims, newest first"),
        ("speaker:brandt", "claims by brandt"),
        ("type:direct type:mixed", "direct or mixed claims"),
        (
            "speaker:A speaker:B speaker:C org:rail type:direct since:2022 sort:-confidence",
            "direct claims by A, B or C, speaking for rail, since 2022-01-01, most confident first",
        ),
        (
            "kind:group topic:noise night trams min-confidence:0.5 sort:outlet",
            "claims by groups, that say “night trams”, on “noise”, with confidence 0.5 or more, "
            "sorted by outlet",
        ),
        (
            "article:depot outlet:ledger until:2023 limit:5 sort:-type",
            "claims in article depot, published by ledger, until 2023-12-31, "
            "sorted by type, descending, the first 5 only",
        ),
        ('"night trams"', 'claims that say "night trams"'),
        ("not:negated", "claims not negated"),
        (
            "org:rail org:tram outlet:ledger month:2023-01 month:2023-02",
            "claims speaking for rail or tram, published by ledger, "
            "published in 2023-01 or 2023-02",
        ),
        (
            "review:machine review:rejected tag:flood note:tape",
            "claims that are not reviewed or rejected, tagged “flood”, with “tape” in the note",
        ),
        ("include:rejected", "claims including rejected ones"),
        (
            "speaker:brandt include:rejected sort:-published",
            "claims by brandt, including rejected ones, newest first",
        ),
        ("review:accepted include:rejected", "claims that are accepted or rejected"),
        (
            "speaker:brandt class:belief class:opinion cue:fear is:prediction -is:hedged",
            "claims by brandt, that are beliefs or opinions, with the cue “fear”, not hedged, "
            "predicting",
        ),
    ],
)
def test_a_query_in_words(line: str, words: str) -> None:
    assert sentence(parse_filter(line)) == words


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
        ("include:accepted", "include:accepted is unknown; use include:rejected"),
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
        ("since:2023-02-30", "'2023-02-30' is not a date of the calendar"),
        ("since:2024 until:2023", "since 2024-01-01 is after until 2023-12-31"),
        ("min-confidence:high", "min-confidence:high is not a number"),
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
            "article, type, class, content, source, cue, confidence",
        ),
    ],
)
def test_a_value_that_cannot_be_understood_is_told_in_one_line(line: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_filter(line)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    "wrong",
    [
        {"speakers": (" ",)},
        {"organizations": ("",)},
        {"months": ("May",)},
        {"text": "\t"},
        {"limit": -1},
        {"sort": "--type"},
    ],
)
def test_a_query_that_nothing_could_match_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(QueryError):
        ClaimQuery(**wrong)  # type: ignore[arg-type]


def test_a_sort_field_may_carry_its_direction() -> None:
    assert parse_sort("outlet") == ("outlet", False)
    assert parse_sort("-outlet") == ("outlet", True)
    assert ClaimQuery(sort="-outlet") == ClaimQuery(sort="outlet", descending=True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_date_bound_takes_in_the_whole_year_or_month(text: str, first: date, last: date) -> None:
    assert parse_date_bound(text, end=False) == first
    assert parse_date_bound(text, end=True) == last


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-1", "0000", "２０２４", "2024-01-01T00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        parse_date_bound(text, end=False)
