"""ClaimQuery: what it refuses, as a line, and in words."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import ClaimType, CueClass, SpeakerKind
from db.query import (
    MOST,
    SORT_FIELDS,
    ClaimQuery,
    QueryError,
    parse_date_bound,
    parse_filter,
    parse_sort,
)


def test_a_line_makes_a_query() -> None:
    line = (
        'speaker:brandt speaker:"Tom Achterberg" org:rail article:depot outlet:ledger type:direct '
        'kind:person since:2022 until:2023-02 topic:noise "night trams" -depot '
        "cue:warn class:belief cue-class:opinion is:prediction not:negated -is:hedged "
        "min-confidence:0.8 sort:-confidence limit:50"
    )

    assert parse_filter(line) == ClaimQuery(
        speakers=("brandt", "Tom Achterberg"),
        organization="rail",
        article="depot",
        outlet="ledger",
        types=(ClaimType.DIRECT,),
        cue="warn",
        cue_classes=(CueClass.BELIEF, CueClass.OPINION),
        negated=False,
        hedged=False,
        prediction=True,
        kinds=(SpeakerKind.PERSON,),
        since=date(2022, 1, 1),
        until=date(2023, 2, 28),
        topic="noise",
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
    assert ClaimQuery(topic="noise").narrows
    assert ClaimQuery(negated=False).narrows


WORDS = st.text(min_size=1).filter(str.strip)
SEARCHES = WORDS | st.text(alphabet=string.ascii_letters + ' "-*:()\\', min_size=1).filter(
    str.strip
)


@st.composite
def queries(draw: st.DrawFn) -> ClaimQuery:
    days = sorted([draw(st.dates()), draw(st.dates())])
    organization = draw(st.none() | WORDS)
    return ClaimQuery(
        speakers=tuple(draw(st.lists(SEARCHES, max_size=3))),
        organization=organization,
        ever=organization is not None and draw(st.booleans()),
        article=draw(st.none() | WORDS),
        outlet=draw(st.none() | WORDS),
        types=tuple(draw(st.lists(st.sampled_from(ClaimType), max_size=3))),
        cue=draw(st.none() | SEARCHES),
        cue_classes=tuple(draw(st.lists(st.sampled_from(CueClass), max_size=3))),
        negated=draw(st.sampled_from([None, False, True])),
        hedged=draw(st.sampled_from([None, False, True])),
        prediction=draw(st.sampled_from([None, False, True])),
        kinds=tuple(draw(st.lists(st.sampled_from(SpeakerKind), max_size=3))),
        since=draw(st.sampled_from([None, days[0]])),
        until=draw(st.sampled_from([None, days[1]])),
        topic=draw(st.none() | SEARCHES),
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
    assert "claims" in query.in_words()


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
            "speaker:brandt class:belief class:opinion cue:fear is:prediction -is:hedged",
            "claims by brandt, that are beliefs or opinions, with the cue “fear”, not hedged, "
            "predicting",
        ),
    ],
)
def test_a_query_in_words(line: str, words: str) -> None:
    assert parse_filter(line).in_words() == words


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
        ("is:loud", "is:loud is unknown; use one of negated, hedged, prediction"),
        ("-is:loud", "not:loud is unknown; use one of negated, hedged, prediction"),
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
        ("topic:a topic:b", "topic: is given twice"),
        (
            "sort:length",
            "cannot sort by 'length'; use one of published, speaker, organization, outlet, "
            "article, type, confidence",
        ),
    ],
)
def test_a_value_that_cannot_be_understood_is_told_in_one_line(line: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_filter(line)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    "wrong",
    [{"speakers": (" ",)}, {"organization": ""}, {"text": "\t"}, {"limit": -1}, {"sort": "--type"}],
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
